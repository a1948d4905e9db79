import RuleLanguage

/// A rule as it is written, for the plain matcher.
struct ReferenceRule {
  var pattern: PatternSyntax
  var before: [PatternSyntax] = []
  var after: [PatternSyntax] = []
  /// The annotations in which a match may not lie.
  var inside: [String] = []
  /// The conditions of `where`: their names and labels.
  var conditions: [(name: String, labels: [String])] = []
  var priority = 0
  var pool = ""
  /// The label that gives the fact's span.
  var span: String?
  var isBlock: Bool

  init?(_ syntax: RuleSyntax, isBlock: Bool) {
    var found: PatternSyntax?
    self.isBlock = isBlock
    for clause in syntax.clauses {
      switch clause.kind {
      case .match(let pattern): found = pattern
      case .unless(.before(let context)): before.append(context)
      case .unless(.after(let context)): after.append(context)
      case .unless(.inside(let name)): inside.append(name.text)
      case .conditions(let written):
        conditions += written.map { ($0.name.text, $0.arguments.map(\.text)) }
      case .priority(let value): priority = value
      case .pool(let name): pool = name.text
      case .span(let label): span = label.text
      default: break
      }
    }
    guard let found else { return nil }
    pattern = found
  }
}
