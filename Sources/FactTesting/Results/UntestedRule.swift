/// A rule without an example that it accepts, or without one that it rejects.
public struct UntestedRule: Hashable, Sendable {
  /// The rule's full name.
  public var rule: String
  /// Where the rule stands.
  public var place: TestPlace
  /// Whether it has no `test`.
  public var lacksTest: Bool
  /// Whether it has no `reject`.
  public var lacksReject: Bool
}
