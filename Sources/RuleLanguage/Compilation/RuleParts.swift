import TextEngine

/// The clauses of a rule, sorted by what they say.
struct RuleParts {
  var pattern: PatternSyntax?
  var conditions: [ConditionSyntax] = []
  var contexts: [(UnlessSyntax, SourceRange)] = []
  var assignments: [AssignmentSyntax] = []
  var spanLabel: NameSyntax?
  var priority = 0
  var pool: NameSyntax?
  var isOff = false
  var examples: [(text: MarkedText, isReject: Bool, fields: [TestFieldSyntax])] = []

  init(_ rule: RuleSyntax, _ state: inout CompilationState) {
    for clause in rule.clauses {
      switch clause.kind {
      case .match(let found):
        if pattern != nil { state.diagnose(.repeatedClause("match"), at: clause.keyword) }
        pattern = found
      case .conditions(let found): conditions += found
      case .unless(let found): contexts.append((found, clause.range))
      case .emit(let found): assignments += found
      case .span(let label): spanLabel = label
      case .priority(let value): priority = value
      case .pool(let name): pool = name
      case .off: isOff = true
      case .test(let test): examples.append((test.text, false, test.fields))
      case .reject(let text): examples.append((text, true, []))
      }
    }
  }
}
