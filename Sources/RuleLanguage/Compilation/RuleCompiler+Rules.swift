import TextEngine

extension RuleCompiler {
  mutating func compileRules(_ items: [ItemSyntax], cascade: [NameSyntax]) {
    var windows: [String: CompiledPhase.Window] = [:]
    var rules: [String: [(rule: RuleSyntax, isBlock: Bool)]] = [:]
    for item in items {
      switch item.kind {
      case .phase(let phase):
        if let window = phase.window {
          windows[phase.name.text] = window == .paragraph ? .paragraph : .sentence
        }
        if !cascade.contains(where: { $0.text == phase.name.text }), !cascade.isEmpty {
          state.diagnose(.phaseNotInCascade(phase.name.text), at: phase.name.range)
        }
      case .rule(let rule): collect(rule, isBlock: false, into: &rules)
      case .block(let rule): collect(rule, isBlock: true, into: &rules)
      default: break
      }
    }
    for phase in cascade {
      let first = state.program.rules.count
      for (rule, isBlock) in rules[phase.text] ?? [] {
        compile(rule, isBlock: isBlock, phase: phase.text)
      }
      state.program.phases.append(
        CompiledPhase(
          name: phase.text,
          window: windows[phase.text] ?? .sentence,
          rules: first..<state.program.rules.count
        )
      )
    }
  }

  private typealias PhaseRules = [String: [(rule: RuleSyntax, isBlock: Bool)]]

  private mutating func collect(_ rule: RuleSyntax, isBlock: Bool, into rules: inout PhaseRules) {
    guard let phase = rule.phase?.text else {
      state.diagnose(.noPhase(rule.name.text), at: rule.name.range)
      return
    }
    if let first = rules[phase, default: []].first(where: { $0.rule.name.text == rule.name.text }) {
      state.diagnose(
        .duplicate("rule", phase + "." + rule.name.text),
        at: rule.name.range,
        labels: [Diagnostic.Label(range: first.rule.name.range, text: "first here")]
      )
    }
    rules[phase, default: []].append((rule, isBlock))
  }

  private mutating func compile(_ rule: RuleSyntax, isBlock: Bool, phase: String) {
    let parts = RuleParts(rule, &state)
    guard !parts.isOff else { return }
    guard let pattern = parts.pattern else {
      state.diagnose(.missingMatch(rule.name.text), at: rule.name.range)
      return
    }
    var schema: Int?
    if !isBlock, let fact = rule.fact {
      schema = state.schemas[fact.text]
      if schema == nil {
        let near = NearestName.find(fact.text, in: state.schemas.keys.sorted())
        state.diagnose(.unknownName("fact", fact.text, nearest: near), at: fact.range)
        return
      }
    }
    var compiler = PatternCompiler()
    compiler.compile(pattern, &state)
    guard let start = StartSet(code: compiler.code) else {
      state.diagnose(.matchesNothing(rule.name.text), at: pattern.range)
      return
    }
    var compiled = CompiledRule(
      name: phase + "." + rule.name.text,
      schema: schema,
      code: compiler.code,
      labels: compiler.labels,
      start: start
    )
    compiled.priority = parts.priority
    compiled.pool = parts.pool.map { poolNumber($0.text) } ?? 0
    var origin = RuleOrigin(name: rule.name.range, pattern: compiler.origin)
    for syntax in parts.conditions {
      guard let condition = condition(syntax, compiler.labels) else { continue }
      compiled.conditions.append(condition)
      origin.conditions.append(syntax.range)
    }
    compileContexts(parts, into: &compiled, &origin)
    if let label = parts.spanLabel {
      compiled.spanLabel = labelNumber(label, compiler.labels)
    }
    if let schema { compileEmits(parts, rule, schema, into: &compiled) }
    let number = state.program.rules.count
    state.program.rules.append(compiled)
    origins.append(origin)
    let isBuiltIn = sources[rule.name.range.file]?.isBuiltIn ?? false
    for example in parts.examples where !isBuiltIn {
      examples.append(
        RuleExample(
          rule: number,
          ruleName: compiled.name,
          isReject: example.isReject,
          text: example.text,
          fields: example.fields
        )
      )
    }
  }

  private mutating func poolNumber(_ name: String) -> Int {
    if let index = poolNames.firstIndex(of: name) { return index + 1 }
    poolNames.append(name)
    return poolNames.count
  }

  private mutating func labelNumber(_ name: NameSyntax, _ labels: [String]) -> Int? {
    if let label = labels.firstIndex(of: name.text) { return label }
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
          let near = NearestName.find(name.text, in: state.annotationTypes.keys.sorted())
          state.diagnose(.unknownName("annotation", name.text, nearest: near), at: name.range)
          continue
        }
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
    rule.contexts.append(
      CompiledRule.Context(isBefore: isBefore, code: compiler.code, maximumLength: length)
    )
    origin.contexts.append(compiler.origin)
  }

  private mutating func compileEmits(
    _ parts: RuleParts,
    _ rule: RuleSyntax,
    _ schema: Int,
    into compiled: inout CompiledRule
  ) {
    let schema = state.program.schemas[schema]
    let compiler = EmitCompiler(schema: schema, labels: compiled.labels)
    for assignment in parts.assignments {
      if let field = compiler.compile(assignment, &state) { compiled.emits.append(field) }
    }
    let given = parts.assignments.map { $0.path.map(\.text).joined(separator: ".") }
    for field in schema.fields where field.isRequired && !given.contains(field.name) {
      state.diagnose(.missingField(field.name, rule: rule.name.text), at: rule.name.range)
    }
  }
}
