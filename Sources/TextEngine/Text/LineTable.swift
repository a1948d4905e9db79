/// The lines of a text: where an offset is, and how the line reads.
///
///     let lines = LineTable(SourceText("список\nновый закон"))
///     lines.position(ofByte: 24)  // line 2, column 7
///     lines.text(ofLine: 2)       // "новый закон"
///
/// A line ends with LF or CR LF. Lines and columns count from 1, columns in scalars.
public struct LineTable: Sendable {
  /// A place for people to read.
  public struct Position: Hashable, Sendable {
    /// The line, from 1.
    public let line: Int
    /// The column in scalars, from 1.
    public let column: Int

    /// Makes a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let text: SourceText
  /// The offset of the first byte of each line.
  private let starts: [Int]

  /// Finds the lines of a text; a text has one line more than line breaks.
  public init(_ text: SourceText) {
    self.text = text
    var starts = [0]
    let bytes = text.bytes.span
    for index in bytes.indices where bytes[index] == 0x0A { starts.append(index + 1) }
    self.starts = starts
  }

  /// The number of lines, at least 1.
  public var count: Int { starts.count }

  /// The line and column of a byte; offsets outside the text are clamped.
  ///
  /// - Complexity: O(log *lines*) and the length of the line.
  public func position(ofByte byte: Int) -> Position {
    let offset = max(0, min(byte, text.count))
    let line = max(0, starts.partitioningIndex { $0 > offset } - 1)
    let bytes = text.bytes.span
    // An offset inside a scalar stands for the scalar's first byte.
    var start = offset
    while start > starts[line], start < bytes.count, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    var column = 1
    for index in starts[line]..<start where bytes[index] & 0xC0 != 0x80 { column += 1 }
    return Position(line: line + 1, column: column)
  }

  /// The text of a line without its line break; empty where there is no such line.
  public func text(ofLine line: Int) -> String {
    text.string(in: span(ofLine: line))
  }

  /// The bytes of a line without its line break.
  public func span(ofLine line: Int) -> TextSpan {
    guard line >= 1, line <= starts.count else {
      return TextSpan(start: text.count, end: text.count)
    }
    let start = starts[line - 1]
    guard line < starts.count else { return TextSpan(start: start, end: text.count) }
    let end = starts[line] - 1
    let hasReturn = end > start && text.bytes[end - 1] == 0x0D
    return TextSpan(start: start, end: hasReturn ? end - 1 : end)
  }
}
