import FactTesting
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Coverage counts what examples go through.
@Suite struct CoverageTests {
  private func coverage(_ rules: String) throws -> (RuleCoverage, RuleSourceSet) {
    let text = "cascade main\nfact found { a: text }\nphase main\n" + rules
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "rules/x.rules", text: text)]
        + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" },
      dictionary: StandardLexicon.dictionary
    )
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    let runner = try CoverageRunner(compiled, dictionary: StandardLexicon.dictionary)
    return (runner.run(), compiled.sources)
  }

  private func list(_ rules: String) throws -> [String] {
    let (coverage, sources) = try coverage(rules)
    return coverage.alternatives.map { item in
      "\(sources.string(in: item.range)) \(item.isFired ? "fired" : "-") \(item.isStopped ? "stopped" : "-")"
    }
  }

  @Test func `an alternative is fired by an accepting example and stopped by a rejecting one`()
    throws
  {
    let found = try list(
      """
      rule one -> found { match ("выше" | "ниже" | 'вокруг') 'норма' test "воды [ниже нормы]" reject "воды около нормы" }
      """
    )
    #expect(found == ["\"выше\" - stopped", "\"ниже\" fired stopped", "'вокруг' - stopped"])
  }

  @Test func `an alternative that no rejecting example gets to is not stopped`() throws {
    let found = try list(
      """
      rule one -> found { match 'норма' ("воды" | "снега") test "[норма воды]" reject "правило воды" }
      """
    )
    #expect(found == ["\"воды\" fired -", "\"снега\" - -"])
  }

  @Test
  func `where the pattern may end, an accepting example that ends there stops what may follow`()
    throws
  {
    let found = try list(
      """
      rule one -> found { match 'норма' ("воды" | "снега")? test "[норма воды]" test "[норма] ясна" reject "правило" }
      """
    )
    #expect(found == ["\"воды\" fired stopped", "\"снега\" - stopped"])
  }

  @Test func `the alternatives of a definition count once, whoever uses it`() throws {
    let (coverage, _) = try coverage(
      """
      def side = "левый" | "правый"
      rule one -> found { match side 'берег' test "[левый берег]" reject "берег" }
      rule two -> found { match 'сам' side 'борт' test "[сам правый борт]" reject "сам борт" }
      """
    )
    #expect(coverage.alternatives.map(\.owner) == ["side", "side"])
    #expect(coverage.share == 1)
  }

  @Test func `words are counted apart, as the entries of lists are`() throws {
    let (coverage, _) = try coverage(
      """
      rule one -> found { match ("левый" | 'правый' | [short]) 'берег' test "[левый берег]" test "[рад берег]" reject "дом" }
      """
    )
    #expect(coverage.words == (1, 2))
    #expect(coverage.alternatives.map(\.isWord) == [true, true, false])
    #expect(coverage.isComplete)
  }

  @Test func `a rule without examples is not covered, a block is by what it takes`() throws {
    let (coverage, _) = try coverage(
      """
      rule one -> found { match 'берег' }
      block two { match 'борт' test "[борт]" reject "берег" }
      """
    )
    #expect(coverage.rules.map(\.isFired) == [false, true])
    #expect(coverage.rules.map(\.isStopped) == [false, true])
    #expect(coverage.counts == (2, 4))
  }
}
