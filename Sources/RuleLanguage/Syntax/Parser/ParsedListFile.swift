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
  public private(set) var entries: [ListEntrySyntax] = []
  /// All faults of the file, by place; 1,000 at most.
  public private(set) var diagnostics: [Diagnostic] = []

  private let index: Int
  private let columns: [String]

  /// Reads a source; `index` is its place in the set of sources, which all ranges name.
  ///
  /// - Complexity: O(*n*) in the length of the source.
  public init(parsing source: RuleSource, index: Int, columns: [String]) {
    self.index = index
    self.columns = columns
    if let fault = UTF8Validation.firstFault(in: source.bytes.span) {
      report(.listNotUTF8, from: fault, to: fault + 1)
    }
    var lexer = Lexer(bytes: source.bytes)
    var start = lexer.position
    // Reused from line to line.
    var fields: [Range<Int>] = []
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      readLine(from: start, to: end, &lexer, &fields)
      start = end + 1
    }
  }

  private mutating func report(_ message: DiagnosticMessage, from start: Int, to end: Int) {
    let range = SourceRange(file: index, start: start, end: end)
    if diagnostics.count < Parser.faultLimit { diagnostics.append(Diagnostic(message, at: range)) }
    if diagnostics.count == Parser.faultLimit {
      diagnostics.append(Diagnostic(.tooManyFaults(limit: Parser.faultLimit), at: range))
    }
  }

  private mutating func readLine(
    from start: Int,
    to end: Int,
    _ lexer: inout Lexer,
    _ fields: inout [Range<Int>]
  ) {
    Self.readFields(from: start, to: end, lexer.bytes.span, into: &fields)
    guard let first = fields.first, fields.contains(where: { !$0.isEmpty }),
      first.isEmpty || lexer.bytes[first.lowerBound] != UInt8(ascii: "#")
    else { return }
    lexer.limit = first.upperBound
    let words = EntryWords(in: lexer, from: first.lowerBound, file: index, isAlone: true)
    lexer.limit = lexer.bytes.count
    if words.words.isEmpty {
      return report(
        .emptyEntry,
        from: first.lowerBound,
        to: max(first.upperBound, first.lowerBound + 1)
      )
    }
    var entry = ListEntrySyntax(
      isExact: words.isExact,
      words: words.words,
      features: [],
      isAlternative: false,
      range: SourceRange(
        file: index,
        start: first.lowerBound,
        end: fields.last?.upperBound ?? end
      )
    )
    entry.features.reserveCapacity(min(fields.count - 1, columns.count))
    for (column, field) in fields.dropFirst().enumerated() where !field.isEmpty {
      guard column < columns.count else {
        report(
          .tooManyValues(columns: columns.count),
          from: field.lowerBound,
          to: field.upperBound
        )
        continue
      }
      let name = columns[column]
      if name == "alt" {
        entry.isAlternative = true
        continue
      }
      let range = SourceRange(file: index, start: field.lowerBound, end: field.upperBound)
      let text = String(decoding: lexer.bytes[field], as: UTF8.self)
      entry.features.append(
        FeatureSyntax(
          name: NameSyntax(text: name, range: range),
          value: LiteralSyntax(kind: kind(of: lexer.bytes[field]), text: text, range: range)
        )
      )
    }
    entries.append(entry)
  }

  /// Notes where the fields of a line stand, without the blanks around them.
  private static func readFields(
    from start: Int,
    to end: Int,
    _ bytes: Span<UInt8>,
    into fields: inout [Range<Int>]
  ) {
    fields.removeAll(keepingCapacity: true)
    var first = start
    for place in start...end where place == end || bytes[place] == UInt8(ascii: "\t") {
      var (from, to) = (first, place)
      while from < to, isBlank(bytes[from]) { from += 1 }
      while to > from, isBlank(bytes[to - 1]) { to -= 1 }
      fields.append(from..<to)
      first = place + 1
    }
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
