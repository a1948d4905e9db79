/// The value of an assignment, as written after the `=`.
public struct ExpressionSyntax: Equatable, Sendable {
  /// What an expression is.
  public indirect enum Kind: Equatable, Sendable {
    /// `"/.."`
    case string(String)
    /// `1.5`: the digits as written, with a sign where one is.
    case number(String)
    /// `money`, `y`: a label or a value of an enumeration.
    case name(NameSyntax)
    /// `m.n`: a feature or a field of what a label holds.
    case member(NameSyntax, NameSyntax)
    /// `ymd(y, m.n)`
    case call(NameSyntax, [ExpressionSyntax])
    /// `a ?? b`
    case binary(BinaryOperator, ExpressionSyntax, ExpressionSyntax)
    /// `(a)`
    case group(ExpressionSyntax)
  }

  /// An operator between two expressions, loosest first.
  public enum BinaryOperator: String, CaseIterable, Sendable {
    /// `??`: the first that exists.
    case fallback = "??"
    /// `++`: one text after the other.
    case concatenation = "++"
    /// `+`
    case sum = "+"
    /// `-`
    case difference = "-"
    /// `*`, which binds tighter than `+` and `-`.
    case product = "*"
  }

  /// What the expression is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// Makes an expression.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
