import Foundation
import Testing

/// The reports of `svodka test` for programs, and its colours.
struct TestReportTests {
  /// A folder with a case that holds, one that fails, and one with letters that terminals obey.
  private func withCases<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
    try TemporaryFolder.with { folder in
      try folder.write(
        TemporaryFolder.soundCase + "== B <&\u{1B}[31m\"\nБыло [1:5\u{7}] \u{1B}c\n--\n1 number\n",
        to: "number/a.cases"
      )
      return try body(folder)
    }
  }

  @Test func `a report for programs is one line of JSON, and the status stays`() throws {
    try withCases { folder in
      let outcome = try folder.test("number", "--examples", "--json")
      #expect(outcome.status == 1)
      #expect(outcome.messages.isEmpty)
      let records = try outcome.records()
      #expect(records.count == 1)
      let report = try #require(records.first)
      #expect(report["schema"] as? String == "svodka-test/1")
      let summary = try #require(report["summary"] as? [String: Any])
      #expect(summary["ok"] as? Bool == false)
      #expect(summary["tests"] as? [String: Int] == ["passed": 5, "failed": 1, "gap": 0])
      let tests = try #require(report["tests"] as? [[String: Any]])
      #expect(
        tests.map { $0["kind"] as? String } == [
          "example", "example", "example", "example", "case", "case",
        ]
      )
      #expect(tests.last?["file"] as? String == "number/a.cases")
      #expect(tests.last?["line"] as? Int == 5)
      let failures = try #require(tests.last?["failures"] as? [[String: Any]])
      #expect(failures.first?["status"] as? String == "moved_span")
      #expect((failures.first?["got"] as? [String: Any])?["text"] as? String == "5")
    }
  }

  @Test func `a JUnit file is written beside the report and is well-formed`() throws {
    try withCases { folder in
      let outcome = try folder.test("number", "--junit", "report.xml")
      #expect(outcome.status == 1)
      #expect(outcome.lines.last?.hasPrefix("facts: ") == true)
      let xml = try folder.text(of: "report.xml")
      #expect(!xml.contains("\u{1B}") && !xml.contains("\u{7}"))
      let script = """
        import sys, xml.etree.ElementTree as tree
        root = tree.parse('report.xml').getroot()
        print(root.tag, root.get('tests'), root.get('failures'), len(root.findall('.//testcase')))
        print(root.findall('.//testcase')[1].get('name'))
        """
      try folder.write(script, to: "read.py")
      let python = "/usr/bin/python3"
      guard FileManager.default.isExecutableFile(atPath: python) else { return }
      let read = try SvodkaProcess.shell("cd '\(folder.url.path)' && \(python) read.py")
      #expect(read.lines.first == "testsuites 2 1 2", "\(read.messages)")
      #expect(read.lines.last == "B <&\u{FFFD}[31m\"")
      // A second run takes its place.
      #expect(try folder.test("number", "--junit", "report.xml").status == 1)
    }
  }

  @Test func `there are colours where they are asked for, and never in a file by themselves`()
    throws
  {
    try withCases { folder in
      let escape = UInt8(0x1B)
      #expect(try !folder.test("number").output.contains(escape))
      #expect(try !folder.test("number", "--color", "never").output.contains(escape))
      let colored = try folder.test("number", "--color", "always")
      #expect(colored.lines.first?.hasPrefix("\u{1B}[1;31mFAIL\u{1B}[0m number/a.cases:5") == true)
      // The texts' own escapes are not among them.
      let text = String(decoding: colored.output, as: UTF8.self)
      #expect(!text.contains("\u{1B}c") && !text.contains("B <&\u{1B}"))
    }
  }

  @Test(
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/script")),
    arguments: [("", true), ("NO_COLOR=1", false), ("NO_COLOR=", true)]
  )
  func `a terminal has colours unless they are unwanted`(setting: String, isColored: Bool) throws {
    try withCases { folder in
      let outcome = try SvodkaProcess.shell(
        "cd '\(folder.url.path)' && \(setting) /usr/bin/script -qec "
          + "\"$SVODKA test --rules $RULES number\" /dev/null"
      )
      #expect(outcome.output.contains(0x1B) == isColored)
    }
  }

  @Test func `the report is the same for any number of workers`() throws {
    try TemporaryFolder.with { folder in
      let cases = (0..<400).map {
        "== \($0)\nБыло [1:\($0)\($0 % 50 == 0 ? " шт" : "")].\n--\n1 number\n"
      }
      try folder.write(cases.joined(), to: "number/a.cases")
      let one = try folder.test("number", "--jobs", "1")
      let four = try folder.test("number", "--jobs", "4")
      #expect(one.lines.dropLast() == four.lines.dropLast())
      #expect(one.lines.count { $0.hasPrefix("FAIL") } == 8)
    }
  }
}
