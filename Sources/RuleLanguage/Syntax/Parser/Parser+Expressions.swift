import TextEngine

extension Parser {
  /// Reads the value of an assignment.
  mutating func parseExpression() throws(Unwind) -> ExpressionSyntax {
    try parseBinary(looserThan: 0)
  }

  private typealias Operator = ExpressionSyntax.BinaryOperator

  /// The operator that stands here, and how tightly it binds.
  private func binaryOperator() -> (Operator, strength: Int, tokens: Int)? {
    if at("?", "?") { return (.fallback, 1, 2) }
    if at("+", "+") { return (.concatenation, 2, 2) }
    if at("+") { return (.sum, 3, 1) }
    if at("-") { return (.difference, 3, 1) }
    if at("*") { return (.product, 4, 1) }
    return nil
  }

  /// Reads operands with the operators between them that bind tighter than a strength.
  private mutating func parseBinary(looserThan strength: Int) throws(Unwind) -> ExpressionSyntax {
    let start = token.span.start
    let level = depth
    var left = try parsePrimary()
    while let (kind, own, tokens) = binaryOperator(), own > strength {
      // Each operator makes the tree one level deeper, so it counts as one.
      try descend()
      for _ in 0..<tokens { advance() }
      let right = try parseBinary(looserThan: own)
      left = ExpressionSyntax(kind: .binary(kind, left, right), range: range(from: start))
    }
    depth = level
    return left
  }

  private mutating func parsePrimary() throws(Unwind) -> ExpressionSyntax {
    let start = token.span.start
    let kind = try parsePrimaryKind()
    return ExpressionSyntax(kind: kind, range: range(from: start))
  }

  private mutating func parsePrimaryKind() throws(Unwind) -> ExpressionSyntax.Kind {
    switch token.kind {
    case .string: return .string(try string(.expression).text)
    case .number, .punctuation(UInt8(ascii: "-")):
      return .number(try literal(.expression).text)
    case .punctuation(UInt8(ascii: "(")):
      let opening = try open("(")
      let inner = try parseExpression()
      try close(opening, ")")
      return .group(inner)
    case .identifier:
      let name = try name(.expression)
      if at("("), token.isAdjacent || !token.isFirstOnLine {
        return .call(name, try parseArguments())
      }
      if take(".") { return .member(name, try self.name(.memberName)) }
      return .name(name)
    default: throw expected(.expression)
    }
  }

  private mutating func parseArguments() throws(Unwind) -> [ExpressionSyntax] {
    let opening = try open("(")
    var arguments: [ExpressionSyntax] = []
    if !at(")") {
      arguments.append(try parseExpression())
      while take(",") { arguments.append(try parseExpression()) }
    }
    try close(opening, ")")
    return arguments
  }
}
