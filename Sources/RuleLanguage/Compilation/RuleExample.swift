/// An example of a rule, to be run as a test.
public struct RuleExample: Sendable {
  /// The rule, by its place in the program.
  public var rule: Int
  /// The rule's full name.
  public var ruleName: String
  /// Whether the rule must find nothing in the text.
  public var isReject: Bool
  /// The text and the spans that the rule must find.
  public var text: MarkedText
  /// The fields that the first fact must have.
  public var fields: [TestFieldSyntax]
}
