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
      let width = QuoteMark.width(ofLead: bytes[offset])
      let next = offset + max(1, width)
      defer { offset = next }
      guard width > 0, let mark = QuoteMark(TextSpan(start: offset, end: next), bytes),
        let isOpening = Self.opens(mark, in: text, paragraph.start..<offset)
      else { continue }
      if isOpening {
        if offset == paragraph.start {
          opens = true
          afterOpening = next
        }
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        strayClosing = strayClosing ?? offset
      }
    }
    isBalanced = depth == 0 && strayClosing == nil
  }

  /// Whether a mark behind some text of its paragraph opens; nil for marks inside others.
  private static func opens(
    _ mark: QuoteMark,
    in text: SourceText,
    _ before: Range<Int>
  ) -> Bool? {
    switch mark {
    case .openGuillemet, .low: true
    case .closeGuillemet, .right: false
    case .straight, .left: isOpening(in: text, before)
    case .openSingleGuillemet, .closeSingleGuillemet: nil
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
