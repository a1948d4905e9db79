public import TextEngine

/// A place in a set of rule sources: which source, and which of its bytes.
public struct SourceRange: Hashable, Sendable {
  /// The source's index in its `RuleSourceSet`.
  public var file: Int
  /// The bytes of that source.
  public var span: TextSpan

  /// Makes a range of the bytes `span` of source `file`.
  public init(file: Int, span: TextSpan) {
    self.file = file
    self.span = span
  }

  /// Makes a range of the bytes `start ..< end` of source `file`.
  public init(file: Int, start: Int, end: Int) {
    self.file = file
    self.span = TextSpan(start: start, end: end)
  }

  /// The range from this one's start to the other's end; both are of the same source.
  public func through(_ other: SourceRange) -> SourceRange {
    SourceRange(file: file, start: span.start, end: max(span.end, other.span.end))
  }
}
