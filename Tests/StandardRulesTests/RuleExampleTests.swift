import FactTesting
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// The examples that stand in the shipped rules.
struct RuleExampleTests {
  @Test func `the shipped rules have no faults`() throws {
    let compiled = try StandardRules.compile(dictionary: StandardLexicon.dictionary)
    let errors = compiled.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.map { "\($0.range) \($0.message.text)" })")
    #expect(!compiled.program.rules.isEmpty)
  }

  @Test func `every example of a shipped rule holds, alone and in the cascade`() throws {
    let compiled = try StandardRules.compile(dictionary: StandardLexicon.dictionary)
    let runner = try ExampleRunner(compiled, dictionary: StandardLexicon.dictionary)
    for result in runner.run(PlacedExample.all(of: compiled)) where result.status != .passed {
      Issue.record("\(ReportText().text(result))")
    }
    #expect(!compiled.examples.isEmpty)
  }

  @Test func `every shipped rule has an accepting and a rejecting example`() throws {
    let compiled = try StandardRules.compile(dictionary: StandardLexicon.dictionary)
    for rule in UntestedRule.all(of: compiled) {
      Issue.record("\(rule.rule) has \(rule.lacksTest ? "no test" : "no reject")")
    }
  }

  @Test func `the examples of the shipped rules show every rule and every alternative`() throws {
    let compiled = try StandardRules.compile(dictionary: StandardLexicon.dictionary)
    let coverage = try CoverageRunner(compiled, dictionary: StandardLexicon.dictionary).run()
    #expect(coverage.alternatives.count > 500)
    for gap in coverage.gaps {
      Issue.record(
        "\(gap.place) \(gap.owner): \(gap.text)\(gap.isFired ? "" : ", not fired")\(gap.isStopped ? "" : ", not stopped")"
      )
    }
  }
}
