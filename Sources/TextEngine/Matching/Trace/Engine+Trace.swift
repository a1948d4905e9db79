extension Engine {
  /// The sentences or paragraphs in which a phase looks for matches, as tokens.
  public func windows(ofPhase phase: Int) -> [Range<Int>] {
    program.phases.indices.contains(phase) ? windows(of: program.phases[phase].window) : []
  }

  /// Runs a phase as `run(phase:onlyRule:)` does, and tells what happened besides.
  ///
  /// - Complexity: as `run(phase:onlyRule:)`, and two readings of the clock for each try of a rule.
  public func record(phase: Int, onlyRule: Int? = nil) -> (winners: [Match], record: PhaseRecord) {
    let recorder = PhaseRecorder(phase: phase, ruleCount: program.phases[phase].rules.count)
    let candidates = candidates(phase: phase, onlyRule: onlyRule, recorder)
    recorder.record.candidates = candidates
    recorder.record.killers = Overlap.killers(of: candidates, rules: program.rules)
    let winners = Overlap.winners(of: candidates, rules: program.rules)
    return (winners, recorder.record)
  }

  /// Follows one rule from one token of a window, with all that stops it.
  ///
  /// The annotations must be those that the rule's phase sees: run the phases before it first.
  ///
  /// - Complexity: O(*n*·*m*) in the tokens of the window and the instructions of the rule, many times slower than
  ///   running the phase.
  public func trace(rule number: Int, at start: Int, window: Range<Int>) -> RuleTrace {
    let rule = program.rules[number]
    var trace = TraceMatcher.trace(
      rule.code,
      rule: number,
      from: start,
      window: window,
      document,
      forms
    )
    for index in trace.candidates.indices {
      let candidate = trace.candidates[index]
      trace.candidates[index].refusal = refusal(
        of: number,
        start..<candidate.end,
        candidate.path,
        window
      )
    }
    return trace
  }

  /// What refuses a match, in the order in which it is asked.
  private func refusal(
    of number: Int,
    _ tokens: Range<Int>,
    _ path: MatchPath,
    _ window: Range<Int>
  ) -> RuleTrace.Refusal? {
    let rule = program.rules[number]
    for (place, type) in rule.notInside.enumerated() where document.isInside(type, tokens) {
      return .inside(place)
    }
    for place in rule.contexts.indices where stands(context: place, of: number, tokens, window) {
      return .context(place)
    }
    for (place, condition) in rule.conditions.enumerated() where !holds(condition, path) {
      return .condition(place)
    }
    return nil
  }

  /// Whether a pattern stands beside a match that may not.
  private func stands(
    context place: Int,
    of number: Int,
    _ tokens: Range<Int>,
    _ window: Range<Int>
  ) -> Bool {
    let context = entries[number].contexts[place]
    let ends = contextMatcher.ends
    if context.isBefore {
      let isWhole = contextMatcher.run(
        context.state,
        from: max(window.lowerBound, tokens.lowerBound - context.maximumLength),
        through: tokens.lowerBound,
        window: window.lowerBound..<tokens.lowerBound,
        limit: .max / 2
      )
      return isWhole && ends.count > 0 && ends[ends.count - 1].end == tokens.lowerBound
    }
    let isWhole = contextMatcher.run(
      context.state,
      from: tokens.upperBound,
      window: tokens.upperBound..<min(window.upperBound, tokens.upperBound + context.maximumLength),
      limit: .max / 2
    )
    return isWhole && ends.count > 0
  }
}
