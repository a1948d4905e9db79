import FactExtraction
import FactTesting
import RuleLanguage
import TextEngine

/// Finds rules that lose all their own examples to other rules.
struct OwnExamples {
  private let compiled: RuleCompiler.Result
  private let extractor: Extractor

  /// The warnings about a rule set without faults.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  static func check(
    _ compiled: RuleCompiler.Result,
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> [Diagnostic] {
    let checker = OwnExamples(
      compiled: compiled,
      extractor: try Extractor(program: compiled.program, dictionary: dictionary)
    )
    var examples = [[RuleExample]](repeating: [], count: compiled.program.rules.count)
    for example in compiled.examples where !example.isReject {
      examples[example.rule].append(example)
    }
    return examples.compactMap { checker.check($0) }
  }

  /// How an example was lost.
  private struct Loss {
    var example: RuleExample
    /// The rule that took the words, with the numbers of its tokens and of the loser's.
    var killer: (rule: Int, tokens: Int, against: Int)?
  }

  /// The warning about one rule's examples; nil where one is won, or where the rule finds nothing by itself.
  private func check(_ examples: [RuleExample]) -> Diagnostic? {
    var loss: Loss?
    for example in examples {
      let document = Document(
        text: SourceText(example.text.text),
        date: ExampleRunner.documentDate
      )
      if extractor.extract(document).facts.contains(where: { $0.rule == example.rule }) {
        return nil
      }
      if loss == nil { loss = self.loss(of: example) }
    }
    return loss.map { diagnostic($0) }
  }

  private func diagnostic(_ loss: Loss) -> Diagnostic {
    let name = name(loss.example.rule)
    if let killer = loss.killer {
      return Diagnostic(
        .losesOwnExamples(name, to: "`\(self.name(killer.rule))`"),
        at: loss.example.text.range,
        labels: [
          Diagnostic.Label(
            range: compiled.origins[killer.rule].name,
            text: "takes the words: \(killer.tokens) tokens against \(killer.against)"
          )
        ]
      )
    }
    // No fact took them, so a block did.
    let blocks = blocks(beside: loss.example.rule)
    return Diagnostic(
      .losesOwnExamples(
        name,
        to: blocks.count == 1 ? "the block `\(self.name(blocks[0]))`" : "a block of its phase"
      ),
      at: loss.example.text.range,
      labels: blocks.map {
        Diagnostic.Label(range: compiled.origins[$0].name, text: "this block")
      }
    )
  }

  /// The blocks that compete with a rule.
  private func blocks(beside rule: Int) -> [Int] {
    let rules = compiled.program.rules
    let phase = compiled.program.phases.first { $0.rules.contains(rule) }
    return (phase?.rules ?? 0..<0).filter {
      rules[$0].schema == nil && rules[$0].pool == rules[rule].pool
    }
  }

  /// How the rule lost the example that the engine took up last; nil where it finds nothing by itself.
  private func loss(of example: RuleExample) -> Loss? {
    let program = compiled.program
    guard let phase = program.phases.firstIndex(where: { $0.rules.contains(example.rule) }),
      let own = extractor.engine.run(phase: phase, onlyRule: example.rule).first
    else { return nil }
    let winners = extractor.engine.run(phase: phase)
    guard !winners.contains(where: { $0.rule == example.rule }) else { return nil }
    let killer = winners.first { winner in
      winner.tokens.overlaps(own.tokens)
        && program.rules[winner.rule].pool == program.rules[example.rule].pool
    }
    return Loss(
      example: example,
      killer: killer.map { ($0.rule, $0.tokens.count, own.tokens.count) }
    )
  }

  /// A rule's name without its phase.
  private func name(_ rule: Int) -> String {
    let name = compiled.program.rules[rule].name
    return name.split(separator: ".").last.map(String.init) ?? name
  }
}
