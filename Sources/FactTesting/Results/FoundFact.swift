public import TextEngine

/// A fact that was found, or the words that a block took, as reports show it.
public struct FoundFact: Hashable, Sendable {
  /// The full name of the rule: `date.days`.
  public var rule: String
  /// The kind of fact; nil for a block, which takes words and gives no fact.
  public var kind: String?
  /// Where it stands, in bytes of the text.
  public var span: TextSpan
  /// The words.
  public var text: String

  /// Makes a found fact.
  public init(rule: String, kind: String?, span: TextSpan, text: String) {
    self.rule = rule
    self.kind = kind
    self.span = span
    self.text = text
  }
}
