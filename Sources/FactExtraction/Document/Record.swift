import TextEngine

/// What a line of JSON Lines or a row of a table said about its document, before it is checked.
struct Record {
  enum Text {
    case missing
    case invalid(column: Int)
    case string([UInt8], hasLoneSurrogate: Bool)
  }

  enum ID {
    case missing
    case invalid(column: Int)
    case json([UInt8], hasLoneSurrogate: Bool)

    /// Makes an id of a text; it is missing where the text cannot stand in the output.
    init(text: Span<UInt8>, hasLoneSurrogate: Bool) {
      guard UTF8Validation.firstFault(in: text) == nil else {
        self = .missing
        return
      }
      var writer = JSONWriter()
      writer.string(utf8: text)
      self = .json(writer.bytes, hasLoneSurrogate: hasLoneSurrogate)
    }
  }

  enum Day {
    case missing
    case invalid
    case day(CalendarDate)

    /// Reads a date as a dump has it.
    ///
    /// «2025-10-29T08:15:00+05:00» is that day, wherever the clock stands; «2019/12/14» is how the Lenta.ru dump
    /// writes one.
    init(_ bytes: Span<UInt8>) {
      var prefix: [UInt8] = []
      bytes.extracting(first: 10).withUnsafeBufferPointer { prefix = Array($0) }
      if prefix.count == 10, prefix[4] == UInt8(ascii: "/"), prefix[7] == UInt8(ascii: "/") {
        prefix[4] = UInt8(ascii: "-")
        prefix[7] = UInt8(ascii: "-")
      }
      guard let date = CalendarDate(isoPrefix: prefix[...]),
        bytes.count == 10 || bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " ")
      else {
        self = .invalid
        return
      }
      self = .day(date)
    }
  }

  var text = Text.missing
  var id = ID.missing
  var date = Day.missing
}

extension Record {
  /// The id, if it can stand in the output whatever else is wrong with the line.
  var safeID: DocumentID {
    guard case .json(let json, _) = id, UTF8Validation.firstFault(in: json.span) == nil else {
      return .none
    }
    return DocumentID(json: json)
  }

  /// The document of a record that was read from some bytes.
  ///
  /// Bytes that are not UTF-8 are the first thing wrong with a record, but the id may still be legible, and it is what
  /// tells the reader of the output which document is meant.
  ///
  /// - Parameters:
  ///   - fault: What was found wrong when the record was read.
  ///   - unit: What messages call the place of a record.
  consuming func document(
    from bytes: Span<UInt8>,
    fault: DocumentFault?,
    unit: String
  ) throws(RejectedRecord) -> Document {
    let id = safeID
    if let offset = UTF8Validation.firstFault(in: bytes) {
      let message = "byte \(offset + 1) of the \(unit) is not UTF-8"
      throw RejectedRecord(
        id: id,
        fault: DocumentFault(.invalidUTF8, message, column: offset + 1)
      )
    }
    if let fault { throw RejectedRecord(id: id, fault: fault) }
    do throws(DocumentFault) {
      return try document()
    } catch {
      throw RejectedRecord(id: id, fault: error)
    }
  }

  private consuming func document() throws(DocumentFault) -> Document {
    let id = safeID
    var diagnostics: [DocumentDiagnostic] = []
    if case .invalid(let column) = self.id {
      throw DocumentFault(.invalidID, "the id is neither a string nor a number", column: column)
    }
    if case .json(_, hasLoneSurrogate: true) = self.id { diagnostics.append(.loneSurrogate) }
    var day: CalendarDate?
    switch date {
    case .missing: break
    case .invalid: diagnostics.append(.invalidDate)
    case .day(let date): day = date
    }
    switch text {
    case .missing: throw DocumentFault(.missingText, "the record has no text")
    case .invalid(let column):
      throw DocumentFault(.invalidText, "the text is not a string", column: column)
    case .string(let bytes, let hasLoneSurrogate):
      if hasLoneSurrogate, diagnostics.first != .loneSurrogate {
        diagnostics.append(.loneSurrogate)
      }
      return Document(
        id: id,
        text: SourceText(validUTF8: bytes),
        date: day,
        diagnostics: diagnostics
      )
    }
  }
}
