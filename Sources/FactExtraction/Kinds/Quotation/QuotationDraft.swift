import TextEngine

/// A quotation before its parts from other paragraphs are put together.
struct QuotationDraft: Hashable, Sendable {
  /// The words, part by part.
  var segments: [TextSpan]
  /// Where the words stand, when not all of them are in `segments`.
  var place: QuotationPlace?
  /// Whether the source's own words are given.
  var isDirect: Bool
  /// Whether it has a cue or a speaker of its own.
  var hasAttribution: Bool
  /// The draft whose cue and speaker it takes over.
  var attributionFrom: Int?

  /// From the first segment to the last.
  var span: TextSpan {
    guard var span = segments.first else { return TextSpan(start: 0, end: 0) }
    for segment in segments.dropFirst() {
      span.start = min(span.start, segment.start)
      span.end = max(span.end, segment.end)
    }
    return span
  }
}
