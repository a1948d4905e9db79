/// A pattern over tokens and annotations, as written.
///
/// An alternation or a sequence has at least two parts; one part stands for itself.
public struct PatternSyntax: Equatable, Sendable {
  /// What a pattern is.
  public indirect enum Kind: Equatable, Sendable {
    /// `A | B`
    case alternation([PatternSyntax])
    /// `A B`
    case sequence([PatternSyntax])
    /// `x:A^{0,3}?`: anything with a label, a head mark or a quantifier.
    case element(PatternElementSyntax)
    /// `"г"`: a form, or a sequence of them; compared after folding.
    case form(String)
    /// `="г"`: exactly this spelling.
    case exactForm(String)
    /// `'год'`: some reading has this lemma.
    case lemma(String)
    /// `@currency`: an entry of the list, of one word or more.
    case list(NameSyntax)
    /// `[noun & gen]`: one token.
    case token(PredicateSyntax)
    /// `<person & nom>`: an annotation of an earlier phase or of the core.
    case annotation(NameSyntax, PredicateSyntax?)
    /// `agr(A)`, `agr[case](A)`: no categories written means case, number and gender.
    case agreement([AgreementCategory], PatternSyntax)
    /// `free(A)`: takes no part in the agreement around it.
    case free(PatternSyntax)
    /// `(A)`
    case group(PatternSyntax)
    /// `np_gen`: a definition, or one of the built-in names such as `any` and `bos`.
    case name(NameSyntax)
  }

  /// What the pattern is.
  public var kind: Kind
  /// Where it stands.
  public var range: SourceRange

  /// Makes a pattern.
  public init(kind: Kind, range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

extension PatternSyntax {
  /// Whether the pattern is no more than quoted words, in one form or in any: `"по словам"`, `'год'`.
  var isWord: Bool {
    switch kind {
    case .form, .exactForm, .lemma: true
    case .sequence(let parts): parts.allSatisfy(\.isWord)
    case .group(let inner): inner.isWord
    default: false
    }
  }
}

/// An atom of a pattern with its label, head mark and quantifier.
public struct PatternElementSyntax: Equatable, Sendable {
  /// The label: `x` in `x:[noun]`.
  public var label: NameSyntax?
  /// What is labelled or repeated; never an element itself.
  public var atom: PatternSyntax
  /// Whether `^` marks it as the head of its phrase.
  public var isHead: Bool
  /// The fewest times it occurs; 1 without a quantifier.
  public var minimum: Int
  /// The most times it occurs, or nil for any number; 1 without a quantifier.
  public var maximum: Int?
  /// Whether a second `?` makes the quantifier prefer fewer.
  public var isLazy: Bool
  /// Where the quantifier stands, if there is one.
  public var quantifier: SourceRange?

  /// Makes an element.
  public init(
    label: NameSyntax?,
    atom: PatternSyntax,
    isHead: Bool,
    minimum: Int = 1,
    maximum: Int? = 1,
    isLazy: Bool = false,
    quantifier: SourceRange? = nil
  ) {
    self.label = label
    self.atom = atom
    self.isHead = isHead
    self.minimum = minimum
    self.maximum = maximum
    self.isLazy = isLazy
    self.quantifier = quantifier
  }
}

/// A category in which the elements of an `agr` group agree.
public enum AgreementCategory: String, CaseIterable, Sendable {
  /// Case: «в новом доме».
  case grammaticalCase = "case"
  /// Number.
  case number
  /// Gender.
  case gender
  /// Person.
  case person
}
