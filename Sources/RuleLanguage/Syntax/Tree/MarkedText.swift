public import TextEngine

/// A text with expected spans marked in it: `"из [3 млрд тенге] дали"`.
///
/// `[` and `]` mark a span, spans may nest; `\[` and `\]` are the brackets themselves, `\"` a quotation mark,
/// `\\` a backslash, and `¶` a paragraph break.
public struct MarkedText: Equatable, Sendable {
  /// The text without its marks; a paragraph break is a line feed.
  public var text: String
  /// The marked spans in bytes of `text`, by start, the longer first.
  public var spans: [TextSpan]
  /// The whole literal, quotation marks included.
  public var range: SourceRange

  /// Makes a marked text.
  public init(text: String, spans: [TextSpan], range: SourceRange) {
    self.text = text
    self.spans = spans
    self.range = range
  }
}
