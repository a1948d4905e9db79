import Foundation
import RuleLanguage
import Testing

/// The rule files that come with the library.
@Suite struct StandardRulesSyntaxTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rules")

  static func files() -> [String] {
    let all =
      FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
    return all.filter { $0.hasSuffix(".rules") }.sorted()
  }

  @Test(arguments: files())
  func `the file has no fault of syntax`(path: String) throws {
    let data = try Data(contentsOf: Self.folder.appending(path: path))
    let source = RuleSource(path: "Rules/\(path)", bytes: Array(data))
    let parsed = ParsedRuleFile(parsing: source, index: 0)
    let rendered = DiagnosticRenderer(RuleSourceSet([source])).render(parsed.diagnostics)
    #expect(rendered.isEmpty, "\(rendered)")
    #expect(!parsed.file.items.isEmpty)
  }
}
