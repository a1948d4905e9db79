import FactExtraction
public import RuleLanguage
public import TextEngine

/// Runs the examples of rules with every way followed, and counts what they go through.
public struct CoverageRunner {
  private let compiled: RuleCompiler.Result
  private let extractor: Extractor

  /// Makes a runner for compiled rules.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(_ compiled: RuleCompiler.Result, dictionary: MorphDictionary) throws(TokenizerError) {
    self.compiled = compiled
    extractor = try Extractor(program: compiled.program, dictionary: dictionary)
  }

  /// What the examples show of the rules.
  public func run() -> RuleCoverage {
    let program = compiled.program
    let names = ElementNames(compiled)
    var coverage = RuleCoverage(
      rules: zip(program.rules, compiled.origins).map { rule, origin in
        RuleCoverage.Item(
          owner: rule.name,
          range: origin.name,
          place: names.place(of: origin.name),
          text: rule.name
        )
      },
      alternatives: []
    )
    var places: [SourceRange: Int] = [:]
    for (rule, origin) in compiled.origins.enumerated() {
      for alternative in origin.pattern.alternatives where places[alternative.range] == nil {
        places[alternative.range] = coverage.alternatives.count
        coverage.alternatives.append(
          RuleCoverage.Item(
            owner: owner(of: alternative, rule: rule),
            range: alternative.range,
            place: names.place(of: alternative.range),
            text: names.text(of: alternative.range),
            isWord: alternative.isWord
          )
        )
      }
    }
    for example in compiled.examples { run(example, places, &coverage) }
    // What the rules take in from the library has its examples there.
    let isBuiltIn = { (item: RuleCoverage.Item) in
      compiled.sources[item.range.file]?.isBuiltIn == true
    }
    coverage.rules.removeAll(where: isBuiltIn)
    coverage.alternatives.removeAll(where: isBuiltIn)
    coverage.alternatives.sort { left, right in
      (left.range.file, left.range.span.start) < (right.range.file, right.range.span.start)
    }
    return coverage
  }

  private func owner(of alternative: PatternOrigin.Alternative, rule: Int) -> String {
    let uses = compiled.origins[rule].pattern.uses
    // A use that starts where the alternative does stands in it, and is not around it.
    let use = uses.first {
      $0.places.contains(alternative.start) && $0.places.lowerBound < alternative.start
    }
    return use?.name ?? compiled.program.rules[rule].name
  }

  private func run(
    _ example: RuleExample,
    _ places: [SourceRange: Int],
    _ coverage: inout RuleCoverage
  ) {
    let rule = example.rule
    guard let phase = compiled.program.phases.firstIndex(where: { $0.rules.contains(rule) }) else {
      return
    }
    let engine = extractor.engine
    var traces: [RuleTrace] = []
    let record = ExtractionRecord { current in
      guard current == phase else { return }
      traces = engine.windows(ofPhase: phase).flatMap { window in
        window.map { engine.trace(rule: rule, at: $0, window: window) }
      }
    }
    let document = Document(text: SourceText(example.text.text), date: ExampleRunner.documentDate)
    _ = extractor.extract(document, onlyRule: rule, recording: record)
    let matches = record.phases.last?.candidates.filter { $0.rule == rule } ?? []
    guard example.isReject == matches.isEmpty else { return }
    let alternatives = compiled.origins[rule].pattern.alternatives
    if example.isReject {
      coverage.rules[rule].isStopped = true
      let asked = Set(traces.flatMap { $0.asked.map(\.place) })
      for alternative in alternatives where asked.contains(alternative.start) {
        if let place = places[alternative.range] { coverage.alternatives[place].isStopped = true }
      }
      return
    }
    coverage.rules[rule].isFired = true
    for match in matches {
      guard let trace = traces.first(where: { $0.start == match.start }) else { continue }
      let way = Set(trace.candidates.first { $0.end == match.end }?.places ?? [])
      // Where the pattern may end, no text can be rejected for lack of what may follow: that it was asked for in vain
      // at the end of a match is all that an example can show.
      let atEnd = Set(trace.asked.filter { $0.token == match.end }.map(\.place))
      for alternative in alternatives {
        guard let place = places[alternative.range] else { continue }
        if way.contains(alternative.start) {
          coverage.alternatives[place].isFired = true
        } else if atEnd.contains(alternative.start) {
          coverage.alternatives[place].isStopped = true
        }
      }
    }
  }
}
