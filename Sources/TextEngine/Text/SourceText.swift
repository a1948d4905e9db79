/// A text as it came in: valid UTF-8 that no stage edits.
///
/// A BOM, NUL, CR LF and soft hyphens are text like any other, so that offsets stay true to the input.
public struct SourceText: Sendable {
  /// The bytes, valid UTF-8.
  public let bytes: [UInt8]

  /// Takes bytes as they are, if they are valid UTF-8.
  ///
  /// - Throws: `InvalidUTF8` with the offset of the first faulty byte.
  public init(validating bytes: [UInt8]) throws(InvalidUTF8) {
    if let offset = UTF8Validation.firstFault(in: bytes.span) {
      throw InvalidUTF8(offset: offset)
    }
    self.bytes = bytes
  }

  /// Takes bytes that the caller has found to be valid UTF-8, as part of a line for instance.
  public init(validUTF8 bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes the UTF-8 of a string.
  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// The number of bytes.
  public var count: Int { bytes.count }

  /// The text of a span, clamped to the text.
  public func string(in span: TextSpan) -> String {
    let start = max(0, min(span.start, bytes.count))
    let end = max(start, min(span.end, bytes.count))
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// Bytes that are not valid UTF-8.
public struct InvalidUTF8: Error, Hashable, Sendable {
  /// The offset of the first byte that cannot belong to a valid sequence.
  public let offset: Int
}
