import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Each rule set of `Fixtures/diagnostics/compilation` and `Fixtures/diagnostics/lints` has the whole text of what the
/// compiler says of it beside it.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites these texts, and then fails.
@Suite struct CompilationDiagnosticsTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  private static let fixtures = root.appending(path: "Fixtures/diagnostics")

  static func files() -> [String] {
    ["compilation", "lints"].flatMap { folder in
      let place = fixtures.appending(path: folder).path
      let all = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      return all.filter { $0.hasSuffix(".rules") }.sorted().map { folder + "/" + $0 }
    }
  }

  private func diagnostics(_ name: String) throws -> RuleCompiler.Result {
    let bytes = try Data(contentsOf: Self.fixtures.appending(path: name))
    let path = name.split(separator: "/").last.map(String.init) ?? name
    return try RuleCompiler.check(
      [RuleSource(path: path, bytes: Array(bytes))]
        + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" },
      dictionary: StandardLexicon.dictionary
    )
  }

  @Test(arguments: files())
  func `faults of meaning are shown as they should be`(name: String) throws {
    let compiled = try diagnostics(name)
    let actual = DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
    let golden = Self.fixtures.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("rewrote \(name).txt")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(actual == expected, "\(actual)")
  }

  @Test func `every fault of meaning and every warning has an example`() throws {
    var shown: Set<String> = []
    for name in Self.files() { shown.formUnion(try diagnostics(name).diagnostics.map(\.code)) }
    var known = Set(DiagnosticCatalogue.entries.map(\.code).filter { !$0.hasPrefix("R1") })
    // The parser refuses an entry without words before the compiler sees it.
    known.remove("R062")
    // It takes running the examples to find this one; the command's tests have it.
    known.remove("L07")
    #expect(known.count > 60)
    #expect(known.subtracting(shown).sorted() == [])
  }

  @Test func `warnings are looked for only where they are asked for`() throws {
    let sources =
      [
        RuleSource(
          path: "x.rules",
          text: "cascade a\nfact f { n: text }\nphase a\nrule r -> f { match 'год' }"
        )
      ]
      + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }
    let dictionary = StandardLexicon.dictionary
    let without = try RuleCompiler.compile(sources, dictionary: dictionary)
    let with = try RuleCompiler.check(sources, dictionary: dictionary)
    #expect(without.diagnostics.isEmpty)
    #expect(with.diagnostics.map(\.code) == ["L01", "L02"])
  }

  @Test func `the shipped rules give no warning`() throws {
    let compiled = try RuleCompiler.check(
      StandardRules.sources,
      dictionary: StandardLexicon.dictionary
    )
    #expect(DiagnosticRenderer(compiled.sources).render(compiled.diagnostics) == "")
  }
}
