/// Which names the rules of a set use.
struct RuleUsage {
  /// The lists that a pattern names.
  private(set) var lists: Set<String> = []
  /// The definitions that a rule needs, directly or through others.
  private(set) var definitions: Set<String> = []
  /// The features and fields that some value reads.
  private(set) var members: Set<String> = ["value"]
  /// The kinds of fact that some rule gives.
  private(set) var kinds: Set<String> = []
  /// The labels that rules use, by the definition through which these rules get them.
  private(set) var labelsOfDefinition: [String: Set<String>] = [:]
  /// The labels that each rule uses, by the place of its name.
  private(set) var labelsOfRule: [SourceRange: Set<String>] = [:]

  private let declared: [String: DefinitionSyntax]
  private var needed: [String: Set<String>] = [:]

  init(_ items: [ItemSyntax], definitions declared: [String: DefinitionSyntax]) {
    self.declared = declared
    for item in items {
      switch item.kind {
      case .rule(let rule), .block(let rule): collect(rule)
      case .definition(let definition): collectLists(definition.pattern)
      default: break
      }
    }
  }

  private mutating func collect(_ rule: RuleSyntax) {
    if let fact = rule.fact { kinds.insert(fact.text) }
    var labels: Set<String> = []
    var own: Set<String> = []
    for clause in rule.clauses {
      switch clause.kind {
      case .match(let pattern): own.formUnion(names(in: pattern))
      case .conditions(let conditions):
        for condition in conditions { labels.formUnion(condition.arguments.map(\.text)) }
      case .unless(.before(let pattern)), .unless(.after(let pattern)):
        own.formUnion(names(in: pattern))
      case .emit(let assignments):
        for assignment in assignments { collect(assignment.value, &labels) }
      case .span(let label), .per(let label): labels.insert(label.text)
      default: break
      }
    }
    labelsOfRule[rule.name.range] = labels
    for name in own {
      for definition in closure(of: name) {
        definitions.insert(definition)
        labelsOfDefinition[definition, default: []].formUnion(labels)
      }
    }
  }

  private mutating func collect(_ expression: ExpressionSyntax, _ labels: inout Set<String>) {
    switch expression.kind {
    case .string, .number: break
    case .name(let name): labels.insert(name.text)
    case .member(let owner, let member):
      labels.insert(owner.text)
      members.insert(member.text)
    case .call(_, let arguments): for argument in arguments { collect(argument, &labels) }
    case .binary(_, let left, let right):
      collect(left, &labels)
      collect(right, &labels)
    case .group(let inner): collect(inner, &labels)
    }
  }

  /// A definition with all that it uses.
  private mutating func closure(of name: String) -> Set<String> {
    if let known = needed[name] { return known }
    guard let definition = declared[name] else { return [] }
    // The entry is made first, so that a definition that uses itself ends.
    needed[name] = [name]
    var all: Set<String> = [name]
    for inner in names(in: definition.pattern) { all.formUnion(closure(of: inner)) }
    needed[name] = all
    return all
  }

  /// The names of definitions in a pattern; its lists are noted.
  private mutating func names(in pattern: PatternSyntax) -> Set<String> {
    var found: Set<String> = []
    pattern.forEachPart { part in
      switch part.kind {
      case .name(let name): found.insert(name.text)
      default: break
      }
    }
    collectLists(pattern)
    return found
  }

  private mutating func collectLists(_ pattern: PatternSyntax) {
    var found: Set<String> = []
    pattern.forEachPart { part in
      switch part.kind {
      case .list(let name): found.insert(name.text)
      case .token(let predicate): predicate.collectLists(into: &found)
      case .annotation(_, let predicate?): predicate.collectLists(into: &found)
      default: break
      }
    }
    lists.formUnion(found)
  }
}
