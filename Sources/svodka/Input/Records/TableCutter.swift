/// Finds the rows of a table with quotation marks as RFC 4180 has them.
///
/// A mark opens a field only where the field begins; anywhere else it stands for itself. Empty lines are no rows.
/// A row of several lines with a faulty field is given up after its first line: there is one mark too many or
/// too few somewhere, and that shall not cost the rows after it. No line is looked at more than a few times for
/// that: a mark that opens a field on one line closes the field that is open since a line before.
struct TableCutter: RecordCutter {
  private enum State {
    case betweenRows, fieldStart, plain, quoted, mark
  }

  private let delimiter: UInt8
  private var state = State.betweenRows
  /// Whether a line feed stands inside of marks.
  private var hasLines = false
  /// Whether something follows the closing mark of a field.
  private var isFaulty = false

  /// Makes a cutter for fields that are divided by `delimiter`.
  init(delimiter: UInt8) {
    self.delimiter = delimiter
  }

  var lookBehind: Int { 0 }

  mutating func scan(_ bytes: Span<UInt8>, from position: inout Int) -> RecordCut {
    while position < bytes.count {
      let byte = bytes[position]
      if state == .betweenRows {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
          position += 1
          continue
        }
        (state, hasLines, isFaulty) = (.fieldStart, false, false)
        return .begins(position)
      }
      position += 1
      switch (state, byte) {
      case (.quoted, UInt8(ascii: "\"")): state = .mark
      case (.quoted, UInt8(ascii: "\n")): hasLines = true
      case (.quoted, _): break
      case (_, UInt8(ascii: "\n")):
        state = .betweenRows
        return isFaulty && hasLines ? .endsWithFirstLine : .ends(position - 1)
      case (.fieldStart, UInt8(ascii: "\"")), (.mark, UInt8(ascii: "\"")): state = .quoted
      case (_, delimiter): state = .fieldStart
      // The line end may be two bytes.
      case (.mark, UInt8(ascii: "\r")): state = .plain
      case (.mark, _):
        isFaulty = true
        state = .plain
      default: state = .plain
      }
    }
    return .more
  }

  mutating func finish() -> RecordEnd {
    defer { state = .betweenRows }
    return state == .quoted || isFaulty && hasLines ? .firstLine : .whole
  }
}
