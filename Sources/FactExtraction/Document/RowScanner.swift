/// Takes the fields of a row one after the other, as RFC 4180 writes them.
///
/// The row is passed to each call; the scanner keeps the position alone.
struct RowScanner {
  private let delimiter: UInt8
  /// The position of the next byte.
  private(set) var index = 0
  private var isAtEnd = false

  /// What a field was found to be.
  enum Field {
    case sound
    /// Something follows its closing quotation mark, or there is none.
    case faulty(String)
  }

  /// Makes a scanner for fields that are divided by `delimiter`.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  /// Takes the next field and appends its value; nil at the end of the row.
  ///
  /// A row has at least one field; a carriage return at its end belongs to the line end.
  mutating func next(_ row: Span<UInt8>, into value: inout [UInt8]) -> Field? {
    guard !isAtEnd else { return nil }
    let end = row.count > 0 && row[row.count - 1] == UInt8(ascii: "\r") ? row.count - 1 : row.count
    guard index < end, row[index] == UInt8(ascii: "\"") else {
      let start = index
      while index < end, row[index] != delimiter { index += 1 }
      append(row, start..<index, to: &value)
      finishField(end: end)
      return .sound
    }
    index += 1
    while true {
      let start = index
      while index < end, row[index] != UInt8(ascii: "\"") { index += 1 }
      append(row, start..<index, to: &value)
      guard index < end else {
        isAtEnd = true
        return .faulty("a quotation mark of the row is never closed")
      }
      index += 1
      guard index < end, row[index] == UInt8(ascii: "\"") else { break }
      value.append(UInt8(ascii: "\""))
      index += 1
    }
    guard index == end || row[index] == delimiter else {
      while index < end, row[index] != delimiter { index += 1 }
      finishField(end: end)
      return .faulty("something follows the closing quotation mark of a field")
    }
    finishField(end: end)
    return .sound
  }

  private mutating func finishField(end: Int) {
    if index < end { index += 1 } else { isAtEnd = true }
  }

  private func append(_ row: Span<UInt8>, _ range: Range<Int>, to value: inout [UInt8]) {
    guard !range.isEmpty else { return }
    row.extracting(range).withUnsafeBufferPointer { value.append(contentsOf: $0) }
  }
}
