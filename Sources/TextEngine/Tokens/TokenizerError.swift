/// A fault in the token grammar, with its place.
public struct TokenizerError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong; where ICU found it, the name of ICU's error.
  public let message: String
  /// The line of the fault, from 1; 0 where it is not known.
  public let line: Int
  /// The column of the fault, from 1, in UTF-16 units; 0 where it is not known.
  public let column: Int

  /// The place and the message: `tokens.rbbi:12:5: U_BRK_RULE_SYNTAX`.
  public var description: String { "tokens.rbbi:\(line):\(column): \(message)" }
}
