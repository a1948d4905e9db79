/// The rule statuses of `Rules/tokens.rbbi` that are no kinds of tokens.
enum BreakStatus {
  /// White space inside a line.
  static let blank: Int32 = 1
  /// White space with a line break.
  static let lineBreak: Int32 = 2
  /// Digits with marks between them.
  static let digitChain: Int32 = 14
  /// Roman numerals joined by a hyphen.
  static let romanChain: Int32 = 15
}
