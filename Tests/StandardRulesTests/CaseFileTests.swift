import FactTesting
import Foundation
import Testing

/// The case files of all kinds of facts, run through the shipped rules.
///
/// What does not hold yet stands in `Fixtures/known-gaps.txt`. A gap that is closed fails until its line is gone:
/// take it out, or run `UPDATE_GOLDEN=1 swift test`, which does it and then fails.
@Suite struct CaseFileTests {
  private static let cases = Fixtures.caseFiles.flatMap { file in
    file.cases.map { (path: file.path, content: $0) }
  }

  @Test func `case files are as their format has it`() {
    for fault in Fixtures.caseFiles.flatMap(\.faults) {
      record(fault.description, path: fault.path, line: fault.line, column: fault.column)
    }
    #expect(Self.cases.count > 300)
  }

  @Test func `known gaps are cases or articles`() {
    let names = Set(
      Self.cases.map(\.content.name) + Fixtures.articles.map(GoldenDocumentTests.gapName)
    )
    let unknown = Fixtures.gaps.names.filter { !names.contains($0) }
    #expect(unknown.isEmpty, "Fixtures/known-gaps.txt has names of nothing: \(unknown)")
    #expect(Set(Fixtures.gaps.names).count == Fixtures.gaps.names.count)
  }

  @Test(arguments: cases.map(\.content))
  func `a case holds`(wanted: FactCase) async throws {
    let path = Fixtures.folder.appending(path: wanted.file + ".cases").path
    let result = try await SharedExtractor.run(wanted, path: path)
    let report = ReportText().text(result)
    let line = result.failures.first?.place.line ?? wanted.line
    guard Fixtures.gaps.contains(wanted.name) else {
      if !result.failures.isEmpty { record(report, path: path, line: line) }
      return
    }
    if result.failures.isEmpty, Fixtures.isUpdating { GapList.remove(wanted.name) }
    withKnownIssue("Fixtures/known-gaps.txt has it; it holds now, so take it out") {
      if !result.failures.isEmpty { record(report, path: path, line: line) }
    }
  }

  private func record(_ message: String, path: String, line: Int, column: Int = 1) {
    let name = path.split(separator: "/").suffix(2).joined(separator: "/")
    Issue.record(
      "\(message)",
      sourceLocation: SourceLocation(
        fileID: "Fixtures/" + name,
        filePath: path,
        line: line,
        column: column
      )
    )
  }
}
