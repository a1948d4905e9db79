import TextEngine

/// Makes documents of the rows of a table.
///
///     let header: [UInt8] = Array("id,text,date".utf8)
///     let layout = try TableLayout(header: header.span, delimiter: UInt8(ascii: ","))
///     let row: [UInt8] = Array(#"7,"В ""Актау"", 5 домов",2019/12/14"#.utf8)
///     var reader = RowReader()
///     try reader.read(row.span, layout: layout).date?.day  // 14
public struct RowReader: Sendable {
  private var scratch: [UInt8] = []

  /// Makes a reader.
  public init() {}

  /// Reads one row, given without its line feed.
  ///
  /// - Throws: `RejectedRecord` where the row has no document; it names the id if that was read.
  /// - Complexity: O(*n*) in the length of the row.
  public mutating func read(
    _ row: Span<UInt8>,
    layout: TableLayout
  ) throws(RejectedRecord) -> Document {
    var record = Record()
    let fault = read(row, layout: layout, into: &record)
    return try record.document(from: row, fault: fault, unit: "row")
  }

  /// Takes what is wanted; what is wrong with the row is returned.
  private mutating func read(
    _ row: Span<UInt8>,
    layout: TableLayout,
    into record: inout Record
  ) -> DocumentFault? {
    var scanner = RowScanner(delimiter: layout.delimiter)
    var column = 0
    while true {
      let start = scanner.index
      scratch.removeAll(keepingCapacity: true)
      guard let field = scanner.next(row, into: &scratch) else { break }
      if case .faulty(let message) = field {
        return DocumentFault(.invalidRow, message, column: start + 1)
      }
      if column == layout.textColumn {
        // What is taken along need not be copied.
        record.text = .string(scratch, hasLoneSurrogate: false)
        scratch = []
      } else if !scratch.isEmpty {
        if column == layout.idColumn {
          record.id = Record.ID(text: scratch.span, hasLoneSurrogate: false)
        }
        if column == layout.dateColumn { record.date = Record.Day(scratch.span) }
      }
      column += 1
    }
    guard column == layout.columnCount else {
      let message = "the row has \(column) fields and the header \(layout.columnCount)"
      return DocumentFault(.invalidRow, message)
    }
    return nil
  }
}
