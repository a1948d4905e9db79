public import TextEngine

extension JSONWriter {
  /// The version of the output's contract, in every record.
  public static let schema: StaticString = "svodka/1"

  /// Starts a document's record, up to and without its `facts`.
  ///
  /// What must follow: `facts`, `entities` and `diagnostics`, `endObject()` and `endLine()`.
  public mutating func beginRecord(id: DocumentID, date: CalendarDate?, offsets: OffsetUnit) {
    beginObject()
    key("schema")
    string("\(Self.schema)")
    key("id")
    json(id.json)
    key("date")
    if let date { string(date.description) } else { null() }
    key("offsets")
    string(offsets.rawValue)
  }

  /// Writes the member `diagnostics`.
  public mutating func diagnostics(_ diagnostics: [DocumentDiagnostic]) {
    key("diagnostics")
    beginArray()
    for diagnostic in diagnostics {
      beginObject()
      key("code")
      string(diagnostic.code)
      key("message")
      string(diagnostic.message)
      endObject()
    }
    endArray()
  }

  /// Writes the whole record of a document that could not be processed, and ends its line.
  ///
  /// - Parameters:
  ///   - id: The document's id, where it is known.
  ///   - file: The file it was in, unless that is standard input.
  ///   - line: The number of its line from 1, where a file holds many documents.
  ///   - record: Its number from 1, where documents are not lines.
  ///   - fault: What is wrong.
  public mutating func errorRecord(
    id: DocumentID,
    file: String?,
    line: Int?,
    record: Int? = nil,
    fault: DocumentFault
  ) {
    beginObject()
    key("schema")
    string("\(Self.schema)")
    key("id")
    json(id.json)
    if let file {
      key("file")
      string(file)
    }
    if let line {
      key("line")
      integer(line)
    }
    if let record {
      key("record")
      integer(record)
    }
    key("error")
    beginObject()
    key("code")
    string(fault.code.rawValue)
    key("message")
    string(fault.message)
    if let column = fault.column {
      key("column")
      integer(column)
    }
    endObject()
    endObject()
    endLine()
  }
}
