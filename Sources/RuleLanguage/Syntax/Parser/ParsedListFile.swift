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
    while start < source.bytes.count {
      let end = source.bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.bytes.count
      readLine(from: start, to: end, &lexer)
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

  private mutating func readLine(from start: Int, to end: Int, _ lexer: inout Lexer) {
    let fields = lexer.bytes[start..<end].split(
      separator: UInt8(ascii: "\t"),
      omittingEmptySubsequences: false
    ).map { trimmed($0) }
    guard let first = fields.first, fields.contains(where: { !$0.isEmpty }),
      first.first != UInt8(ascii: "#")
    else { return }
    lexer.limit = first.endIndex
    let words = EntryWords(in: lexer, from: first.startIndex, file: index, isAlone: true)
    lexer.limit = lexer.bytes.count
    if words.words.isEmpty {
      return report(
        .emptyEntry,
        from: first.startIndex,
        to: max(first.endIndex, first.startIndex + 1)
      )
    }
    var entry = ListEntrySyntax(
      isExact: words.isExact,
      words: words.words,
      features: [],
      isAlternative: false,
      range: SourceRange(
        file: index,
        start: first.startIndex,
        end: fields.last?.endIndex ?? end
      )
    )
    for (column, field) in fields.dropFirst().enumerated() where !field.isEmpty {
      guard column < columns.count else {
        report(
          .tooManyValues(columns: columns.count),
          from: field.startIndex,
          to: field.endIndex
        )
        continue
      }
      let name = columns[column]
      if name == "alt" {
        entry.isAlternative = true
        continue
      }
      let range = SourceRange(file: index, start: field.startIndex, end: field.endIndex)
      let text = String(decoding: field, as: UTF8.self)
      entry.features.append(
        FeatureSyntax(
          name: NameSyntax(text: name, range: range),
          value: LiteralSyntax(kind: kind(of: field), text: text, range: range)
        )
      )
    }
    entries.append(entry)
  }

  private func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let isBlank: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }
    var rest = field.drop(while: isBlank)
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return rest
  }

  /// How the value would be written in a rule file.
  private func kind(of field: ArraySlice<UInt8>) -> LiteralSyntax.Kind {
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
