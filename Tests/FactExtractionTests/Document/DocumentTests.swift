import FactExtraction
import StandardRules
import TextEngine
import Testing

struct DocumentTests {
  @Test(arguments: [
    ("date 2025-10-29\nВ Актау", "2025-10-29"), (" date 2025-10-29 В Актау", "2025-10-29"),
    ("\u{FEFF}\n date 2025-01-02", "2025-01-02"),
  ])
  func `a leading date is found`(text: String, expected: String) {
    #expect(Document.leadingDate(in: SourceText(text))?.description == expected)
  }

  @Test func `the text begins behind its date though no line ends there`() throws {
    let extractor = try Extractor.standard()
    let text = SourceText("date 2025-10-29 Мост открыли, сообщает Минтранс.")
    let found = extractor.extract(Document(text: text))
    let tokens = extractor.engine.document.tokens
    #expect(tokens.sentenceStarts.count == 2)
    #expect(tokens.paragraphStarts.count == 2)
    let words = found.facts.filter {
      extractor.program.schemas[$0.schema].name == "quotation"
    }.map { text.string(in: $0.span) }
    #expect(words == ["Мост открыли"])
  }

  @Test(arguments: ["date 2025-10-29\nМост.", "Мост открыли. Дорогу закрыли.", "date 2025-10-29"])
  func `a header that ends a line starts nothing anew`(text: String) throws {
    let extractor = try Extractor.standard()
    _ = extractor.extract(Document(text: SourceText(text)))
    let tokens = extractor.engine.document.tokens
    #expect(tokens.sentenceStarts == tokens.sentenceStarts.sorted())
    #expect(Set(tokens.sentenceStarts).count == tokens.sentenceStarts.count)
    #expect(Set(tokens.paragraphStarts).count == tokens.paragraphStarts.count)
  }

  @Test(arguments: [
    "", "date", "date ", "date 2025-10", "date 2025-13-01", "date 2025-10-291", "update 2025-10-29",
    "В Актау date 2025-10-29", "date 2025_10_29", "date: 2025-10-29",
  ])
  func `other beginnings are no date`(text: String) {
    #expect(Document.leadingDate(in: SourceText(text)) == nil)
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2025-04-31", false), ("2025-12-31", true), ("0000-01-01", false), ("2025-00-10", false),
    ("2025-1-10", false), ("2025-10-2９", false),
  ])
  func `the calendar decides what is a day`(iso: String, exists: Bool) {
    #expect((CalendarDate(iso: iso) != nil) == exists)
    if exists { #expect(CalendarDate(iso: iso)?.description == iso) }
  }
}
