/// Where the words of a quotation stand, when its rule has not seen all of them; rules say it in `place`.
enum QuotationPlace: String, Sendable {
  /// The quotation is a paragraph of its own; who speaks may stand in the paragraph before.
  case alone
  /// The quotation is a line behind a dash; behind items of a list it is the last of them.
  case line
  /// The quotation closes here and has opened in an earlier paragraph.
  case closes
  /// The words follow in the next paragraphs.
  case follows
  /// The words follow, but only if the next paragraph opens with a quotation mark.
  case followsQuoted = "follows_quoted"
}
