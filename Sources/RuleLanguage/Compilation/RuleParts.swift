import TextEngine

/// The clauses of a rule, sorted by what they say.
struct RuleParts {
  var pattern: PatternSyntax?
  var conditions: [ConditionSyntax] = []
  var contexts: [(UnlessSyntax, SourceRange)] = []
  var assignments: [AssignmentSyntax] = []
  var spanLabel: NameSyntax?
  var partLabel: NameSyntax?
  var priority = 0
  var pool: NameSyntax?
  var isOff = false
  var examples: [(text: MarkedText, isReject: Bool, fields: [TestFieldSyntax])] = []

  init(_ rule: RuleSyntax, isBlock: Bool, _ state: inout CompilationState) {
    var seen: [(keyword: String, range: SourceRange)] = []
    for clause in rule.clauses {
      switch clause.kind {
      case .match(let found):
        Self.once("match", clause, &seen, &state)
        if pattern == nil { pattern = found }
      case .conditions(let found): conditions += found
      case .unless(let found): contexts.append((found, clause.range))
      case .emit(let found):
        if isBlock { state.diagnose(.clauseOfBlock("emit"), at: clause.keyword) }
        assignments += found
      case .span(let label):
        if isBlock { state.diagnose(.clauseOfBlock("span"), at: clause.keyword) }
        Self.once("span", clause, &seen, &state)
        spanLabel = label
      case .per(let label):
        if isBlock { state.diagnose(.clauseOfBlock("per"), at: clause.keyword) }
        Self.once("per", clause, &seen, &state)
        partLabel = label
      case .priority(let value):
        Self.once("priority", clause, &seen, &state)
        priority = value
      case .pool(let name):
        Self.once("pool", clause, &seen, &state)
        pool = name
      case .off: isOff = true
      case .test(let test):
        if isBlock, let field = test.fields.first {
          state.diagnose(.fieldsOfBlock, at: field.path.first?.range ?? clause.range)
        }
        examples.append((test.text, false, test.fields))
      case .reject(let text): examples.append((text, true, []))
      }
    }
  }

  private static func once(
    _ keyword: String,
    _ clause: ClauseSyntax,
    _ seen: inout [(keyword: String, range: SourceRange)],
    _ state: inout CompilationState
  ) {
    if let first = seen.first(where: { $0.keyword == keyword }) {
      state.diagnose(
        .repeatedClause(keyword),
        at: clause.keyword,
        labels: [Diagnostic.Label(range: first.range, text: "first here")]
      )
    } else {
      seen.append((keyword, clause.keyword))
    }
  }
}

extension RuleSyntax {
  /// Whether a clause `off` keeps the rule from running.
  var isOff: Bool { clauses.contains { $0.kind == .off } }
}
