/// A list of words and phrases: `list @currency { =тенге | code = KZT }`.
public struct ListSyntax: Equatable, Sendable {
  /// Where a list's entries are.
  public enum Content: Equatable, Sendable {
    /// Between the braces.
    case entries([ListEntrySyntax])
    /// In a file of tab-separated values; the columns name the values after each line's entry.
    case file(LiteralSyntax, columns: [NameSyntax])
  }

  /// The list's name, without its `@`.
  public var name: NameSyntax
  /// Its entries, or the file that has them.
  public var content: Content

  /// Makes a list.
  public init(name: NameSyntax, content: Content) {
    self.name = name
    self.content = content
  }
}

/// One entry of a list: `=не менее | bound = at_least`.
public struct ListEntrySyntax: Equatable, Sendable {
  /// Whether `=` stands before it: exactly these forms, not their lemmas.
  public var isExact: Bool
  /// Its words, as written; at least one.
  public var words: [NameSyntax]
  /// What stands after the `|`, in order.
  public var features: [FeatureSyntax]
  /// Whether `alt` stands among the features: a second entry of the same words is meant.
  public var isAlternative: Bool
  /// The whole entry with its features.
  public var range: SourceRange

  /// Makes an entry.
  public init(
    isExact: Bool,
    words: [NameSyntax],
    features: [FeatureSyntax],
    isAlternative: Bool,
    range: SourceRange
  ) {
    self.isExact = isExact
    self.words = words
    self.features = features
    self.isAlternative = isAlternative
    self.range = range
  }
}

/// One feature of a list entry: `code = KZT`.
public struct FeatureSyntax: Equatable, Sendable {
  /// The feature's name.
  public var name: NameSyntax
  /// Its value.
  public var value: LiteralSyntax

  /// Makes a feature.
  public init(name: NameSyntax, value: LiteralSyntax) {
    self.name = name
    self.value = value
  }
}
