import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Words that a rule set adds are words for all of its rules.
@Suite struct LexiconTests {
  private static let breakRules = StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }

  private func compile(_ files: [String: String]) throws -> RuleCompiler.Result {
    try RuleCompiler.check(
      files.map { RuleSource(path: $0.key, text: $0.value) } + Self.breakRules,
      dictionary: StandardLexicon.dictionary
    )
  }

  private static let rules = """
    language ru
    cascade main
    fact found { name: text }
    phase main
    rule r -> found { match 'айылом' emit name = "a" test "[айылом]" reject "а" }

    """

  @Test func `an added word is known with all its forms`() throws {
    let without = try compile(["a.rules": Self.rules])
    #expect(without.diagnostics == [])
    let with = try compile([
      "a.rules": Self.rules, "b.rules": "lexicon {\n  айыл like тыл\n}\n",
    ])
    // The lemma of «айылом» is «айыл» now.
    #expect(with.diagnostics.map(\.code) == ["R031"])
  }

  @Test func `a table may hold the words`() throws {
    let compiled = try compile([
      "a.rules": Self.rules + "lexicon from \"words.tsv\" columns (like, as)\n",
      "words.tsv": "маслихат\tкомитет\nайыл\tтыл\tinan\n",
    ])
    #expect(compiled.diagnostics.map(\.code) == ["R031"])
    #expect(!compiled.program.words.isEmpty)
  }

  @Test func `a missing table is a fault`() throws {
    let compiled = try compile(["a.rules": "lexicon from \"words.tsv\" columns (like)\n"])
    #expect(compiled.diagnostics.map(\.code).contains("R060"))
  }
}
