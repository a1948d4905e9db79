public import TextEngine

/// A fact that a test wants, as reports show it.
public struct WantedFact: Hashable, Sendable {
  /// The number of its mark, where marks have one: `[1:…]`.
  public var number: Int?
  /// Where it stands, in bytes of the text.
  public var span: TextSpan
  /// The words.
  public var text: String

  /// Makes a wanted fact.
  public init(number: Int? = nil, span: TextSpan, text: String) {
    self.number = number
    self.span = span
    self.text = text
  }
}
