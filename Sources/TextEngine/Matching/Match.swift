/// A place where a rule held and won against its competitors.
public struct Match: Sendable {
  /// The rule, by its place in the program.
  public var rule: Int
  /// The first token.
  public var start: Int
  /// The token after the last.
  public var end: Int
  /// What the rule took on its way.
  public var path: MatchPath

  /// The tokens of the match.
  public var tokens: Range<Int> { start..<end }
}
