import TextEngine

/// A list's file of tab-separated values as read: `list @country from "countries.tsv" columns (code)`.
///
/// Each line is an entry as it would stand in a rule file, `=` before it for exact forms, then the values of
/// the columns. An empty value gives no feature; empty lines, and those that start with `#`, give no entry; any
/// value in a column `alt` says that a second entry of the same words is meant.
///
///     Казахстан<TAB>KZ
///     =Кот-д’Ивуар<TAB>CI
public struct ParsedListFile: Equatable, Sendable {
  /// The entries, in the order of the file.
  public private(set) var entries: ListEntries
  /// All faults of the file, by place; 1,000 at most.
  public private(set) var diagnostics: [Diagnostic] = []

  private let index: Int
  private let columns: [String]
  /// The number of each column's feature, once an entry has it.
  private var numbers: [UInt32?]

  /// Reads a source; `index` is its place in the set of sources, which all ranges name.
  ///
  /// - Complexity: O(*n*) in the length of the source.
  public init(parsing source: RuleSource, index: Int, columns: [String]) {
    self.index = index
    self.columns = columns
    entries = ListEntries(table: source.bytes, file: index)
    numbers = columns.map { _ in nil }
    if let fault = UTF8Validation.firstFault(in: source.bytes.span) {
      report(.listNotUTF8, from: fault, to: fault + 1)
    }
    var lexer = Lexer(bytes: source.bytes)
    // Reused from line to line.
    var line = Line()
    // A line has 32 bytes or more as a rule, and a few too many places cost little.
    entries.reserve(lines: source.bytes.count / 32, columns: columns.count)
    var start = lexer.position
    while start < source.bytes.count {
      start = Self.readFields(from: start, lexer.bytes.span, into: &line)
      readLine(line, &lexer)
    }
  }

  private mutating func report(_ message: DiagnosticMessage, from start: Int, to end: Int) {
    let range = SourceRange(file: index, start: start, end: end)
    if diagnostics.count < Parser.faultLimit { diagnostics.append(Diagnostic(message, at: range)) }
    if diagnostics.count == Parser.faultLimit {
      diagnostics.append(Diagnostic(.tooManyFaults(limit: Parser.faultLimit), at: range))
    }
  }

  /// What is known of a line from its bytes alone.
  private struct Line {
    /// The fields, without the blanks around them; at least one.
    var fields: [Range<Int>] = []
    /// Whether the first field surely has what stands between single spaces as its words: there is no other blank in
    /// it, and nothing taken as it is.
    var isPlain = true
    /// Whether some field has anything in it.
    var isFilled = false

    var range: ListEntries.Place {
      ListEntries.Place(fields.first?.lowerBound ?? 0, fields.last?.upperBound ?? 0)
    }
  }

  private mutating func readLine(_ line: Line, _ lexer: inout Lexer) {
    let source = lexer.bytes
    let bytes = source.span
    guard line.isFilled, let first = line.fields.first,
      first.isEmpty || bytes[first.lowerBound] != UInt8(ascii: "#")
    else { return }
    let isExact = !first.isEmpty && bytes[first.lowerBound] == UInt8(ascii: "=")
    var place = first.lowerBound + (isExact ? 1 : 0)
    guard line.isPlain, place < first.upperBound else { return readWritten(line, first, &lexer) }
    entries.begin(isExact: isExact)
    while place < first.upperBound {
      let start = place
      while place < first.upperBound, bytes[place] != UInt8(ascii: " ") { place += 1 }
      if place > start { entries.appendWord(ListEntries.Place(start, place)) }
      place += 1
    }
    var isAlternative = false
    forEachValue(line.fields) { column, field, parsed in
      if parsed.columns[column] == "alt" {
        isAlternative = true
      } else {
        parsed.entries.appendFeature(
          parsed.number(ofColumn: column),
          parsed.kind(of: lexer.bytes[field]),
          ListEntries.Place(field.lowerBound, field.upperBound)
        )
      }
    }
    entries.end(isAlternative: isAlternative, line.range)
  }

  private mutating func number(ofColumn column: Int) -> UInt32 {
    if let known = numbers[column] { return known }
    let number = entries.number(ofFeature: columns[column])
    numbers[column] = number
    return number
  }

  private mutating func reportEmpty(_ field: Range<Int>) {
    report(.emptyEntry, from: field.lowerBound, to: max(field.upperBound, field.lowerBound + 1))
  }

  /// Calls a function with each value behind a line's entry and the place of its column.
  private mutating func forEachValue(
    _ fields: [Range<Int>],
    _ body: (Int, Range<Int>, inout ParsedListFile) -> Void
  ) {
    for (column, field) in fields.dropFirst().enumerated() where !field.isEmpty {
      if column < columns.count {
        body(column, field, &self)
      } else {
        report(
          .tooManyValues(columns: columns.count),
          from: field.lowerBound,
          to: field.upperBound
        )
      }
    }
  }

  /// Reads a line whose words are not the bytes between blanks.
  private mutating func readWritten(_ line: Line, _ first: Range<Int>, _ lexer: inout Lexer) {
    lexer.limit = first.upperBound
    let words = EntryWords(in: lexer, from: first.lowerBound, file: index, isAlone: true)
    lexer.limit = lexer.bytes.count
    if words.words.isEmpty { return reportEmpty(first) }
    var entry = ListEntrySyntax(
      isExact: words.isExact,
      words: words.words,
      features: [],
      isAlternative: false,
      range: SourceRange(
        file: index,
        start: line.range.range.lowerBound,
        end: line.range.range.upperBound
      )
    )
    forEachValue(line.fields) { column, field, parsed in
      let name = parsed.columns[column]
      if name == "alt" {
        entry.isAlternative = true
        return
      }
      let range = SourceRange(file: parsed.index, start: field.lowerBound, end: field.upperBound)
      let value = LiteralSyntax(
        kind: parsed.kind(of: lexer.bytes[field]),
        text: String(decoding: lexer.bytes[field], as: UTF8.self),
        range: range
      )
      entry.features.append(
        FeatureSyntax(name: NameSyntax(text: name, range: range), value: value)
      )
    }
    entries.append(entry)
  }

  /// Notes where the fields of the line that starts here stand, and gives the start of the next one.
  private static func readFields(
    from start: Int,
    _ bytes: Span<UInt8>,
    into line: inout Line
  ) -> Int {
    line.fields.removeAll(keepingCapacity: true)
    line.isPlain = true
    line.isFilled = false
    var (first, place) = (start, start)
    while true {
      // Most of a line are Cyrillic letters, of two bytes each.
      while place + 1 < bytes.count, bytes[place] & 0xFE == 0xD0, bytes[place + 1] >= 0x80 {
        place += 2
      }
      let byte = place < bytes.count ? bytes[place] : UInt8(ascii: "\n")
      if byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\n") {
        var (from, to) = (first, place)
        while from < to, isBlank(bytes[from]) { from += 1 }
        while to > from, isBlank(bytes[to - 1]) { to -= 1 }
        line.isFilled = line.isFilled || from < to
        line.fields.append(from..<to)
        first = place + 1
        if byte == UInt8(ascii: "\n") { return place + 1 }
      } else if line.fields.isEmpty, isOdd(byte),
        !(byte == UInt8(ascii: "\r") && isEnd(place + 1, bytes))
      {
        line.isPlain = false
      }
      place += 1
    }
  }

  /// Whether a byte may belong to a blank that is no space, or takes the byte after it as it is.
  @inline(__always)
  private static func isOdd(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\\") || (byte >= 0xC0 && byte != 0xD0 && byte != 0xD1)
  }

  private static func isEnd(_ place: Int, _ bytes: Span<UInt8>) -> Bool {
    place >= bytes.count || bytes[place] == UInt8(ascii: "\n")
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\r")
  }

  /// How the value would be written in a rule file.
  private func kind(of field: ArraySlice<UInt8>) -> LiteralSyntax.Kind {
    // Most values need no lexer.
    if field.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return .number }
    if field.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0 | 0x20) }) {
      return .identifier
    }
    var lexer = Lexer(bytes: Array(field))
    var token = lexer.next()
    if token.isPunctuation("-") {
      token = lexer.next()
      guard token.kind == .number, token.isAdjacent else { return .string }
    }
    guard token.span.end == field.count, token.fault == nil else { return .string }
    switch token.kind {
    case .number: return .number
    case .identifier: return .identifier
    default: return .string
    }
  }
}
