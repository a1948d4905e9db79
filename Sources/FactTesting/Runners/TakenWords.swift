import FactExtraction
import TextEngine

/// Who has the words that a test wants: the facts of other rules that overlap them.
///
/// A block takes words and gives no fact, so it cannot be named here; whether one did is told by the rule alone.
struct TakenWords {
  let extractor: Extractor

  /// The facts of other rules over a span, in the order of the text.
  func facts(
    over span: TextSpan,
    in found: ExtractedDocument,
    of text: SourceText,
    except isOwn: (Fact) -> Bool
  ) -> [FoundFact] {
    found.facts.filter { $0.span.overlaps(span) && !isOwn($0) }.map {
      FoundFact($0, program: extractor.program, text: text)
    }
  }

  /// Why a rule does not have words in the whole cascade that no other fact has either.
  ///
  /// The rule runs alone for that; the extractor has another state afterwards.
  func reason(forRule rule: Int, over span: TextSpan, of document: Document) -> String {
    let alone = extractor.extract(document, onlyRule: rule).facts.filter { $0.rule == rule }
    return alone.contains { $0.span == span }
      ? "alone, the rule finds it; no other fact has these words, so a block took them"
      : "no other fact has these words, and alone the rule does not find it either"
  }
}

extension FoundFact {
  /// A fact as reports show it.
  init(_ fact: Fact, program: RuleProgram, text: SourceText) {
    self.init(
      rule: program.rules[fact.rule].name,
      kind: program.schemas[fact.schema].name,
      span: fact.span,
      text: text.string(in: fact.span)
    )
  }
}
