import TextEngine

extension RuleCompiler {
  mutating func compileRules(_ items: [ItemSyntax], cascade: [NameSyntax]) {
    let phases = collectPhases(items, cascade: cascade)
    state.order.phases = phases.running.map(\.name.text)
    for (place, phase) in phases.running.enumerated() {
      for collected in phase.rules where !collected.rule.isOff && !collected.isBlock {
        guard let schema = collected.rule.fact.flatMap({ state.schemas[$0.text] }) else { continue }
        if state.order.firstPhase[schema] == nil { state.order.firstPhase[schema] = place }
      }
    }
    for (place, phase) in phases.running.enumerated() {
      let first = state.program.rules.count
      state.order.current = place
      for collected in phase.rules {
        guard let rule = compile(collected, phase: phase.name.text) else { continue }
        state.program.rules.append(rule.compiled)
        origins.append(rule.origin)
        ruleSyntax.append(collected.rule)
      }
      state.program.phases.append(
        CompiledPhase(
          name: phase.name.text,
          window: phase.window ?? .sentence,
          rules: first..<state.program.rules.count
        )
      )
    }
    state.order.current = nil
    checkUnused(items, phases.lost)
  }

  /// Finds the faults of rules whose phase never runs, and of definitions that nothing uses.
  private mutating func checkUnused(_ items: [ItemSyntax], _ lost: [CollectedPhase]) {
    let definitions = items.compactMap { item -> DefinitionSyntax? in
      guard case .definition(let definition) = item.kind else { return nil }
      return state.usedDefinitions.contains(definition.name.text) ? nil : definition
    }
    guard !definitions.isEmpty || lost.contains(where: { !$0.rules.isEmpty }) else { return }
    // What is compiled on trial must leave nothing in the program.
    var trial = self
    for phase in lost {
      for collected in phase.rules { _ = trial.compile(collected, phase: phase.name.text) }
    }
    for definition in definitions where state.definitions[definition.name.text] == definition {
      var compiler = PatternCompiler()
      compiler.compile(definition.pattern, &trial.state)
    }
    state.diagnostics = trial.state.diagnostics
  }

  private struct Compiled {
    var compiled: CompiledRule
    var origin: RuleOrigin
  }

  private mutating func compile(_ collected: CollectedRule, phase: String) -> Compiled? {
    let rule = collected.rule
    let parts = RuleParts(rule, isBlock: collected.isBlock, &state)
    guard !parts.isOff else { return nil }
    var schema: Int?
    var isSound = true
    if !collected.isBlock, let fact = rule.fact {
      schema = state.schemas[fact.text]
      if schema == nil {
        state.diagnoseUnknown("fact", fact, among: state.schemas.keys)
        isSound = false
      }
    }
    // The parser tells of a rule without a pattern.
    guard let pattern = parts.pattern else { return nil }
    let faults = state.diagnostics.count
    var compiler = PatternCompiler()
    compiler.compile(pattern, &state)
    let hasFaultyPattern = state.diagnostics.count > faults
    if CompiledRule.canTakeNothing(compiler.code) {
      state.diagnose(.matchesNothing(rule.name.text), at: pattern.range)
      isSound = false
    }
    var compiled = CompiledRule(
      name: phase + "." + rule.name.text,
      schema: schema,
      code: compiler.code,
      labels: compiler.labels
    )
    compiled.narrows = rule.narrows
    if rule.narrows, !hasFaultyPattern,
      !compiler.code.contains(where: { if case .agreementStart = $0 { true } else { false } })
    {
      state.diagnose(.nothingToNarrow(rule.name.text), at: pattern.range)
    }
    compiled.priority = parts.priority
    compiled.pool = parts.pool.map { poolNumber($0.text) } ?? 0
    var origin = RuleOrigin(name: rule.name.range, pattern: compiler.origin)
    let contents = LabelContents(of: pattern, labels: compiler.labels, state)
    for syntax in parts.conditions {
      guard let condition = condition(syntax, compiler.labels) else { continue }
      checkCondition(syntax, condition, contents)
      compiled.conditions.append(condition)
      origin.conditions.append(syntax.range)
    }
    compileContexts(parts, into: &compiled, &origin)
    if let label = parts.spanLabel {
      compiled.spanLabel = labelNumber(label, compiler.labels)
    }
    if let label = parts.partLabel {
      compiled.partLabel = labelNumber(label, compiler.labels)
    }
    if let schema {
      compileEmits(parts, rule, schema, contents, hasFaultyPattern, into: &compiled)
      checkTests(parts, schema)
    }
    guard isSound else { return nil }
    let isBuiltIn = sources[rule.name.range.file]?.isBuiltIn ?? false
    for example in parts.examples where !isBuiltIn {
      examples.append(
        RuleExample(
          rule: state.program.rules.count,
          ruleName: compiled.name,
          isReject: example.isReject,
          text: example.text,
          fields: example.fields
        )
      )
    }
    return Compiled(compiled: compiled, origin: origin)
  }

  private mutating func poolNumber(_ name: String) -> Int {
    if let index = poolNames.firstIndex(of: name) { return index + 1 }
    poolNames.append(name)
    return poolNames.count
  }

  private mutating func labelNumber(_ name: NameSyntax, _ labels: [String]) -> Int? {
    if let label = labels.firstIndex(of: name.text) { return label }
    guard name.isOfLatinLetters else { return nil }
    state.diagnose(
      .unknownLabel(name.text, nearest: NearestName.find(name.text, in: labels)),
      at: name.range
    )
    return nil
  }

  private mutating func condition(
    _ syntax: ConditionSyntax,
    _ labels: [String]
  ) -> CompiledRule.Condition? {
    guard let name = CompiledRule.Condition.Name(rawValue: syntax.name.text) else {
      guard syntax.name.isOfLatinLetters else { return nil }
      let known = CompiledRule.Condition.Name.allCases.map(\.rawValue)
      let near = NearestName.find(syntax.name.text, in: known)
      state.diagnose(.unknownCondition(syntax.name.text, nearest: near), at: syntax.name.range)
      return nil
    }
    guard syntax.arguments.count == 2 else {
      state.diagnose(.wrongConditionArguments(syntax.name.text), at: syntax.range)
      return nil
    }
    var numbers: [Int] = []
    for argument in syntax.arguments {
      let label = NameSyntax(text: argument.text, range: argument.range)
      if let number = labelNumber(label, labels) { numbers.append(number) }
    }
    guard numbers.count == 2 else { return nil }
    return CompiledRule.Condition(name: name, first: numbers[0], second: numbers[1])
  }

  private mutating func compileContexts(
    _ parts: RuleParts,
    into rule: inout CompiledRule,
    _ origin: inout RuleOrigin
  ) {
    for (unless, range) in parts.contexts {
      switch unless {
      case .inside(let name):
        guard let type = state.annotationTypes[name.text] else {
          state.diagnoseUnknown("annotation", name, among: state.annotationTypes.keys)
          continue
        }
        state.checkOrder(ofType: type, name)
        rule.notInside.append(type)
        origin.notInside.append(range)
      case .before(let pattern):
        addContext(pattern, isBefore: true, into: &rule, &origin)
      case .after(let pattern):
        addContext(pattern, isBefore: false, into: &rule, &origin)
      }
    }
  }

  private mutating func addContext(
    _ pattern: PatternSyntax,
    isBefore: Bool,
    into rule: inout CompiledRule,
    _ origin: inout RuleOrigin
  ) {
    var compiler = PatternCompiler()
    compiler.compile(pattern, &state)
    guard let length = PatternCompiler.maximumTokens(of: compiler.code, longestEntry: 12) else {
      state.diagnose(.unlimitedContext(isBefore ? "before" : "after"), at: pattern.range)
      return
    }
    if PatternCompiler.takesNothing(compiler.code) {
      state.diagnose(.alwaysRefused(isBefore ? "before" : "after"), at: pattern.range)
    }
    rule.contexts.append(
      CompiledRule.Context(isBefore: isBefore, code: compiler.code, maximumLength: length)
    )
    origin.contexts.append(compiler.origin)
  }

  private mutating func compileEmits(
    _ parts: RuleParts,
    _ rule: RuleSyntax,
    _ number: Int,
    _ contents: LabelContents,
    _ hasFaultyPattern: Bool,
    into compiled: inout CompiledRule
  ) {
    let schema = state.program.schemas[number]
    let compiler = EmitCompiler(
      schema: schema,
      isIncomplete: state.factSyntax[number].isIncomplete,
      labels: compiled.labels
    )
    let checker = EmitChecker(schema: number, contents: contents)
    var given: [String: AssignmentSyntax] = [:]
    var hasFaults = hasFaultyPattern
    for assignment in parts.assignments {
      if let first = given[assignment.name] {
        state.diagnose(
          .assignedTwice(assignment.name),
          at: assignment.pathRange,
          labels: [Diagnostic.Label(range: first.pathRange, text: "first here")]
        )
        continue
      }
      given[assignment.name] = assignment
      let before = state.diagnostics.count
      if let field = compiler.compile(assignment, &state) {
        checker.check(assignment, field: field.field, &state)
        compiled.emits.append(field)
      }
      if state.diagnostics.count > before || state.hasSyntaxFault(in: assignment.range) {
        hasFaults = true
      }
    }
    for field in schema.fields where field.isRequired && given[field.name] == nil {
      // A field that seems to be misspelt was told of.
      let isMisspelt = given.keys.contains {
        schema.field(named: $0) == nil
          && NearestName.find($0, in: schema.fields.map(\.name)) == field.name
      }
      guard !rule.isIncomplete, !isMisspelt else { continue }
      state.diagnose(.missingField(field.name, rule: rule.name.text), at: rule.name.range)
    }
    // What is missing because of another fault is not told.
    guard !hasFaults, let pattern = parts.pattern else { return }
    let required = parts.assignments.filter { assignment in
      schema.field(named: assignment.name).map { schema.fields[$0].isRequired } ?? false
    }
    PresenceChecker.check(required, pattern, contents, &state)
  }
}
