/// A predicate over one token or one annotation, as written between `[` and `]`.
public struct PredicateSyntax: Equatable, Sendable {
  /// What a predicate is.
  public indirect enum Kind: Equatable, Sendable {
    /// `A | B`, two or more.
    case or([PredicateSyntax])
    /// `A & B`, two or more.
    case and([PredicateSyntax])
    /// `!A`
    case not(PredicateSyntax)
    /// `(A)`: kept, since inside it everything is about one reading.
    case group(PredicateSyntax)
    /// `"года"`: the folded text is this.
    case form(String)
    /// `="США"`: the text is exactly this.
    case exactForm(String)
    /// `'год'`: the lemma of a reading.
    case lemma(String)
    /// `@speech`: an entry of one word of the list.
    case list(NameSyntax)
    /// `/[А-Я]{2,5}/`: the whole text matches; the text between the slashes, where `\/` is a slash.
    case regex(String)
    /// `int 1..31`
    case integer(ClosedRange<Int>)
    /// `len 2..10`
    case length(ClosedRange<Int>)
    /// `noun`, `gen`, `cap`
    case flag(NameSyntax)
  }

  /// What the predicate is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// Makes a predicate.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
