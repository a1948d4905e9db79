/// One clause of a rule or a block.
public struct ClauseSyntax: Equatable, Sendable {
  /// What the clause says.
  public enum Kind: Equatable, Sendable {
    /// `match PATTERN`
    case match(PatternSyntax)
    /// `where counted(n, x), subject(s, v)`: all must hold.
    case conditions([ConditionSyntax])
    /// `unless after ("по" | "до")`
    case unless(UnlessSyntax)
    /// `emit type = money, value = n.value`
    case emit([AssignmentSyntax])
    /// `span LABEL`
    case span(NameSyntax)
    /// `per LABEL`: a fact for each part of the label.
    case per(NameSyntax)
    /// `priority 10`
    case priority(Int)
    /// `pool NAME`
    case pool(NameSyntax)
    /// `off`: the rule does not run.
    case off
    /// `test "…[…]…" { … }`
    case test(TestSyntax)
    /// `reject "…"`
    case reject(MarkedText)
  }

  /// What the clause says.
  public var kind: Kind
  /// The clause's keyword.
  public var keyword: SourceRange
  /// The whole clause, keyword included.
  public var range: SourceRange

  /// Makes a clause.
  public init(kind: Kind, keyword: SourceRange, range: SourceRange) {
    self.kind = kind
    self.keyword = keyword
    self.range = range
  }
}

/// A condition on a match's labels: `counted(n, x)`.
public struct ConditionSyntax: Equatable, Sendable {
  /// The condition's name.
  public var name: NameSyntax
  /// Its arguments: labels, mostly.
  public var arguments: [LiteralSyntax]
  /// The whole condition.
  public var range: SourceRange

  /// Makes a condition.
  public init(name: NameSyntax, arguments: [LiteralSyntax], range: SourceRange) {
    self.name = name
    self.arguments = arguments
    self.range = range
  }
}

/// A context in which a match does not count.
public enum UnlessSyntax: Equatable, Sendable {
  /// `unless before PATTERN`: the pattern follows the match.
  case before(PatternSyntax)
  /// `unless after PATTERN`: the pattern ends where the match starts.
  case after(PatternSyntax)
  /// `unless inside <organisation>`
  case inside(NameSyntax)
}

/// One assignment of an `emit` clause: `unit.code = c.code`.
public struct AssignmentSyntax: Equatable, Sendable {
  /// The field; `unit.code` has two parts.
  public var path: [NameSyntax]
  /// Its value.
  public var value: ExpressionSyntax
  /// The whole assignment.
  public var range: SourceRange

  /// Makes an assignment.
  public init(path: [NameSyntax], value: ExpressionSyntax, range: SourceRange) {
    self.path = path
    self.value = value
    self.range = range
  }
}

/// An example that a rule must find: `test "из [3 млрд тенге]" { value: 3000000000 }`.
public struct TestSyntax: Equatable, Sendable {
  /// The text with the spans of the facts in it.
  public var text: MarkedText
  /// The fields that the first fact must have, in order.
  public var fields: [TestFieldSyntax]

  /// Makes an example.
  public init(text: MarkedText, fields: [TestFieldSyntax]) {
    self.text = text
    self.fields = fields
  }
}

/// One expected field of an example: `unit.code: "KZT"`.
public struct TestFieldSyntax: Equatable, Sendable {
  /// The field; `unit.code` has two parts.
  public var path: [NameSyntax]
  /// Its expected value; the bare word `null` expects none.
  public var value: LiteralSyntax

  /// Makes an expected field.
  public init(path: [NameSyntax], value: LiteralSyntax) {
    self.path = path
    self.value = value
  }
}
