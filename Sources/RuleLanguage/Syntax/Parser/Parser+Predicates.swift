import TextEngine

extension Parser {
  /// Reads `A | B & !C`; `&` binds tighter.
  mutating func parsePredicate() throws(Unwind) -> PredicateSyntax {
    let start = token.span.start
    var branches = [try parseConjunction()]
    while take("|") { branches.append(try parseConjunction()) }
    guard branches.count > 1 else { return branches[0] }
    return PredicateSyntax(kind: .or(branches), range: range(from: start))
  }

  private mutating func parseConjunction() throws(Unwind) -> PredicateSyntax {
    let start = token.span.start
    var parts = [try parsePredicateAtom()]
    while take("&") { parts.append(try parsePredicateAtom()) }
    guard parts.count > 1 else { return parts[0] }
    return PredicateSyntax(kind: .and(parts), range: range(from: start))
  }

  private mutating func parsePredicateAtom() throws(Unwind) -> PredicateSyntax {
    let start = token.span.start
    let kind = try parsePredicateKind()
    return PredicateSyntax(kind: kind, range: range(from: start))
  }

  private mutating func parsePredicateKind() throws(Unwind) -> PredicateSyntax.Kind {
    switch token.kind {
    case .string: return .form(takeForm())
    case .lemma: return .lemma(takeLemma())
    case .listName: return .list(takeListName())
    case .regex:
      let whole = text(of: token)
      let isWhole = token.fault == nil
      if isWhole, whole.utf8.count <= 2 { report(.emptyPattern, at: range(of: token)) }
      advance()
      return .regex(String(isWhole ? whole.dropFirst().dropLast() : whole.dropFirst()))
    case .identifier:
      let name = try name(.predicate)
      switch name.text {
      case "int" where token.kind == .number: return .integer(try parseRange())
      case "len" where token.kind == .number: return .length(try parseRange())
      case "int", "len": throw expected(.number)
      default: return .flag(name)
      }
    case .punctuation(UInt8(ascii: "=")):
      advance()
      guard token.kind == .string else { throw expected(.exactForm) }
      return .exactForm(takeForm())
    case .punctuation(UInt8(ascii: "!")):
      try descend()
      advance()
      let negated = try parsePredicateAtom()
      depth -= 1
      return .not(negated)
    case .punctuation(UInt8(ascii: "(")):
      let opening = try open("(")
      if at(")") {
        report(.emptyPattern, at: range(of: token))
        throw Unwind()
      }
      let inner = try parsePredicate()
      try close(opening, ")")
      return .group(inner)
    default: throw expected(.predicate)
    }
  }

  /// Reads `1..31`.
  private mutating func parseRange() throws(Unwind) -> ClosedRange<Int> {
    let start = token.span.start
    let lower = try integer()
    guard token.kind == .range else { throw expected(.range) }
    advance()
    let upper = try integer()
    guard lower <= upper else {
      report(.emptyRange(lower, upper), at: range(from: start))
      return lower...lower
    }
    return lower...upper
  }
}
