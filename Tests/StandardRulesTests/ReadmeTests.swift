import Foundation
import Testing

/// What the page of the project shows is what comes out.
struct ReadmeTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func object(_ bytes: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: bytes) as? [String: Any])
  }

  @Test func `the facts that it shows are those of the article`() throws {
    let article = "Fixtures/articles/education-college-forum.facts.json"
    let whole = try object(try Data(contentsOf: Self.root.appending(path: article)))
    let facts = try #require(whole["facts"] as? [[String: Any]])
    let page = try String(contentsOf: Self.root.appending(path: "README.md"), encoding: .utf8)
    var shown = 0
    for line in page.split(separator: "\n") where line.hasPrefix("  {\"id\": ") {
      var fact = try object(Data(line.drop { $0 != "{" }.trimmingSuffix(",").utf8))
      let known = try #require(facts.first { $0["id"] as? String == fact["id"] as? String })
      // The page cuts a long text short.
      fact["text"] = known["text"]
      #expect(NSDictionary(dictionary: fact) == NSDictionary(dictionary: known), "\(line)")
      shown += 1
    }
    #expect(shown > 3)
    #expect(page.contains("among \(facts.count - shown) others"))
  }
}

extension Substring {
  fileprivate func trimmingSuffix(_ suffix: String) -> Substring {
    hasSuffix(suffix) ? dropLast(suffix.count) : self
  }
}
