import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Rule sets take what they use from the built-in rules.
@Suite struct GatheredSourcesTests {
  private static let breakRules = StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }

  private static let library = [
    RuleSource(
      path: "Lib/cascade.rules",
      text: "cascade one > two\nfact thing { name: text }\n"
    ),
    RuleSource(
      path: "Lib/one/words.rules",
      text: """
        list @place from "places.tsv"
        phase one
        rule place -> thing { match p:@place emit name = text(p) test "[Казань]" reject "река" }

        """
    ),
    RuleSource(path: "Lib/one/places.tsv", text: "Казань\n"),
    RuleSource(path: "Lib/tokens.rbbi", text: "!"),
  ]

  private func compile(_ text: String) throws -> RuleCompiler.Result {
    try RuleCompiler.compile(
      [RuleSource(path: "mine/own.rules", text: text)] + Self.breakRules,
      library: Self.library,
      dictionary: StandardLexicon.dictionary
    )
  }

  private func faults(_ text: String) throws -> [String] {
    let compiled = try compile(text)
    return compiled.diagnostics.filter { $0.severity == .error }
      .map { "\($0.code) \($0.message.label)" }
  }

  @Test func `use of the whole library brings its phases, which a cascade can go on from`() throws {
    let compiled = try compile(
      """
      use "standard"
      cascade standard > three
      phase three
      rule own -> thing { match <thing> "и" <thing> test "[Казань и Казань]" reject "Казань" }
      """
    )
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    #expect(compiled.program.phases.map(\.name) == ["one", "two", "three"])
    #expect(compiled.program.rules.map(\.name) == ["one.place", "three.own"])
    // The library's examples are not the set's to run.
    #expect(compiled.examples.map(\.ruleName) == ["three.own", "three.own"])
    let places = compiled.sources.sources.map(\.path)
    #expect(places.contains("standard/one/words.rules"))
    #expect(!places.contains("standard/tokens.rbbi"))
  }

  @Test func `a set without a cascade of its own has the library's`() throws {
    let compiled = try compile("use \"standard\"")
    #expect(compiled.program.phases.map(\.name) == ["one", "two"])
  }

  @Test func `one file can be used, and brings the tables that it names`() throws {
    let compiled = try compile(
      """
      use "standard/one/words.rules"
      cascade one
      fact thing { name: text }
      """
    )
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    #expect(compiled.program.lists.map(\.name) == ["place"])
    #expect(compiled.program.gazetteer.entries.isEmpty == false)
  }

  @Test func `a file that is not there is told with what may have been meant`() throws {
    let rest = "\ncascade one\nphase one\nfact thing { name: text }"
    #expect(
      try faults("use \"standard/one/word.rules\"" + rest)
        == ["R091 no such file; did you mean `standard/one/words.rules`?"]
    )
    #expect(
      try faults("use \"ovn.rules\"" + rest)
        == ["R090 no such file; did you mean `mine/own.rules`?"]
    )
    #expect(try faults("use \"own.rules\"" + rest) == [])
  }
}
