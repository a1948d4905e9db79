import FactExtraction

/// Finds out how a table is written by its first row.
struct TableHeader {
  /// The longest header in bytes.
  static let limit = 64 << 10

  /// `csv` or `tsv`.
  let format: InputFormat
  /// The columns that are wanted.
  let fields: RecordFields

  /// What may divide the fields; Excel takes semicolons where the comma divides decimals, as in Russian.
  private var delimiters: [UInt8] {
    format == .tsv ? [UInt8(ascii: "\t")] : [UInt8(ascii: ","), UInt8(ascii: ";")]
  }

  /// The layout of the rows; the stream stays unread.
  ///
  /// - Throws: `CommandFailure` with status 74 where there is no header, or a column is missing in it.
  func layout(of stream: PeekedStream) throws(CommandFailure) -> TableLayout {
    var fault: TableHeaderFault?
    for delimiter in delimiters {
      guard let row = row(of: stream, delimiter: delimiter) else {
        throw CommandFailure(
          status: .inputOutput,
          message: "\(stream.name): the header is longer than \(Self.limit) bytes"
        )
      }
      // A file without anything is a table without rows.
      if row.allSatisfy({ $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }),
        let empty = emptyLayout
      {
        return empty
      }
      do throws(TableHeaderFault) {
        return try TableLayout(header: row.span, delimiter: delimiter, fields: fields)
      } catch {
        fault = fault.flatMap { $0.columns.count < error.columns.count ? nil : $0 } ?? error
      }
    }
    let columns = fault?.columns.map { "'\($0.prefix(40))'" }.prefix(12).joined(separator: ", ")
    throw CommandFailure(
      status: .inputOutput,
      message: "\(stream.name): the header has no column '\(fault?.missing ?? fields.text)', only "
        + "\(columns ?? ""); --id-field, --text-field and --date-field name others"
    )
  }

  /// The layout for a file without rows.
  private var emptyLayout: TableLayout? {
    let header = Array([fields.text, fields.id, fields.date].joined(separator: ",").utf8)
    return try? TableLayout(header: header.span, delimiter: UInt8(ascii: ","), fields: fields)
  }

  /// The first row of a stream; nil if it is too long.
  private func row(of stream: PeekedStream, delimiter: UInt8) -> [UInt8]? {
    var found: Range<Int>?
    let head = stream.peek { head in
      found = Self.firstRow(in: head, delimiter: delimiter)
      return found != nil || head.count > Self.limit
    }
    if let found { return Array(head[found]) }
    return head.count > Self.limit ? nil : Array(head.dropFirst(Self.markSize(head)))
  }

  private static func markSize(_ head: [UInt8]) -> Int {
    head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static func firstRow(in head: [UInt8], delimiter: UInt8) -> Range<Int>? {
    var cutter = TableCutter(delimiter: delimiter)
    var position = markSize(head)
    var start = position
    while true {
      switch cutter.scan(head.span, from: &position) {
      case .begins(let place): start = place
      case .ends(let place): return start..<place
      case .endsWithFirstLine: return start..<(head.firstLineFeed(from: start) ?? position)
      case .more, .restarts, .failure: return nil
      }
    }
  }
}
