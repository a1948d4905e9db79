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
    /// The rule or block that took the words.
    var killer: Match
    /// The match that lost.
    var own: Match
  }

  /// The warning about one rule's examples; nil where one is won, or where the rule finds nothing in them.
  private func check(_ examples: [RuleExample]) -> Diagnostic? {
    var loss: Loss?
    for example in examples {
      let document = Document(
        text: SourceText(example.text.text),
        date: ExampleRunner.documentDate
      )
      let record = ExtractionRecord()
      _ = extractor.extract(document, recording: record)
      for phase in record.phases {
        for (match, killer) in zip(phase.candidates, phase.killers) where match.rule == example.rule
        {
          guard let killer else { return nil }
          if loss == nil {
            loss = Loss(example: example, killer: phase.candidates[killer], own: match)
          }
        }
      }
    }
    return loss.map { diagnostic($0) }
  }

  private func diagnostic(_ loss: Loss) -> Diagnostic {
    let isBlock = compiled.program.rules[loss.killer.rule].schema == nil
    let killer = (isBlock ? "the block " : "") + "`\(name(loss.killer.rule))`"
    return Diagnostic(
      .losesOwnExamples(name(loss.example.rule), to: killer),
      at: loss.example.text.range,
      labels: [
        Diagnostic.Label(
          range: compiled.origins[loss.killer.rule].name,
          text: "takes the words: \(loss.killer.tokens.count) tokens "
            + "against \(loss.own.tokens.count)"
        )
      ]
    )
  }

  /// A rule's name without its phase.
  private func name(_ rule: Int) -> String {
    let name = compiled.program.rules[rule].name
    return name.split(separator: ".").last.map(String.init) ?? name
  }
}
