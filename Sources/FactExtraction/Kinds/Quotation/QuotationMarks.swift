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
    var depth = 0
    var offset = paragraph.start
    var previous: Unicode.Scalar = " "
    for scalar in text.string(in: paragraph).unicodeScalars {
      let isOpening: Bool
      switch scalar {
      case "«", "„": isOpening = true
      case "»", "”": isOpening = false
      case "\"", "“": isOpening = previous.properties.isWhitespace || previous == "("
      default:
        previous = scalar
        offset += UTF8.width(scalar)
        continue
      }
      if isOpening {
        if offset == paragraph.start {
          opens = true
          afterOpening = offset + UTF8.width(scalar)
        }
        depth += 1
      } else if depth > 0 {
        depth -= 1
      } else {
        strayClosing = strayClosing ?? offset
      }
      previous = scalar
      offset += UTF8.width(scalar)
    }
    isBalanced = depth == 0 && strayClosing == nil
  }
}
