public import TextEngine

/// Compiles the files of a rule set to one program.
public struct RuleCompiler {
  /// What compiling gave.
  public struct Result: Sendable {
    /// The program; it must not run where a diagnostic is an error.
    public var program: RuleProgram
    /// All faults and warnings of all files.
    public var diagnostics: [Diagnostic]
    /// The examples of all rules, in order.
    public var examples: [RuleExample]
    /// The sources that the diagnostics speak of.
    public var sources: RuleSourceSet
  }

  private let sources: RuleSourceSet
  private var state: CompilationState
  private var examples: [RuleExample] = []

  /// Compiles sources: `.rules` files, the `.tsv` files that they name, and the break rules in `tokens.rbbi`.
  ///
  /// The order of the sources does not matter.
  ///
  /// - Throws: `TokenizerError` where the break rules are missing or faulty.
  public static func compile(
    _ sources: [RuleSource],
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> Result {
    let ordered = sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let breakRules = ordered.first { $0.path.hasSuffix("tokens.rbbi") }?.bytes ?? []
    let tokenizer = try Tokenizer(rules: breakRules.span)
    var compiler = RuleCompiler(
      sources: RuleSourceSet(ordered),
      state: CompilationState(words: WordReader(tokenizer: tokenizer, dictionary: dictionary))
    )
    compiler.state.program.tokenRules = breakRules
    compiler.compileAll()
    return Result(
      program: compiler.state.program,
      diagnostics: compiler.state.diagnostics.inSourceOrder,
      examples: compiler.examples,
      sources: compiler.sources
    )
  }

  private init(sources: RuleSourceSet, state: CompilationState) {
    self.sources = sources
    self.state = state
  }

  private mutating func compileAll() {
    var items: [ItemSyntax] = []
    for (index, source) in sources.sources.enumerated() where source.path.hasSuffix(".rules") {
      let parsed = ParsedRuleFile(parsing: source, index: index)
      state.diagnostics += parsed.diagnostics
      items += parsed.file.items
    }
    declareSchemas(items)
    declareDefinitions(items)
    declareLists(items)
    compileRules(items, cascade: cascade(items))
    state.program.findGates()
  }

  // MARK: Declarations

  private mutating func cascade(_ items: [ItemSyntax]) -> [NameSyntax] {
    var found: (names: [NameSyntax], range: SourceRange)?
    for item in items {
      guard case .cascade(let names) = item.kind else { continue }
      if let first = found {
        state.diagnose(
          .duplicate("cascade", names.first?.text ?? ""),
          at: item.range,
          labels: [Diagnostic.Label(range: first.range, text: "first here")]
        )
      } else {
        found = (names, item.range)
      }
    }
    if found == nil {
      state.diagnose(.missingCascade, at: SourceRange(file: 0, start: 0, end: 0))
    }
    return found?.names ?? []
  }

  private mutating func declareSchemas(_ items: [ItemSyntax]) {
    for item in items {
      guard case .fact(let fact) = item.kind else { continue }
      guard state.schemas[fact.name.text] == nil else {
        state.diagnose(.duplicate("fact", fact.name.text), at: fact.name.range)
        continue
      }
      let fields = fact.fields.map { field in
        FactSchema.Field(
          path: field.path.map(\.text),
          type: Self.type(field.type),
          isRequired: field.modifiers.contains(.required),
          isKey: field.modifiers.contains(.key),
          isAlias: field.modifiers.contains(.alias)
        )
      }
      let place = state.program.schemas.count
      state.schemas[fact.name.text] = place
      for name in [fact.name.text, fact.name.text + "_again"] {
        state.annotationTypes[name] = state.program.annotationTypes.count
        state.program.annotationTypes.append(name)
      }
      state.program.schemas.append(FactSchema(name: fact.name.text, fields: fields))
    }
  }

  private static func type(_ type: FieldSyntax.FieldType) -> FieldType {
    switch type {
    case .text: .text
    case .decimal: .decimal
    case .date: .date
    case .bool: .bool
    case .span: .span
    case .spans: .spans
    case .enumeration(let names): .choice(names.map(\.text))
    case .reference(let names): .reference([names.text])
    }
  }

  private mutating func declareDefinitions(_ items: [ItemSyntax]) {
    for item in items {
      guard case .definition(let definition) = item.kind else { continue }
      if let first = state.definitions[definition.name.text] {
        state.diagnose(
          .duplicate("def", definition.name.text),
          at: definition.name.range,
          labels: [Diagnostic.Label(range: first.name.range, text: "first here")]
        )
      } else {
        state.definitions[definition.name.text] = definition
      }
    }
  }

  private mutating func declareLists(_ items: [ItemSyntax]) {
    var found: [(ListSyntax, [ListEntrySyntax])] = []
    for item in items {
      guard case .list(let list) = item.kind else { continue }
      guard state.lists[list.name.text] == nil else {
        state.diagnose(.duplicate("list", "@" + list.name.text), at: list.name.range)
        continue
      }
      let entries = entries(of: list)
      var features: [String] = []
      for entry in entries {
        for feature in entry.features where !features.contains(feature.name.text) {
          features.append(feature.name.text)
        }
      }
      state.lists[list.name.text] = state.program.lists.count
      if list.name.text == "numeral" { state.program.numeralList = state.program.lists.count }
      if list.name.text == "numeral_ending" {
        state.program.numeralEndings = entries.compactMap(Self.numeralEnding)
      }
      state.program.lists.append(RuleList(name: list.name.text, features: features))
      found.append((list, entries))
    }
    for (list, entries) in found { ListCompiler.compile(list, entries: entries, &state) }
  }

  private static func numeralEnding(_ entry: ListEntrySyntax) -> NumeralEnding? {
    let features = Dictionary(
      entry.features.map { ($0.name.text, $0.value.text) },
      uniquingKeysWith: { first, _ in first }
    )
    guard let letters = entry.words.first?.text,
      let cells = features["cells"].flatMap({ Cells($0) }),
      let kind = features["class"].flatMap(NumeralEnding.Kind.init(rawValue:))
    else { return nil }
    return NumeralEnding(letters: letters, kind: kind, cells: cells)
  }

  private mutating func entries(of list: ListSyntax) -> [ListEntrySyntax] {
    switch list.content {
    case .entries(let entries): return entries
    case .file(let path, let columns):
      let folder = sources[list.name.range.file]?.path.split(separator: "/").dropLast() ?? []
      let wanted = (folder.map(String.init) + [path.text]).joined(separator: "/")
      guard
        let index = sources.sources.firstIndex(where: {
          $0.path == wanted || $0.path == "/" + wanted
        })
      else {
        state.diagnose(.missingFile(path.text), at: path.range)
        return []
      }
      let table = ParsedListFile(
        parsing: sources.sources[index],
        index: index,
        columns: columns.map(\.text)
      )
      state.diagnostics += table.diagnostics
      return table.entries
    }
  }

  // MARK: Rules

  private mutating func compileRules(_ items: [ItemSyntax], cascade: [NameSyntax]) {
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
    compiled.conditions = parts.conditions.compactMap { condition($0, compiler.labels) }
    compileContexts(parts, into: &compiled)
    if let label = parts.spanLabel {
      compiled.spanLabel = labelNumber(label, compiler.labels)
    }
    if let schema { compileEmits(parts, rule, schema, into: &compiled) }
    let number = state.program.rules.count
    state.program.rules.append(compiled)
    for example in parts.examples {
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

  private var poolNames: [String] = []

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

  private mutating func compileContexts(_ parts: RuleParts, into rule: inout CompiledRule) {
    for (unless, range) in parts.contexts {
      switch unless {
      case .inside(let name):
        guard let type = state.annotationTypes[name.text] else {
          let near = NearestName.find(name.text, in: state.annotationTypes.keys.sorted())
          state.diagnose(.unknownName("annotation", name.text, nearest: near), at: name.range)
          continue
        }
        rule.notInside.append(type)
      case .before(let pattern):
        addContext(pattern, isBefore: true, range, into: &rule)
      case .after(let pattern):
        addContext(pattern, isBefore: false, range, into: &rule)
      }
    }
  }

  private mutating func addContext(
    _ pattern: PatternSyntax,
    isBefore: Bool,
    _ range: SourceRange,
    into rule: inout CompiledRule
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
