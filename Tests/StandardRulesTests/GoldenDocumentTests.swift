import FactExtraction
import FactTesting
import Foundation
import Testing
import TextEngine

/// Whole articles against the records beside them.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites the records, and then fails.
@Suite struct GoldenDocumentTests {
  /// What an article without its record is called among the known gaps.
  static func gapName(_ article: String) -> String { "articles/\(article): golden facts" }

  @Test func `there are articles`() {
    #expect(Fixtures.articles.count >= 8)
  }

  @Test(arguments: Fixtures.articles)
  func `an article gives the facts that stand beside it`(article: String) async throws {
    let folder = Fixtures.folder.appending(path: "articles")
    let golden = folder.appending(path: article + ".facts.json")
    let bytes = Array(try Data(contentsOf: folder.appending(path: article + ".txt")))
    let text = try SourceText(validating: bytes)
    let document = Document(
      id: DocumentID(article),
      text: text,
      date: Document.leadingDate(in: text)
    )
    let record = try await SharedExtractor.record(of: document)
    if Fixtures.isUpdating {
      try Data(record.utf8).write(to: golden)
      GapList.remove(Self.gapName(article))
      Issue.record("rewrote \(article).facts.json")
      return
    }
    let name = Self.gapName(article)
    try withKnownIssue("the facts of \(article) are not written down") {
      let want = try Fixtures.text(of: golden)
      if let difference = GoldenDocument.difference(want, record) {
        Issue.record(
          "\(difference)",
          sourceLocation: SourceLocation(
            fileID: "Fixtures/\(article).facts.json",
            filePath: golden.path,
            line: 1,
            column: 1
          )
        )
      }
    } when: {
      Fixtures.gaps.contains(name)
    }
  }
}
