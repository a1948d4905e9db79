/// A half-open range of UTF-8 byte offsets into a text.
///
/// All positions inside the library are bytes; they become scalars or UTF-16 units in the output only.
///
///     let text = SourceText("в Актау")
///     text.string(in: TextSpan(start: 3, end: 13))  // "Актау"
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int
  /// The offset after the last byte.
  public var end: Int

  /// Makes a span of the bytes `start ..< end`.
  @inlinable
  public init(start: Int, end: Int) {
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  @inlinable public var count: Int { end - start }

  /// Whether the span holds no byte.
  @inlinable public var isEmpty: Bool { end <= start }

  /// Whether all of `other` lies inside this span.
  @inlinable
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share a byte.
  @inlinable
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }
}
