/// A literal value: of a list feature, of an example's field, of a condition's argument.
public struct LiteralSyntax: Hashable, Sendable {
  /// How a literal is written.
  public enum Kind: Hashable, BitwiseCopyable, Sendable {
    /// A bare word: `KZT`, `more_than`, `null`, `true`.
    case identifier
    /// A decimal number, with its sign: `3000000000`, `-1.5`.
    case number
    /// A quoted text: `"НАО \"Talap\""`.
    case string
  }

  /// How it is written.
  public var kind: Kind
  /// The word, the number's digits with their sign, or the quoted text with its escapes resolved.
  public var text: String
  /// Where it stands, quotation marks and sign included.
  public var range: SourceRange

  /// Makes a literal.
  public init(kind: Kind, text: String, range: SourceRange) {
    self.kind = kind
    self.text = text
    self.range = range
  }
}
