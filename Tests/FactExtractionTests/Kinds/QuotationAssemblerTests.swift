import Testing

@testable import FactExtraction
@testable import TextEngine

struct QuotationAssemblerTests {
  /// The paragraphs of a text, one a line.
  private func paragraphs(of text: String) -> [TextSpan] {
    var spans: [TextSpan] = []
    var start = 0
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let end = start + line.utf8.count
      if !line.isEmpty { spans.append(TextSpan(start: start, end: end)) }
      start = end + 1
    }
    return spans
  }

  private func span(_ words: String, in text: String) throws -> TextSpan {
    let range = try #require(text.firstRange(of: words))
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return TextSpan(start: start, end: start + words.utf8.count)
  }

  private func draft(
    _ words: String,
    in text: String,
    _ place: QuotationPlace? = nil,
    attributed: Bool = true
  ) throws -> QuotationDraft {
    QuotationDraft(
      segments: [try span(words, in: text)],
      place: place,
      isDirect: true,
      hasAttribution: attributed
    )
  }

  private func assembled(_ drafts: [QuotationDraft], _ text: String) -> [String?] {
    let source = SourceText(text)
    return QuotationAssembler.assemble(drafts, paragraphs: paragraphs(of: text), text: source)
      .map { $0.map { source.string(in: $0.span) } }
  }

  @Test func `a block after a colon is taken whole, to the blank line`() throws {
    let text = "Тренер сказал:\nМы победили.\nСпасибо всем.\n\nМатч прошёл в Орле."
    #expect(
      try assembled([draft(":", in: text, .follows)], text) == ["Мы победили.\nСпасибо всем."]
    )
  }

  @Test func `a quoted paragraph takes cue and speaker from the one before`() throws {
    let text = "Мэр подчеркнул значение моста:\n«Мы ждали его десять лет»"
    let drafts = [
      try draft(":", in: text, .follows),
      try draft("Мы ждали его десять лет", in: text, .alone, attributed: false),
    ]
    let source = SourceText(text)
    let found = QuotationAssembler.assemble(drafts, paragraphs: paragraphs(of: text), text: source)
    #expect(found[0] == nil)
    #expect(found[1]?.attributionFrom == 0)
  }

  @Test func `a quotation with a speaker of its own keeps it`() throws {
    let text = "По словам мэра, мост нужен:\n«Мы ждали его десять лет», — добавил он."
    let drafts = [
      try draft(":", in: text, .follows),
      try draft("Мы ждали его десять лет", in: text),
    ]
    let source = SourceText(text)
    let found = QuotationAssembler.assemble(drafts, paragraphs: paragraphs(of: text), text: source)
    #expect(found[0] == nil)
    #expect(found[1]?.attributionFrom == nil)
    #expect(found[1] != nil)
  }

  @Test func `a quotation that closes goes back to where it opened`() throws {
    let text = "«Первое: город вырос.\nВторое: дорог мало»,  — сказал мэр."
    #expect(
      try assembled([draft("Второе: дорог мало", in: text, .closes)], text)
        == ["Первое: город вырос.\nВторое: дорог мало"]
    )
  }

  @Test func `the last word is enough to find what a stray mark closes`() throws {
    let text = "«Первое: город вырос.\nВторое: «дорог» мало», — сказал мэр."
    #expect(
      try assembled([draft("мало", in: text, .closes)], text)
        == ["Первое: город вырос.\nВторое: «дорог» мало"]
    )
  }

  @Test func `a mark with a partner in its paragraph closes nothing of an earlier one`() throws {
    let text = "«Первое: город вырос.\nМэр сказал: «дорог мало»."
    #expect(try assembled([draft("мало", in: text, .closes)], text) == [nil])
  }

  @Test func `a quoted block without a cue ends at its closing mark`() throws {
    let text = "Иван Петров поддержал коллег:\n«Мы с вами.\nДо встречи»"
    #expect(
      try assembled([draft(":", in: text, .followsQuoted)], text) == ["Мы с вами.\nДо встречи"]
    )
  }

  @Test func `a colon before a list is no quotation`() throws {
    let text = "Тренер назвал состав:\n* Иванов\n* Петров"
    #expect(try assembled([draft(":", in: text, .follows)], text) == [nil])
  }

  @Test func `a report inside direct words is a part of them`() throws {
    let text = "«Он сказал, что придёт», — вспомнил мэр."
    var inner = try draft("придёт", in: text)
    inner.isDirect = false
    #expect(
      try assembled([draft("Он сказал, что придёт", in: text), inner], text)
        == ["Он сказал, что придёт", nil]
    )
  }

  @Test func `a report that begins among direct words is a part of them`() throws {
    let text = "“Я сказал, что приду”, — ответил мэр. Потом он ушёл"
    var inner = try draft("приду”, — ответил", in: text)
    inner.isDirect = false
    var other = try draft("Потом он ушёл", in: text)
    other.isDirect = false
    #expect(
      try assembled([draft("Я сказал, что приду", in: text), inner, other], text)
        == ["Я сказал, что приду", nil, "Потом он ушёл"]
    )
  }

  @Test func `a line behind a dash is no quotation where it ends a list`() throws {
    let list = "- Выросла выручка;\n- Долги стали меньше."
    let item = try draft("Долги стали меньше.", in: list, .line, attributed: false)
    #expect(assembled([item], list) == [nil])
    let talk = "- Выросла выручка?\n- Долги стали меньше."
    let answer = try draft("Долги стали меньше.", in: talk, .line, attributed: false)
    #expect(assembled([answer], talk) == ["Долги стали меньше."])
  }
}
