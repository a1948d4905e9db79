public import FactExtraction
public import RuleLanguage
public import TextEngine

/// Tells why a fact is there, or why a rule did not match.
///
/// It runs the document again and follows the one rule with all its ways, so it needs the rules as they were compiled,
/// with their places, and not only the program.
public final class Explainer {
  let extractor: Extractor
  let compiled: RuleCompiler.Result
  let names: ElementNames
  private let unit: OffsetUnit

  /// Makes an explainer of compiled rules.
  ///
  /// - Parameter unit: What the offsets in the ids of facts count.
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(
    _ compiled: RuleCompiler.Result,
    dictionary: MorphDictionary,
    unit: OffsetUnit = .scalar
  ) throws(TokenizerError) {
    self.compiled = compiled
    self.unit = unit
    extractor = try Extractor(program: compiled.program, dictionary: dictionary)
    names = ElementNames(compiled)
  }

  /// The rules by name: the one of that full name, or else those of any phase with that name.
  public func rules(named name: String) -> [Int] {
    let rules = compiled.program.rules
    if let exact = rules.firstIndex(where: { $0.name == name }) { return [exact] }
    return rules.indices.filter {
      rules[$0].name.split(separator: ".").last.map(String.init) == name
    }
  }

  /// The rule name that is spelt most like one that does not exist.
  public func nearestRule(to name: String) -> String? {
    let full = compiled.program.rules.map(\.name)
    let short = full.compactMap { $0.split(separator: ".").last.map(String.init) }
    return NearestName.find(name, in: full) ?? NearestName.find(name, in: short)
  }

  // MARK: Rules

  /// What a rule did at a byte of a document, or, without one, where it got furthest; nil in a document without tokens.
  public func explain(rule: Int, at byte: Int?, in document: Document) -> RuleExplanation? {
    explain(rule: rule, byte.map { .byte($0) } ?? .anywhere, in: document)
  }

  /// Which tries of a rule are of interest.
  private enum Place {
    /// All.
    case anywhere
    /// Those that look at a byte.
    case byte(Int)
    /// The one that starts at a token.
    case start(Int)
  }

  private func explain(rule: Int, _ place: Place, in document: Document) -> RuleExplanation? {
    guard let phase = compiled.program.phases.firstIndex(where: { $0.rules.contains(rule) }) else {
      return nil
    }
    var traces: [RuleTrace] = []
    var steps: [[RuleExplanation.Step]] = []
    var found: RuleExplanation?
    let record = ExtractionRecord { [self] current in
      // The rule must see what its phase sees: no facts of this phase, none of later ones.
      guard current == phase else { return }
      traces = self.traces(of: rule, phase: phase, at: place)
      guard let best = bestTrace(traces, at: place) else { return }
      found = explanation(of: best, among: traces, phase: phase)
      let reader = StepReader(names, extractor.engine)
      steps = best.candidates.map { reader.steps($0.steps, of: rule) }
    }
    let facts = extractor.extract(document, recording: record)
    guard var explanation = found, let best = bestTrace(traces, at: place) else { return nil }
    let outcomes = MatchOutcomes(
      names: names,
      engine: extractor.engine,
      record: record,
      facts,
      unit: unit
    )
    explanation.matches = best.candidates.enumerated().map { index, candidate in
      outcomes.match(
        candidate,
        of: best,
        phase: phase,
        steps: steps[index],
        accepted: best.accepted?.end
      )
    }
    return explanation
  }

  private func traces(of rule: Int, phase: Int, at place: Place) -> [RuleTrace] {
    let engine = extractor.engine
    let wanted = wantedToken(place)
    let windows = engine.windows(ofPhase: phase).filter { window in
      wanted.map { window.contains($0) } ?? true
    }
    return windows.flatMap { window in
      window.map { engine.trace(rule: rule, at: $0, window: window) }
    }
  }

  private func wantedToken(_ place: Place) -> Int? {
    switch place {
    case .anywhere: nil
    case .byte(let byte): token(at: byte)
    case .start(let token): token
    }
  }

  /// The token that holds a byte or is the next after it; the last one at the end.
  private func token(at byte: Int) -> Int {
    let tokens = extractor.engine.document.tokens
    let next = tokens.ends.firstIndex { Int($0) > byte } ?? tokens.count - 1
    return max(0, next)
  }

  /// The try to show: a match before a refused one before a way that only got far; those that cover the place first.
  private func bestTrace(_ traces: [RuleTrace], at place: Place) -> RuleTrace? {
    if case .start(let token) = place { return traces.first { $0.start == token } }
    let wanted = wantedToken(place)
    func rank(_ trace: RuleTrace) -> (Int, Int, Int) {
      let end = trace.accepted?.end ?? trace.candidates.first?.end
      let reach = end.map { $0 - 1 } ?? trace.reach
      let covers = wanted.map { trace.start <= $0 && $0 <= reach } ?? true
      let kind = trace.accepted != nil ? 2 : trace.candidates.isEmpty ? 0 : 1
      // A try that only starts at the place is better than one that gets far and stops before it.
      return (covers ? 1 : 0, kind, reach - trace.start)
    }
    return traces.max { rank($0) < rank($1) }
  }

  private func explanation(
    of best: RuleTrace,
    among traces: [RuleTrace],
    phase: Int
  ) -> RuleExplanation {
    let engine = extractor.engine
    let rule = compiled.program.rules[best.rule]
    let own = traces.filter { $0.window == best.window }
    let reader = StepReader(names, engine)
    var explanation = RuleExplanation(
      rule: rule.name,
      place: names.place(ofRule: best.rule),
      kind: rule.schema.map { compiled.program.schemas[$0].name },
      window: engine.span(of: best.window),
      isParagraph: compiled.program.phases[phase].window == .paragraph,
      starts: own.count,
      failedAtOnce: own.count { $0.path.isEmpty && $0.candidates.isEmpty },
      start: engine.span(of: best.start..<(best.start + 1))
    )
    if best.candidates.isEmpty {
      explanation.steps = reader.steps(best.path, of: best.rule)
      explanation.stops = reader.stops(best)
    }
    return explanation
  }

  // MARK: Facts

  /// What is known of a fact.
  public enum FactAnswer: Sendable {
    /// How it came to be.
    case explained(RuleExplanation)
    /// Code put it together, and no match of a rule is its own.
    case assembled
    /// The document has no such fact; these are the ids that it has.
    case unknown([String])
  }

  /// How the fact with an id came to be.
  public func explain(factID id: String, in document: Document) -> FactAnswer {
    let record = ExtractionRecord()
    let found = extractor.extract(document, recording: record)
    let map = OffsetMap(document.text, unit: unit)
    let ids = found.factIDs(of: compiled.program, map)
    guard let place = ids.firstIndex(of: id) else { return .unknown(ids) }
    return explanation(of: found.facts[place], record, document).map { .explained($0) }
      ?? .assembled
  }

  /// How the facts that cover a byte came to be, the shortest first.
  public func explainFacts(at byte: Int, in document: Document) -> [RuleExplanation] {
    let record = ExtractionRecord()
    let facts = extractor.extract(document, recording: record).facts
    let covering = facts.filter { $0.span.start <= byte && byte < $0.span.end }
      .sorted { ($0.span.count, $0.span.start) < ($1.span.count, $1.span.start) }
    // What the record says of this run stays true while other rules are looked at.
    return covering.compactMap { explanation(of: $0, record, document) }
  }

  private func explanation(
    of fact: Fact,
    _ record: ExtractionRecord,
    _ document: Document
  ) -> RuleExplanation? {
    let emission =
      record.emissions.first { $0.fact?.rule == fact.rule && $0.fact?.span == fact.span }
      ?? record.emissions.first { emission in
        emission.fact.map { $0.rule == fact.rule && $0.span.overlaps(fact.span) } ?? false
      }
    guard let emission, let phase = record.phases.first(where: { $0.phase == emission.phase })
    else { return nil }
    let match = phase.candidates[emission.candidate]
    return explain(rule: match.rule, .start(match.start), in: document)
  }
}
