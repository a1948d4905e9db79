import TextEngine

/// A text with the wanted spans in brackets and lines of carets below, for a person to read.
///
///     Выделено [1:5 млн тенге] на ремонт.
///                 ^^^^^^^^^^^ missing
///
/// Each character is one column; lines that are very long are cut around what is pointed at.
struct MarkedExcerpt {
  /// A place to point at.
  struct Pointer {
    var span: TextSpan
    /// What the row is made of: `^` for what is wanted, `~` for what was found.
    var sign: Character
    var label: String
  }

  /// The longest line that is shown whole, in columns.
  private static let longestLine = 160
  /// The columns that stay around what is pointed at where a line is cut.
  private static let surroundings = 40
  /// The lines of a text that are shown where nothing is pointed at.
  private static let linesShown = 3

  private let bytes: [UInt8]
  private let wanted: [WantedFact]
  private let paint: Paint

  init(_ text: String, wanted: [WantedFact], paint: Paint) {
    bytes = Array(text.utf8)
    self.wanted = wanted
    self.paint = paint
  }

  /// The lines, each after two blanks.
  ///
  /// - Parameters:
  ///   - pointers: What is pointed at, in the order of the rows below a line.
  ///   - isQuoted: Whether the text stands on one line between quotation marks, as rules write it.
  func lines(_ pointers: [Pointer], isQuoted: Bool) -> [String] {
    let all = isQuoted ? [TextSpan(start: 0, end: bytes.count)] : textLines
    var output: [String] = []
    for (index, line) in all.enumerated() {
      let own = pointers.filter { touches($0.span, line) }
      // Of a text of many paragraphs, only those are shown that something is said about.
      guard !own.isEmpty || pointers.isEmpty && index < Self.linesShown else { continue }
      output += render(line, own, isQuoted: isQuoted)
    }
    return output
  }

  private func touches(_ span: TextSpan, _ line: TextSpan) -> Bool {
    span.isEmpty ? line.start <= span.start && span.start <= line.end : span.overlaps(line)
  }

  private var textLines: [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(TextSpan(start: start, end: offset))
      start = offset + 1
    }
    return lines + [TextSpan(start: start, end: bytes.count)]
  }

  private func render(
    _ line: TextSpan,
    _ pointers: [Pointer],
    isQuoted: Bool
  ) -> [String] {
    let row = Row(line, bytes: bytes, wanted: wanted, isQuoted: isQuoted)
    let places = pointers.map { row.columns(of: $0.span) }
    var shown = 0..<row.cells.count
    if row.cells.count > Self.longestLine {
      let first = places.map(\.lowerBound).min() ?? 0
      let last = places.map(\.upperBound).max() ?? 0
      let start = max(0, first - Self.surroundings)
      shown = start..<min(row.cells.count, max(last, start + 1) + Self.surroundings)
    }
    let isCut = shown.lowerBound > 0
    var output = [
      "  " + (isCut ? "…" : "") + row.cells[shown].joined()
        + (shown.upperBound < row.cells.count ? "…" : "")
    ]
    for (pointer, place) in zip(pointers, places) {
      let indent = place.lowerBound - shown.lowerBound + (isCut ? 1 : 0)
      let signs = String(repeating: pointer.sign, count: max(1, place.count))
      // Of what runs over several lines, the first says what it is.
      let isFirst = pointer.span.start >= line.start
      let label = isFirst && !pointer.label.isEmpty ? " " + pointer.label : ""
      let text = signs + label
      output.append(
        "  " + String(repeating: " ", count: indent)
          + (pointer.sign == "^" ? paint.red(text) : paint.yellow(text))
      )
    }
    return output
  }

  /// A line as columns, with the columns where bytes stand.
  private struct Row {
    private(set) var cells: [String] = []
    /// The column before which the byte stands, after the brackets that open there.
    private var starts: [Int: Int] = [:]
    /// The column after the bytes before, without the brackets that close there.
    private var ends: [Int: Int] = [:]
    private let line: TextSpan

    init(_ line: TextSpan, bytes: [UInt8], wanted: [WantedFact], isQuoted: Bool) {
      self.line = line
      if isQuoted { cells.append("\"") }
      var offset = line.start
      let text = String(decoding: bytes[line.start..<line.end], as: UTF8.self)
      for character in text.unicodeScalars {
        open(offset, wanted)
        TerminalText.append(character, to: &cells)
        offset += UTF8.width(character)
        ends[offset] = cells.count
        for want in wanted where want.span.end == offset && want.span.start < offset {
          cells.append("]")
        }
      }
      starts[offset] = cells.count
      if isQuoted { cells.append("\"") }
    }

    private mutating func open(_ offset: Int, _ wanted: [WantedFact]) {
      let opened = wanted.filter { $0.span.start == offset }.sorted { $0.span.end > $1.span.end }
      for want in opened {
        cells += TerminalText.cells(of: want.number.map { "[\($0):" } ?? "[")
      }
      starts[offset] = cells.count
    }

    /// The columns of the part of a span that stands on the line.
    func columns(of span: TextSpan) -> Range<Int> {
      let start = starts[max(span.start, line.start)] ?? 0
      let end = ends[min(span.end, line.end)] ?? start
      return start..<max(start, end)
    }
  }
}
