import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Each rule set of `Fixtures/diagnostics/compilation` has the whole text of what the compiler says of it beside it.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites these texts, and then fails.
@Suite struct CompilationDiagnosticsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let folder = root.appending(path: "Fixtures/diagnostics/compilation")

  static func files() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".rules") }.sorted()
  }

  private func rendered(_ name: String) throws -> String {
    let bytes = try Data(contentsOf: Self.folder.appending(path: name))
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: name, bytes: Array(bytes))]
        + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" },
      dictionary: StandardLexicon.dictionary
    )
    return DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
  }

  @Test(arguments: files())
  func `faults of meaning are shown as they should be`(name: String) throws {
    let actual = try rendered(name)
    let golden = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("rewrote \(name).txt")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(actual == expected, "\(actual)")
  }

  @Test func `every fault of meaning has an example`() throws {
    let pattern = /R0[0-9][0-9]/
    var shown: Set<String> = []
    for name in Self.files() {
      shown.formUnion(try rendered(name).matches(of: pattern).map { String($0.output) })
    }
    let file = Self.root.appending(
      path: "Sources/RuleLanguage/Diagnostics/DiagnosticMessage+Compilation.swift"
    )
    let catalogue = String(decoding: try Data(contentsOf: file), as: UTF8.self)
    var known = Set(catalogue.matches(of: /"(R0[0-9][0-9])"/).map { String($0.output.1) })
    // The parser refuses an entry without words before the compiler sees it.
    known.remove("R062")
    #expect(known.count > 20)
    #expect(known.subtracting(shown).sorted() == [])
  }
}
