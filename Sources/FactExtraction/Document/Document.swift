public import TextEngine

/// A text to extract facts from, with what is known about it.
public struct Document: Sendable {
  /// What the document is called in the output.
  public var id: DocumentID
  /// The text, unchanged; the facts' offsets count in it.
  public var text: SourceText
  /// The day that «вчера» and «в этом году» are read against; nil leaves them unresolved.
  public var date: CalendarDate?
  /// What was noticed while the document was read, for the output's `diagnostics`.
  public var diagnostics: [DocumentDiagnostic]

  /// Makes a document of a text.
  public init(
    id: DocumentID = .none,
    text: SourceText,
    date: CalendarDate? = nil,
    diagnostics: [DocumentDiagnostic] = []
  ) {
    self.id = id
    self.text = text
    self.date = date
    self.diagnostics = diagnostics
  }
}

extension Document {
  /// The date that stands at the very start of the text as `date YYYY-MM-DD`, if one does.
  ///
  ///     Document.leadingDate(in: SourceText("date 2025-10-29\nВ Актау …"))  // 2025-10-29
  public static func leadingDate(in text: SourceText) -> CalendarDate? { header(of: text)?.date }

  /// The leading date with the offset of its end: the text proper begins there, line break or not.
  static func header(of text: SourceText) -> (date: CalendarDate, end: Int)? {
    var rest = text.bytes[...]
    if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
    rest = rest.drop { $0 == UInt8(ascii: " ") || (0x09...0x0D).contains($0) }
    guard rest.starts(with: "date ".utf8) else { return nil }
    rest = rest.dropFirst(5)
    // «date 2025-10-291» is not a date.
    if let next = rest.dropFirst(10).first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(next) {
      return nil
    }
    guard let date = CalendarDate(isoPrefix: rest) else { return nil }
    return (date, rest.startIndex + 10)
  }
}
