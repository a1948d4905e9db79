/// The rule statuses of `Rules/tokens.rbbi` that are no kinds of tokens.
enum BreakStatus {
  /// White space inside a line.
  static let blank: Int32 = 1
  /// White space with a line break.
  static let lineBreak: Int32 = 2
  /// Digits with marks between them.
  static let digitChain: Int32 = 14
  /// A word with a hyphen or an apostrophe inside.
  static let joinedWord: Int32 = 11
}
