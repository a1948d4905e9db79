import FactExtraction
import FactTesting
import Testing
import TextEngine

/// Documents against the records that are written down for them.
@Suite struct GoldenRunnerTests {
  private func record(of text: String) throws -> String {
    let document = Document(id: DocumentID("a"), text: SourceText(text))
    return GoldenDocument.record(of: document, by: try SmallRules.extractor())
  }

  private func run(_ text: String?, _ record: String?) throws -> TestResult {
    let article = GoldenArticle(
      textPath: "Fixtures/articles/a.txt",
      text: text.map { Array($0.utf8) },
      record: record
    )
    return GoldenRunner(try SmallRules.extractor()).run(article)
  }

  @Test func `a document that gives what is written down has passed`() throws {
    let result = try run("Было 20 и 30.", record(of: "Было 20 и 30."))
    #expect(result.status == .passed)
    #expect(result.counts[.passed] == 2)
    #expect(result.newRecord == nil)
  }

  @Test func `each fact that differs has its status, its rule and its line`() throws {
    let old = try record(of: "Было 20 и 30, 2025 г.")
      .replacing("\"value\": 30", with: "\"value\": 3")
    let text = "Было 20 и 30, 2025 год, 8."
    let result = try run(text, old)
    #expect(result.failures.map(\.status) == [.wrongField, .movedSpan, .noisy])
    #expect(
      result.failures.map(\.subject) == [
        "number:10-12 (number.plain)", "number:14-18 (number.year)", "number:24-25 (number.plain)",
      ]
    )
    #expect(
      result.failures.first?.lines.map(\.description)
        == ["-      \"value\": 3", "+      \"value\": 30"]
    )
    let lines = old.split(separator: "\n", omittingEmptySubsequences: false)
    for failure in result.failures.prefix(2) { #expect(lines[failure.place.line - 1] == "    {") }
    #expect(result.counts[.passed] == 1)
    #expect(result.counts[.movedSpan] == 1)
    #expect(result.newRecord?.path == "Fixtures/articles/a.facts.json")
    #expect(try result.newRecord?.text == record(of: text))
  }

  @Test func `a fact that is gone is missing`() throws {
    let result = try run("Было.", record(of: "Было 20."))
    #expect(result.failures.map(\.status) == [.missing])
    #expect(result.failures.first?.lines.allSatisfy { !$0.isAdded } == true)
  }

  @Test func `a record in another order or layout is told`() throws {
    let old = try record(of: "Было 20.")
    let result = try run("Было 20.", old + "\n")
    #expect(result.failures.map(\.subject) == ["layout"])
    #expect(result.failures.first?.lines.map(\.description) == ["-"])
    #expect(result.newRecord?.text == old)
  }

  @Test func `what stands around the facts counts as no fact`() throws {
    let result = try run("date 2025-10-29\n20", record(of: "                20"))
    #expect(result.failures.first?.subject == "document")
    #expect(result.status == .failed)
  }

  @Test func `a text without its record, or a record without its text, is faulty`() throws {
    let noRecord = try run("Было 20.", nil)
    #expect(noRecord.failures.map(\.status) == [.faulty])
    #expect(noRecord.newRecord != nil)
    let noText = try run(nil, "{}")
    #expect(noText.failures.map(\.status) == [.faulty])
    #expect(noText.newRecord == nil)
    #expect(noText.failures.first?.notes.first?.contains("articles/a.txt") == true)
  }

  @Test func `a record that is no record at all is told, not trusted`() throws {
    for old in ["", "{}", "    {\n      \"id\": \"x\"", "\u{FEFF}{\r\n}"] {
      let result = try run("Было 20.", old)
      #expect(result.status == .failed)
      #expect(!result.failures.isEmpty)
    }
  }

  @Test(arguments: [
    ("a.txt", "articles/a: golden facts", "."), ("./a.txt", "articles/a: golden facts", "."),
    ("Fixtures/articles/a.txt", "articles/a: golden facts", "Fixtures/articles"),
    ("/x/news/a.b.txt", "news/a.b: golden facts", "/x/news"),
  ])
  func `an article has its name among the gaps`(path: String, name: String, folder: String) {
    let article = GoldenArticle(textPath: path, text: nil, record: nil)
    #expect(article.gapName == name)
    #expect(article.folder == folder)
  }
}
