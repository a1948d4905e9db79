import FactExtraction
import FactTesting
import Foundation
import RuleLanguage
import Testing
import TextEngine
#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Whole reports in all forms, as they stand in `Golden`.
///
/// `UPDATE_GOLDEN=1 swift test --filter ReportGoldenTests` rewrites them, and then fails.
@Suite struct ReportGoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  private static let cases = """
    == All holds
    Было [1:20] домов и [2:30] школ.
    --
    1 number value=20
    2 number type=plain

    == One of each
    Было [1:20 домов], [2:пусто] и <40>.
    За [3:2025 год] — [4:7].
    --
    1 number
    2 number
    3 number value=2024 type=null
    4 number value=7 unit.lema="дом"

    == A gap
    Было [1:пусто].
    --
    1 number

    == A gap that is closed
    Было [1:5].
    --
    1 number

    == A terminal would obey this \u{1B}[31m
    Цвет \u{1B}[31m и знак \u{202E}, \u{7}а и́ [1:й\u{306}] & "<\u{FFFF}>"
    --
    1 number

    """

  /// A report with tests of all sorts in it; nothing in it depends on the clock.
  private static func report() throws -> TestReport {
    let compiled = try SmallRules.compiled.get()
    let runner = TestRunner(try SmallRules.extractor())
    var plan = TestPlan()
    plan.add(examplesOf: compiled)
    plan.add(
      CaseFile(cases, path: "Fixtures/number/small.cases", kind: "number"),
      gaps: KnownGaps("number/small: A gap\nnumber/small: A gap that is closed"),
      for: compiled.program
    )
    plan.add(
      CaseFile("== A\n\tа [1:б\n--\n", path: "Fixtures/number/faulty.cases", kind: "number"),
      gaps: KnownGaps(),
      for: compiled.program
    )
    plan.add(
      CaseFile("== A\nа\n--\n", path: "Fixtures/dates/x.cases", kind: "dates"),
      gaps: KnownGaps(),
      for: compiled.program
    )
    for (text, old) in [
      ("Было 20 домов.", "Было 20 домов."), ("За 2025 год 7 домов, 9.", "За 2025 г, 12 домов, 9."),
    ] {
      let document = Document(id: DocumentID("a"), text: .init(old))
      plan.add(
        GoldenArticle(
          textPath: "Fixtures/articles/a.txt",
          text: Array(text.utf8),
          record: GoldenDocument.record(of: document, by: try SmallRules.extractor())
            .replacing("\"value\": 9", with: "\"value\": 8")
        ),
        gaps: KnownGaps()
      )
    }
    plan.add(
      GoldenArticle(textPath: "Fixtures/articles/b.txt", text: [0xFF], record: "{}\n"),
      gaps: KnownGaps()
    )
    plan.add(
      GoldenArticle(textPath: "Fixtures/articles/c.txt", text: nil, record: "{}\n"),
      gaps: KnownGaps()
    )
    var report = TestReport(
      results: plan.items.map(runner.run),
      ruleCount: compiled.program.rules.count,
      untested: UntestedRule.all(of: compiled),
      seconds: 1.2345
    )
    for index in report.results.indices { report.results[index].seconds = 0.00125 }
    report.rewritten = ["Fixtures/articles/a.facts.json"]
    return report
  }

  private func expect(_ actual: String, isIn name: String) throws {
    let golden = Self.folder.appending(path: name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("rewrote \(name)")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(actual == expected, "\(actual)")
  }

  @Test func `the report for people`() throws {
    try expect(ReportText(showsGaps: true).text(Self.report()), isIn: "report.txt")
  }

  @Test func `colours change no letter of the report`() throws {
    let report = try Self.report()
    let colored = ReportText(paint: Paint(isOn: true)).text(report)
    let plain = ReportText(paint: Paint(isOn: false)).text(report)
    #expect(colored != plain)
    #expect(colored.contains("\u{1B}[1;31mFAIL\u{1B}[0m "))
    #expect(colored.contains("\u{1B}[31m  -") && colored.contains("\u{1B}[32m  +"))
    #expect(colored.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
  }

  @Test func `no character that a terminal obeys is printed`() throws {
    let plain = ReportText(showsGaps: true).text(try Self.report())
    let obeyed = plain.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n" || $0 == "\u{202E}"
    }
    #expect(obeyed.isEmpty)
    #expect(plain.contains("\u{FFFD}[31m"))
  }

  @Test func `the report for build servers is well-formed XML with every test in it`() throws {
    let report = try Self.report()
    let xml = JUnitReport.text(report)
    try expect(xml, isIn: "report.xml")
    let reader = JUnitReader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    #expect(reader.suites.count == Set(report.results.map(\.suite)).count)
    #expect(reader.cases == report.results.count)
    #expect(reader.failures == report.count(.failed))
    #expect(reader.skipped == 1)
    #expect(reader.text.contains("& \"<\u{FFFD}>\""))
  }

  @Test func `the report for programs is one line of JSON`() throws {
    let report = try Self.report()
    var writer = JSONWriter()
    writer.report(report)
    let line = String(decoding: writer.bytes, as: UTF8.self)
    #expect(line.last == "\n")
    #expect(line.dropLast().contains("\n") == false)
    var pretty: [UInt8] = []
    let bytes = writer.bytes
    JSONIndenter.append(bytes.span.extracting(..<(bytes.count - 1)), to: &pretty)
    try expect(String(decoding: pretty, as: UTF8.self) + "\n", isIn: "report.json")
    let json = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    )
    let tests = try #require(json["tests"] as? [[String: Any]])
    #expect(tests.count == report.results.count)
    // Spans cut the very words out of the text, counted in scalars.
    for test in tests {
      let text = Array((test["text"] as? String ?? "").unicodeScalars)
      for failure in test["failures"] as? [[String: Any]] ?? [] {
        for side in ["want", "got"] {
          guard let fact = failure[side] as? [String: Any] else { continue }
          let span = try #require(fact["span"] as? [String: Int])
          let (start, end) = (try #require(span["start"]), try #require(span["end"]))
          #expect(String(String.UnicodeScalarView(text[start..<end])) == fact["text"] as? String)
        }
      }
    }
  }
}
