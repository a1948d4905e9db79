import FactTesting
import Testing
import TextEngine

/// Case files are read as `Fixtures/README.md` describes them, and what is wrong in them is told.
@Suite struct CaseFileReaderTests {
  private func read(_ text: String) -> CaseFile {
    CaseFile(text, path: "Fixtures/number/x.cases", kind: "number")
  }

  @Test func `a case has its text, its marks and what is expected of them`() throws {
    let file = read(
      "== Two\r\nИз [1:5 [2:млн]] \\[и\\]\nруб.\n--\n2 number type=money unit.code=\"a \\\"b\" value=null\n"
        + "1 number\n\n== None\nНичего.\n--\n"
    )
    #expect(file.faults.map(\.description) == [])
    #expect(file.cases.map(\.name) == ["number/x: Two", "number/x: None"])
    let first = try #require(file.cases.first)
    #expect(first.text == "Из 5 млн [и]\nруб.")
    #expect(first.expected.map(\.number) == [2, 1])
    let spans = first.expected.map { Array(first.text.utf8)[$0.span.start..<$0.span.end] }
    #expect(spans.map { String(decoding: $0, as: UTF8.self) } == ["млн", "5 млн"])
    let fields = try #require(first.expected.first).fields
    #expect(fields.map(\.name) == ["type", "unit.code", "value"])
    #expect(fields.map(\.value) == ["money", "a \"b", nil])
    #expect(file.cases.last?.expected.isEmpty == true)
  }

  @Test(arguments: [
    ("text\n", "1:1", "a case starts with"), ("==\nа\n--\n", "1:1", "needs a title"),
    ("== А\nа\n", "1:1", "no line `--`"), ("== А\n--\n", "1:1", "has no text"),
    ("== А\nа [б]\n--\n", "2:3", "a mark is written"),
    ("== А\nа [1:б\n--\n1 number\n", "2:3", "not closed"),
    ("== А\nа]\n--\n", "2:2", "closes no mark"),
    ("== А\n[1:а] [1:б]\n--\n1 number\n", "2:7", "twice"),
    ("== А\n[1:а]\n--\n", "2:1", "has no line below"),
    ("== А\nа\n--\n1 number\n", "4:1", "has no mark"),
    ("== А\n[1:а]\n--\n1 date\n", "4:3", "of the kind `number`"),
    ("== А\n[1:а]\n--\n1 number a\n", "4:10", "a field is written"),
    ("== А\n[1:а]\n--\n1 number a=\"б\n", "4:10", "a field is written"),
    ("== А\n[1:а]\n--\n1 number a=1 a=2\n", "4:14", "stands twice"),
  ])
  func `a fault is told with its place`(text: String, place: String, message: String) throws {
    let fault = try #require(read(text).faults.first)
    #expect("\(fault.line):\(fault.column)" == place)
    #expect(fault.message.contains(message), "\(fault.message)")
    #expect(fault.description.hasPrefix("Fixtures/number/x.cases:\(place): error: "))
  }

  @Test func `closed gaps leave the list, all else stays`() {
    let text = "# Why.\na: B\n\nc: D\n"
    #expect(KnownGaps(text).names == ["a: B", "c: D"])
    #expect(KnownGaps.text(text, without: ["a: B"]) == "# Why.\n\nc: D\n")
  }

  @Test func `the difference of two records names the facts`() {
    func record(_ facts: [(String, String)]) -> String {
      let parts = facts.map { "    {\n      \"id\": \"\($0.0)\",\n      \"value\": \($0.1)\n    }" }
      return "{\n  \"facts\": [\n" + parts.joined(separator: ",\n") + "\n  ]\n}\n"
    }
    let want = record([("a", "1"), ("b", "2"), ("c", "3")])
    #expect(GoldenDocument.difference(want, want) == nil)
    let difference = GoldenDocument.difference(want, record([("a", "1"), ("b", "5"), ("d", "4")]))
    #expect(difference?.contains("\"a\"") == false)
    #expect(difference?.contains("-      \"value\": 2\n+      \"value\": 5") == true)
    #expect(difference?.contains("-      \"value\": 3") == true)
    #expect(difference?.contains("+      \"value\": 4") == true)
  }
}
