/// A test of one token, compiled from what stands between `[` and `]` in a rule.
///
/// A test says yes or no, and which readings of the word it leaves: tests joined by `all` must leave a reading that
/// satisfies every one of them, so «[adj & gen]» asks for one reading that is both.
public indirect enum TokenTest: Hashable, Sendable {
  /// Any token.
  case anything
  /// All must hold, with one reading in common.
  case all([TokenTest])
  /// One must hold.
  case any([TokenTest])
  /// No reading passes, or the token fails the test.
  case not(TokenTest)
  /// Some reading does not pass: the negation inside parentheses, where everything is about one reading.
  case readingNot(TokenTest)
  /// The shape has one of these bits.
  case shape(WordShape)
  /// The flags around the token have one of these bits.
  case flags(TokenFlags)
  /// The folded spelling is this symbol.
  case form(SymbolID)
  /// The spelling is exactly this one.
  case exact([UInt8])
  /// A reading has this lemma.
  case lemma(SymbolID)
  /// A reading has one of these grammemes.
  case grammemes(GrammemeSet)
  /// The one-word entries of a list.
  case list(ListID)
  /// A regular expression over the whole token.
  case pattern(TokenPattern)
  /// The number of Unicode scalars.
  case length(ClosedRange<Int>)
  /// A token of digits with a value in this range.
  case integer(ClosedRange<Int>)

  /// The spelling is exactly this one, whose folded spelling is a symbol; the symbol is asked for first, as only it need
  /// be looked up.
  public static func spelled(_ bytes: [UInt8], folded symbol: SymbolID) -> TokenTest {
    .all([.form(symbol), .exact(bytes)])
  }

  /// What must all hold, as a rule has it: without the folded form of an exact spelling.
  public var parts: [TokenTest] {
    guard case .all(let parts) = self else { return [self] }
    if parts.count == 2, case .form = parts[0], case .exact = parts[1] { return [parts[1]] }
    return parts
  }
}
