import TextEngine

extension RuleCompiler {
  /// The phases of the one `cascade`, each once.
  mutating func cascade(_ items: [ItemSyntax]) -> [NameSyntax] {
    var found: (names: [NameSyntax], range: SourceRange)?
    var library: [NameSyntax] = []
    for item in items {
      guard case .cascade(let names) = item.kind else { continue }
      if sources[item.range.file]?.isBuiltIn == true {
        library = names
      } else if let first = found {
        state.diagnose(
          .duplicate("cascade", names.first?.text ?? ""),
          at: item.range,
          labels: [Diagnostic.Label(range: first.range, text: "first here")]
        )
      } else {
        found = (names, item.range)
      }
    }
    guard let found else {
      if library.isEmpty { state.diagnose(.missingCascade, at: placeForCascade(items)) }
      return library
    }
    // `standard` stands for the phases of the library.
    let names = found.names.flatMap { name in
      name.text == GatheredSources.libraryName && !library.isEmpty ? library : [name]
    }
    var phases: [NameSyntax] = []
    for name in names {
      if let first = phases.first(where: { $0.text == name.text }) {
        state.diagnose(
          .phaseTwice(name.text),
          at: name.range,
          labels: [Diagnostic.Label(range: first.range, text: "first here")]
        )
      } else {
        phases.append(name)
      }
    }
    return phases
  }

  /// Where a cascade would belong: at the first phase, or at the start of the first rule file.
  private func placeForCascade(_ items: [ItemSyntax]) -> SourceRange {
    for item in items {
      if case .phase(let phase) = item.kind { return phase.name.range }
    }
    let file = sources.sources.firstIndex { $0.path.hasSuffix(".rules") } ?? 0
    return SourceRange(file: file, start: 0, end: 0)
  }

  /// The phases in the order of the cascade, then those that are not in it, with their rules.
  mutating func collectPhases(
    _ items: [ItemSyntax],
    cascade: [NameSyntax]
  ) -> (running: [CollectedPhase], lost: [CollectedPhase]) {
    var phases = cascade.map { CollectedPhase(name: $0) }
    var places: [String: Int] = [:]
    for (place, name) in cascade.enumerated() { places[name.text] = place }
    var hasRules = [Bool](repeating: false, count: phases.count)
    for item in items {
      switch item.kind {
      case .phase(let phase):
        if places[phase.name.text] == nil {
          if !cascade.isEmpty { diagnoseLost(phase.name, cascade) }
          places[phase.name.text] = phases.count
          phases.append(CollectedPhase(name: phase.name))
        } else if !cascade.isEmpty, !cascade.contains(where: { $0.text == phase.name.text }) {
          diagnoseLost(phase.name, cascade)
        }
        if let place = places[phase.name.text] { setWindow(of: phase, in: &phases[place]) }
      case .rule(let rule): collect(rule, isBlock: false, &phases, places, &hasRules)
      case .block(let rule): collect(rule, isBlock: true, &phases, places, &hasRules)
      default: break
      }
    }
    for (place, name) in cascade.enumerated() where !hasRules[place] && name.isOfLatinLetters {
      state.diagnose(.emptyPhase(name.text), at: name.range)
    }
    return (Array(phases.prefix(cascade.count)), Array(phases.dropFirst(cascade.count)))
  }

  private mutating func diagnoseLost(_ name: NameSyntax, _ cascade: [NameSyntax]) {
    guard name.isOfLatinLetters else { return }
    let near = NearestName.find(name.text, in: cascade.map(\.text))
    state.diagnose(.phaseNotInCascade(name.text, nearest: near), at: name.range)
  }

  private mutating func setWindow(of phase: PhaseSyntax, in collected: inout CollectedPhase) {
    guard let window = phase.window, let range = phase.windowRange else { return }
    let compiled: CompiledPhase.Window = window == .paragraph ? .paragraph : .sentence
    if let first = collected.window, let firstRange = collected.windowRange, first != compiled {
      state.diagnose(
        .otherWindow(phase.name.text),
        at: range,
        labels: [Diagnostic.Label(range: firstRange, text: "another window here")]
      )
    } else {
      (collected.window, collected.windowRange) = (compiled, range)
    }
  }

  private mutating func collect(
    _ rule: RuleSyntax,
    isBlock: Bool,
    _ phases: inout [CollectedPhase],
    _ places: [String: Int],
    _ hasRules: inout [Bool]
  ) {
    // The parser tells of a rule without a phase.
    guard let phase = rule.phase?.text, let place = places[phase] else { return }
    if hasRules.indices.contains(place) { hasRules[place] = true }
    let first = phases[place].rules.first { $0.rule.name.text == rule.name.text }
    if let first {
      state.diagnose(
        .duplicate("rule", phase + "." + rule.name.text),
        at: rule.name.range,
        labels: [Diagnostic.Label(range: first.rule.name.range, text: "first here")]
      )
    }
    phases[place].rules.append(CollectedRule(rule: rule, isBlock: isBlock))
  }
}
