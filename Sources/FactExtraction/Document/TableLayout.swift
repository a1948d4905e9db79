import TextEngine

/// Where the fields of a document lie in the rows of a table.
///
///     let header: [UInt8] = Array("url,title,text,topic,tags,date".utf8)
///     let layout = try TableLayout(header: header.span, delimiter: UInt8(ascii: ","))
///     layout.idColumn  // 0: where no column is called «id», the address names a document
public struct TableLayout: Hashable, Sendable {
  /// What divides fields.
  public let delimiter: UInt8
  /// The number of columns.
  public let columnCount: Int
  /// The column that names the document, from 0; nil if none does.
  public let idColumn: Int?
  /// The column that holds the text, from 0.
  public let textColumn: Int
  /// The column that dates the document, from 0; nil if none does.
  public let dateColumn: Int?

  /// The column that names a document where none is called `id`.
  static let otherIDName = "url"

  /// Reads the header of a table, a row without its line end.
  ///
  /// - Throws: `TableHeaderFault` where there is no column for the text, or for another member that was given
  ///   a name of its own.
  public init(
    header: Span<UInt8>,
    delimiter: UInt8,
    fields: RecordFields = RecordFields()
  ) throws(TableHeaderFault) {
    var row = RowScanner(delimiter: delimiter)
    var names: [String] = []
    var bytes: [UInt8] = []
    while row.next(header, into: &bytes) != nil {
      names.append(Self.trimmed(String(decoding: bytes, as: UTF8.self)))
      bytes.removeAll()
    }
    func column(_ name: String, isNeeded: Bool) throws(TableHeaderFault) -> Int? {
      let found = names.firstIndex(of: name)
      if found == nil, isNeeded { throw TableHeaderFault(missing: name, columns: names) }
      return found
    }
    let usual = RecordFields()
    guard let text = try column(fields.text, isNeeded: true) else {
      throw TableHeaderFault(missing: fields.text, columns: names)
    }
    self.delimiter = delimiter
    columnCount = names.count
    textColumn = text
    dateColumn = try column(fields.date, isNeeded: fields.date != usual.date)
    idColumn =
      try column(fields.id, isNeeded: fields.id != usual.id)
      ?? names.firstIndex(of: Self.otherIDName)
  }

  private static func trimmed(_ name: String) -> String {
    let isSpace = { (byte: UInt8) in byte == 0x20 || (0x09...0x0D).contains(byte) }
    let bytes = Array(name.utf8)
    let start = bytes.firstIndex { !isSpace($0) } ?? bytes.endIndex
    let end = bytes.lastIndex { !isSpace($0) }.map { $0 + 1 } ?? start
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }
}

/// A table whose header lacks a column that is needed.
public struct TableHeaderFault: Error, Hashable, Sendable {
  /// The column that is missing.
  public let missing: String
  /// The columns that there are.
  public let columns: [String]
}
