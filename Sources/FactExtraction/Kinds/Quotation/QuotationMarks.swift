import TextEngine

/// The quotation marks of one paragraph: whether one stays open or closes what an earlier paragraph opened.
struct QuotationMarks: Hashable, Sendable {
  /// Whether the paragraph begins with an opening mark.
  private(set) var opens = false
  /// Whether every mark has its partner in the paragraph.
  private(set) var isBalanced = true
  /// The offset after the mark at the paragraph's start.
  private(set) var afterOpening: Int
  /// The offset of a closing mark without a partner.
  private(set) var strayClosing: Int?

  /// Whether the paragraph begins a quotation and does not end it.
  var opensAndStaysOpen: Bool { opens && !isBalanced && strayClosing == nil }
  /// Whether the paragraph begins with a quotation that it also ends.
  var opensAndCloses: Bool { opens && isBalanced }

  /// Reads the marks of a paragraph.
  ///
  /// A straight mark opens where white space or nothing stands before it and closes elsewhere.
  init(of text: SourceText, in paragraph: TextSpan) {
    afterOpening = paragraph.start
    let bytes = text.bytes.span
    let end = min(paragraph.end, bytes.count)
    var depth = 0
    var offset = paragraph.start
    while offset < end {
      guard let mark = Self.mark(in: bytes, at: offset, end) else {
        offset += 1
        continue
      }
      let isOpening = mark.opens ?? Self.isOpening(in: text, paragraph.start..<offset)
      if isOpening {
        if offset == paragraph.start {
          opens = true
          afterOpening = offset + mark.width
        }
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        strayClosing = strayClosing ?? offset
      }
      offset += mark.width
    }
    isBalanced = depth == 0 && strayClosing == nil
  }

  /// The mark at an offset, of so many bytes, and whether it opens; nil where it may do either.
  @inline(__always)
  private static func mark(
    in bytes: Span<UInt8>,
    at offset: Int,
    _ end: Int
  ) -> (opens: Bool?, width: Int)? {
    switch bytes[offset] {
    case UInt8(ascii: "\""): return (nil, 1)
    case 0xC2 where offset + 1 < end:
      switch bytes[offset + 1] {
      case 0xAB: return (true, 2)  // «
      case 0xBB: return (false, 2)  // »
      default: return nil
      }
    case 0xE2 where offset + 2 < end && bytes[offset + 1] == 0x80:
      switch bytes[offset + 2] {
      case 0x9E: return (true, 3)  // „
      case 0x9D: return (false, 3)  // ”
      case 0x9C: return (nil, 3)  // “
      default: return nil
      }
    default: return nil
    }
  }

  /// Whether a mark behind some text of its paragraph opens: white space, nothing or a bracket stands before it.
  private static func isOpening(in text: SourceText, _ before: Range<Int>) -> Bool {
    let last = text.bytes[before].suffix(4)
    guard let scalar = String(decoding: last, as: UTF8.self).unicodeScalars.last else {
      return true
    }
    return scalar.properties.isWhitespace || scalar == "("
  }
}
