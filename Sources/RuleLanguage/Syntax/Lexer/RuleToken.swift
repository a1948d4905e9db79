import TextEngine

/// One token of a rule file.
struct RuleToken: Sendable {
  /// What a token is.
  enum Kind: Hashable, Sendable {
    /// A name; also one with letters other than Latin, which is a fault.
    case identifier
    /// Digits, with a decimal part or without.
    case number
    /// A text in `"`.
    case string
    /// A text in `'`.
    case lemma
    /// A text in `/`.
    case regex
    /// `@` with a name.
    case listName
    /// `..`
    case range
    /// One ASCII character.
    case punctuation(UInt8)
    /// Characters that mean nothing; the parser passes over them.
    case unknown
    /// The end of the file.
    case end
  }

  /// What it is.
  var kind: Kind
  /// Its bytes, quotation marks included.
  var span: TextSpan
  /// Whether only blanks stand before it on its line.
  var isFirstOnLine: Bool
  /// Whether it directly follows the token before it.
  var isAdjacent: Bool
  /// What is wrong with it by itself.
  var fault: DiagnosticMessage?

  /// Whether it is this character.
  func isPunctuation(_ character: Unicode.Scalar) -> Bool {
    kind == .punctuation(UInt8(truncatingIfNeeded: character.value))
  }
}
