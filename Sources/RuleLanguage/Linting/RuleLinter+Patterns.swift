import TextEngine

extension RuleLinter {
  /// The most alternatives that are compared with each other.
  private static let maximumAlternatives = 400

  /// Checks the patterns of all rules and definitions as they are written.
  mutating func checkPatterns() {
    for item in items {
      switch item.kind {
      case .definition(let definition): check(definition.pattern, ofRule: false)
      case .rule(let rule), .block(let rule):
        guard !rule.isOff else { continue }
        if let pattern = rule.pattern { check(pattern, ofRule: true) }
        for context in rule.contexts { check(context, ofRule: true) }
      default: break
      }
    }
  }

  private mutating func check(_ pattern: PatternSyntax, ofRule: Bool) {
    var predicates = PredicateLinter(reader: compiler.state.words)
    var alternations: [PatternSyntax] = []
    var choices: [PredicateSyntax] = []
    var misplaced: [(DiagnosticMessage, SourceRange)] = []
    pattern.forEachPart { part in
      switch part.kind {
      case .alternation: alternations.append(part)
      case .token(let predicate):
        predicates.check(predicate)
        choices.append(predicate)
      case .annotation(_, let predicate?): predicates.checkAnnotation(predicate)
      case .agreement(let categories, let inner):
        if categories == [.person] { misplaced.append((.personOnly, part.range)) }
        misplaced += Self.secondHeads(inner).map { (.secondHead, $0) }
      default: break
      }
    }
    diagnostics += predicates.diagnostics
    for (message, range) in misplaced { warn(message, at: range) }
    if ofRule { checkFree(pattern) }
    for alternation in alternations { checkAlternation(alternation) }
    for choice in choices { checkChoice(choice) }
  }

  /// The heads of a phrase that follow another one; groups inside have their own.
  private static func secondHeads(_ pattern: PatternSyntax) -> [SourceRange] {
    var heads = heads(pattern)
    if !heads.isEmpty { heads.removeFirst() }
    return heads
  }

  /// The heads that a phrase has on the way that has the most.
  private static func heads(_ pattern: PatternSyntax) -> [SourceRange] {
    switch pattern.kind {
    case .sequence(let parts): parts.flatMap { heads($0) }
    case .alternation(let parts): parts.map { heads($0) }.max { $0.count < $1.count } ?? []
    case .element(let element): element.isHead ? [element.atom.range] : heads(element.atom)
    case .group(let part), .free(let part): heads(part)
    default: []
    }
  }

  /// `free` outside of `agr`; in a definition, the group may be around the definition's name.
  private mutating func checkFree(_ pattern: PatternSyntax) {
    switch pattern.kind {
    case .free: warn(.idleFree, at: pattern.range)
    case .alternation(let parts), .sequence(let parts): for part in parts { checkFree(part) }
    case .element(let element): checkFree(element.atom)
    case .group(let part): checkFree(part)
    default: break
    }
  }

  private mutating func checkAlternation(_ alternation: PatternSyntax) {
    guard case .alternation(let branches) = alternation.kind,
      branches.count <= Self.maximumAlternatives
    else { return }
    var builder = nodeBuilder
    let nodes = branches.map { builder.node(of: $0) }
    for (place, node) in nodes.enumerated() {
      guard let node else { continue }
      let first = nodes[..<place].firstIndex { $0?.covers(node, builder.words) ?? false }
      guard let first else { continue }
      warn(
        .uselessAlternative(isSame: nodes[first] == node, isPredicate: false),
        at: branches[place].range,
        labels: [Diagnostic.Label(range: branches[first].range, text: "takes all that it takes")]
      )
    }
  }

  /// An alternative inside `[ ]`; there the order does not matter.
  private mutating func checkChoice(_ predicate: PredicateSyntax) {
    switch predicate.kind {
    case .and(let parts): for part in parts { checkChoice(part) }
    case .not(let part), .group(let part): checkChoice(part)
    case .or(let parts) where parts.count <= Self.maximumAlternatives:
      let builder = nodeBuilder
      let nodes = parts.map { builder.node(of: $0) }
      for (place, node) in nodes.enumerated() {
        let wider = nodes.indices.first { other in
          guard other != place, nodes[other].covers(node, builder.words) else { return false }
          return nodes[other] != node || other < place
        }
        guard let wider else { continue }
        warn(
          .uselessAlternative(isSame: nodes[wider] == node, isPredicate: true),
          at: parts[place].range,
          labels: [Diagnostic.Label(range: parts[wider].range, text: "takes all that it takes")]
        )
      }
      for part in parts { checkChoice(part) }
    default: break
    }
  }
}
