import FactExtraction
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Any text gives facts that lie in it, or none; nothing traps.
@Suite struct DocumentRobustnessTests {
  private func makeExtractor() throws -> Extractor {
    try Extractor.standard()
  }

  private func check(_ text: String, _ extractor: Extractor, _ origin: String) throws {
    let document = Document(
      text: SourceText(text),
      date: CalendarDate(year: 2025, month: 10, day: 29)
    )
    let found = extractor.extract(document)
    let bytes = Array(text.utf8)
    for fact in found.facts {
      let span = fact.span
      let isInside = span.start >= 0 && span.start < span.end && span.end <= bytes.count
      #expect(isInside, "\(origin): \(span)")
      guard isInside else { continue }
      // A span that cuts a scalar in two would not decode to the same bytes.
      let piece = bytes[span.start..<span.end]
      #expect(
        Array(String(decoding: piece, as: UTF8.self).utf8) == Array(piece),
        "\(origin): \(span)"
      )
    }
    for entity in found.entities {
      #expect(entity.facts.allSatisfy(found.facts.indices.contains), "\(origin)")
    }
    for unit in OffsetUnit.allCases {
      var json = JSONWriter()
      FactWriter(program: extractor.program, unit: unit).write(found, of: document, to: &json)
      let object = try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
      let written = try #require(object?["facts"] as? [[String: Any]])
      #expect(written.count == found.facts.count, "\(origin)")
      guard unit == .scalar else { continue }
      let scalars = Array(text.unicodeScalars)
      for fact in written {
        let span = try #require(fact["span"] as? [String: Int])
        let (start, end) = (span["start"] ?? 0, span["end"] ?? 0)
        let cut = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(Array(cut.utf8) == Array((fact["text"] as? String ?? "").utf8), "\(origin)")
      }
    }
  }

  @Test func `random mixes of what news is made of give facts in the text`() throws {
    let extractor = try makeExtractor()
    for seed in 0..<200 {
      var random = RandomTexts(generator: SeededGenerator(seed: seed))
      try check(random.news(), extractor, "seed \(seed)")
    }
  }

  @Test func `random scalars give facts in the text`() throws {
    let extractor = try makeExtractor()
    for seed in 0..<200 {
      var random = RandomTexts(generator: SeededGenerator(seed: seed))
      try check(random.scalars(), extractor, "seed \(seed)")
    }
  }

  @Test func `a text of one thing over and over is read`() throws {
    let extractor = try makeExtractor()
    let parts: [(String, Int)] = [
      ("", 0), ("\n", 1), ("\u{FEFF}", 1), ("«", 1000), ("(", 1000), ("А. ", 300),
      ("двадцать ", 300), ("9", 3000), ("1 ", 500), ("— ", 500), ("Иван Петров, ", 60),
      ("Министерства образования и науки ", 40), ("\"а\" ", 300), ("-", 2000), ("слово-", 300),
      ("\n", 2000), ("5 млн ", 150), ("X", 2000),
    ]
    for (part, count) in parts {
      try check(String(repeating: part, count: count), extractor, "\(part) × \(count)")
    }
  }
}
