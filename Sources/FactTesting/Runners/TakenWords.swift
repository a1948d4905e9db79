import FactExtraction
import TextEngine

/// Who has the words that a test wants: the facts and blocks of other rules that overlap them.
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

  /// What a rule lost a span to in the whole cascade: facts and blocks of its own phase, else facts of any.
  ///
  /// The document runs again for that; the extractor has another state afterwards.
  func takers(ofRule rule: Int, over span: TextSpan, in document: Document) -> [FoundFact] {
    let record = ExtractionRecord()
    let found = extractor.extract(document, recording: record)
    let phase = record.phases.first { extractor.program.phases[$0.phase].rules.contains(rule) }
    let winners = phase.map { matches(of: $0) { $0 != rule } } ?? []
    let near = winners.filter { $0.span.overlaps(span) }
    if !near.isEmpty { return near }
    return facts(over: span, in: found, of: document.text) { $0.rule == rule }
  }

  /// The words that a block took in a document, in the order of the text.
  func words(ofBlock block: Int, in record: ExtractionRecord) -> [FoundFact] {
    record.phases.flatMap { matches(of: $0) { $0 == block } }
  }

  /// The matches that won a phase, of the rules that are wanted.
  private func matches(
    of phase: PhaseRecord,
    _ isWanted: (Int) -> Bool
  ) -> [FoundFact] {
    phase.candidates.indices.filter {
      phase.killers[$0] == nil && isWanted(phase.candidates[$0].rule)
    }.map { place in
      let match = phase.candidates[place]
      let rule = extractor.program.rules[match.rule]
      let span = extractor.engine.spanInSentence(of: match.tokens)
      return FoundFact(
        rule: rule.name,
        kind: rule.schema.map { extractor.program.schemas[$0].name },
        span: span,
        text: extractor.engine.text.string(in: span)
      )
    }.sorted { ($0.span.start, -$0.span.end) < ($1.span.start, -$1.span.end) }
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
