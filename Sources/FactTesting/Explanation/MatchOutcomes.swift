import FactExtraction
import RuleLanguage
import TextEngine

/// Tells what became of a match: what it lost to, what it won over, which fact it gave.
struct MatchOutcomes {
  private let names: ElementNames
  private let engine: Engine
  private let record: ExtractionRecord
  private let found: ExtractedDocument
  private let unit: OffsetUnit
  private let program: RuleProgram

  init(
    names: ElementNames,
    engine: Engine,
    record: ExtractionRecord,
    _ found: ExtractedDocument,
    unit: OffsetUnit
  ) {
    self.names = names
    self.engine = engine
    self.record = record
    self.found = found
    self.unit = unit
    program = names.compiled.program
  }

  /// A match from its candidate in a trace.
  ///
  /// - Parameter accepted: The end of the match that the rule offered from this start, if there is one.
  func match(
    _ candidate: RuleTrace.Candidate,
    of trace: RuleTrace,
    phase: Int,
    steps: [RuleExplanation.Step],
    accepted: Int?
  ) -> RuleExplanation.Match {
    let tokens = trace.start..<candidate.end
    var match = RuleExplanation.Match(
      span: engine.span(of: tokens),
      tokens: tokens.count,
      steps: steps,
      captures: captures(candidate.path, rule: trace.rule),
      outcome: .lost
    )
    if let refusal = candidate.refusal {
      match.outcome = self.refusal(refusal, rule: trace.rule)
    } else if candidate.end != accepted {
      match.outcome = .shorter
    } else if let phase = record.phases.first(where: { $0.phase == phase }) {
      settle(&match, rule: trace.rule, tokens, phase)
    }
    return match
  }

  private func captures(
    _ path: MatchPath,
    rule: Int
  ) -> [(label: String, spans: [TextSpan])] {
    program.rules[rule].labels.enumerated().compactMap { label, name in
      let ranges = path.ranges(ofLabel: label).filter { !$0.isEmpty }
      return ranges.isEmpty ? nil : (name, ranges.map(engine.span(of:)))
    }
  }

  private func refusal(_ refusal: RuleTrace.Refusal, rule: Int) -> RuleExplanation.Outcome {
    let origin = names.compiled.origins[rule]
    let range: SourceRange?
    var keyword = ""
    switch refusal {
    case .condition(let place):
      range = origin.conditions.indices.contains(place) ? origin.conditions[place] : nil
      keyword = "where "
    case .context(let place):
      range =
        origin.contexts.indices.contains(place) ? origin.contexts[place].instructions.last : nil
      keyword = program.rules[rule].contexts[place].isBefore ? "unless before " : "unless after "
    case .inside(let place):
      range = origin.notInside.indices.contains(place) ? origin.notInside[place] : nil
    }
    guard let range else { return .refused(keyword, place: "") }
    return .refused(keyword + names.text(of: range), place: names.place(of: range))
  }

  private func settle(
    _ match: inout RuleExplanation.Match,
    rule: Int,
    _ tokens: Range<Int>,
    _ phase: PhaseRecord
  ) {
    guard
      let own = phase.candidates.indices.first(where: {
        phase.candidates[$0].rule == rule && phase.candidates[$0].tokens == tokens
      })
    else {
      match.outcome = .covered
      return
    }
    match.competitors = competitors(of: own, in: phase)
    if phase.killers[own] != nil { return }
    guard program.rules[rule].schema != nil else {
      match.outcome = .taken
      return
    }
    let emission = record.emissions.first { $0.phase == phase.phase && $0.candidate == own }
    guard let fact = emission?.fact else {
      match.outcome = .impossible
      return
    }
    if let place = found.facts.firstIndex(where: { $0.rule == rule && $0.span == fact.span }) {
      let map = OffsetMap(engine.text, unit: unit)
      match.outcome = .fact(found.factIDs(of: program, map)[place])
      match.fields = fields(of: found.facts[place])
    } else {
      match.outcome = .assembled
      match.fields = fields(of: fact).filter { name, _ in !isReference(name, of: fact) }
    }
  }

  private func fields(of fact: Fact) -> [(name: String, value: String)] {
    program.schemas[fact.schema].fields.enumerated().compactMap { place, field in
      guard fact.fields.indices.contains(place), let value = fact.fields[place] else { return nil }
      if case .unknown = value { return (field.name, "null") }
      return FieldComparison.text(
        field.name,
        of: fact,
        in: found,
        program: program,
        text: engine.text
      ).map { (field.name, $0) }
    }
  }

  /// Whether a field refers to another fact: before facts are linked it counts them in another order.
  private func isReference(_ name: String, of fact: Fact) -> Bool {
    guard let place = program.schemas[fact.schema].field(named: name) else { return false }
    if case .reference? = fact.fields[place] { return true }
    return false
  }

  // MARK: Competitors

  private func competitors(of own: Int, in phase: PhaseRecord) -> [RuleExplanation.Competitor] {
    let mine = phase.candidates[own]
    let others = phase.candidates.indices.filter { other in
      other != own && phase.candidates[other].tokens.overlaps(mine.tokens)
        && program.rules[phase.candidates[other].rule].pool == program.rules[mine.rule].pool
    }
    return others.map { other -> RuleExplanation.Competitor in
      let match = phase.candidates[other]
      let isWinner: Bool? =
        phase.killers[own] == other ? true : phase.killers[other] == own ? false : nil
      return RuleExplanation.Competitor(
        rule: program.rules[match.rule].name,
        place: names.place(ofRule: match.rule),
        span: engine.span(of: match.tokens),
        isWinner: isWinner,
        reason: isWinner == true ? reason(match, mine) : reason(mine, match)
      )
    }.sorted { left, right in
      func rank(_ isWinner: Bool?) -> Int { isWinner.map { $0 ? 0 : 1 } ?? 2 }
      return rank(left.isWinner) < rank(right.isWinner)
    }
  }

  /// Why one match is stronger than another, by the first thing that differs.
  private func reason(_ winner: Match, _ loser: Match) -> String {
    let (won, lost) = (program.rules[winner.rule], program.rules[loser.rule])
    if won.priority != lost.priority {
      return "priority \(won.priority) against \(lost.priority)"
    }
    if winner.tokens.count != loser.tokens.count {
      return "\(winner.tokens.count) tokens against \(loser.tokens.count)"
    }
    if winner.start != loser.start { return "it starts earlier" }
    return "it stands first in the rules"
  }
}
