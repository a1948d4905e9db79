import TextEngine

/// Looks for what is probably a mistake in rules that compile without faults.
///
/// Each finding is a warning with a code `L01` and up. What the examples show when they run is for others to find.
struct RuleLinter {
  let compiler: RuleCompiler
  let items: [ItemSyntax]
  let usage: RuleUsage
  var diagnostics: [Diagnostic] = []

  /// The warnings about a rule set.
  static func lint(_ compiler: RuleCompiler, _ items: [ItemSyntax]) -> [Diagnostic] {
    var linter = RuleLinter(compiler: compiler, items: items)
    linter.checkExamples()
    linter.checkShadows()
    linter.checkPatterns()
    linter.checkConditions()
    linter.checkNames()
    linter.checkLists()
    return linter.diagnostics
  }

  private let words: WordCover

  /// What turns patterns into nodes, with the words that were looked up before.
  var nodeBuilder: NodeBuilder {
    NodeBuilder(
      definitions: compiler.state.definitions,
      reader: compiler.state.words,
      words: words
    )
  }

  private init(compiler: RuleCompiler, items: [ItemSyntax]) {
    self.compiler = compiler
    words = WordCover(reader: compiler.state.words)
    self.items = items
    usage = RuleUsage(items, definitions: compiler.state.definitions)
  }

  mutating func warn(
    _ message: DiagnosticMessage,
    at range: SourceRange,
    labels: [Diagnostic.Label] = []
  ) {
    diagnostics.append(Diagnostic(message, at: range, labels: labels))
  }

  // MARK: Examples

  private mutating func checkExamples() {
    var accepting = [Bool](repeating: false, count: compiler.ruleSyntax.count)
    var rejecting = accepting
    for example in compiler.examples where accepting.indices.contains(example.rule) {
      if example.isReject {
        rejecting[example.rule] = true
      } else {
        accepting[example.rule] = true
      }
    }
    for (place, rule) in compiler.ruleSyntax.enumerated() {
      let isBlock = compiler.state.program.rules[place].schema == nil
      if !accepting[place] {
        warn(.noAcceptingExample(rule.name.text, isBlock: isBlock), at: rule.name.range)
      }
      if !rejecting[place] {
        warn(.noRejectingExample(rule.name.text, isBlock: isBlock), at: rule.name.range)
      }
    }
  }

  // MARK: Rules that can never win

  private mutating func checkShadows() {
    let program = compiler.state.program
    var builder = nodeBuilder
    let cover = builder.words
    let nodes = compiler.ruleSyntax.map { rule in
      rule.pattern.flatMap { builder.node(of: $0) }?.plain
    }
    for phase in program.phases {
      for loser in phase.rules {
        guard let wanted = nodes[loser] else { continue }
        let winner = phase.rules.first { winner in
          guard winner != loser, let node = nodes[winner],
            program.rules[winner].pool == program.rules[loser].pool,
            program.rules[winner].priority > program.rules[loser].priority
              || program.rules[winner].priority == program.rules[loser].priority && winner < loser,
            isLessStrict(winner, loser)
          else { return false }
          return node.covers(wanted, cover)
        }
        guard let winner else { continue }
        warn(
          .neverWins(
            compiler.ruleSyntax[loser].name.text,
            winner: compiler.ruleSyntax[winner].name.text,
            isSame: nodes[winner] == wanted
          ),
          at: compiler.ruleSyntax[loser].name.range,
          labels: [
            Diagnostic.Label(
              range: compiler.ruleSyntax[winner].name.range,
              text: "this rule takes the same words first"
            )
          ]
        )
      }
    }
  }

  /// Whether whatever keeps one rule from matching keeps the other from it as well.
  private func isLessStrict(_ winner: Int, _ loser: Int) -> Bool {
    let mine = compiler.ruleSyntax[winner].restrictions
    guard !mine.isEmpty else { return true }
    let theirs = compiler.ruleSyntax[loser].restrictions.map { compiler.sources.string(in: $0) }
    return mine.allSatisfy { theirs.contains(compiler.sources.string(in: $0)) }
  }

  // MARK: Conditions and spans

  private mutating func checkConditions() {
    for (place, rule) in compiler.ruleSyntax.enumerated() {
      let compiled = compiler.state.program.rules[place]
      guard let pattern = rule.pattern,
        !compiled.conditions.isEmpty || compiled.spanLabel != nil
      else { continue }
      let contents = LabelContents(of: pattern, labels: compiled.labels, compiler.state)
      var conditions: [ConditionSyntax] = []
      for clause in rule.clauses {
        if case .conditions(let own) = clause.kind { conditions += own }
      }
      for (condition, syntax) in zip(compiled.conditions, conditions) {
        check(condition, syntax, contents, pattern)
      }
      if let label = compiled.spanLabel { checkSpan(label, rule, contents, pattern) }
    }
  }

  private mutating func check(
    _ condition: CompiledRule.Condition,
    _ syntax: ConditionSyntax,
    _ contents: LabelContents,
    _ pattern: PatternSyntax
  ) {
    var presence = Presence(
      needs: [(condition.first, .set), (condition.second, .set)],
      contents: contents,
      compiler.state,
      isGenerous: true
    )
    if let ways = presence.ways(through: pattern), !ways.contains(3) {
      warn(
        .idleCondition(
          syntax.name.text,
          because: "`\(contents.labels[condition.first])` and "
            + "`\(contents.labels[condition.second])` are never set together",
          help: "a condition about a label that is not set holds; take it out, or mend the labels"
        ),
        at: syntax.range
      )
      return
    }
    guard condition.name == .counted else { return }
    let hasNumeral = contents.holdings[condition.first].contains { holding in
      if case .annotation(let type) = holding { type == CoreAnnotation.numeral.type } else { false }
    }
    if !hasNumeral {
      warn(
        .idleCondition(
          syntax.name.text,
          because: "`\(contents.labels[condition.first])` holds no `<Num>`",
          help: "`counted` asks for the form that a `<Num>` governs, as in `n:<Num>`"
        ),
        at: syntax.range
      )
    }
  }

  private mutating func checkSpan(
    _ label: Int,
    _ rule: RuleSyntax,
    _ contents: LabelContents,
    _ pattern: PatternSyntax
  ) {
    var presence = Presence(needs: [(label, .set)], contents: contents, compiler.state)
    guard let ways = presence.ways(through: pattern), ways.contains(0) else { return }
    for clause in rule.clauses {
      guard case .span(let name) = clause.kind else { continue }
      let place = contents.places[label]
      warn(
        .spanMayBeUnset(name.text),
        at: name.range,
        labels: place.map { [Diagnostic.Label(range: $0, text: "`\(name.text)` is defined here")] }
          ?? []
      )
    }
  }
}

extension RuleSyntax {
  /// The rule's pattern.
  var pattern: PatternSyntax? {
    for clause in clauses {
      if case .match(let pattern) = clause.kind { return pattern }
    }
    return nil
  }

  /// The patterns of `unless before` and `unless after`.
  var contexts: [PatternSyntax] {
    clauses.compactMap { clause in
      switch clause.kind {
      case .unless(.before(let pattern)), .unless(.after(let pattern)): pattern
      default: nil
      }
    }
  }

  /// Where the clauses stand that keep the rule from matching.
  var restrictions: [SourceRange] {
    clauses.compactMap { clause in
      switch clause.kind {
      case .conditions, .unless: clause.range
      default: nil
      }
    }
  }
}
