import TextEngine

/// Writes diagnostics for people, with the lines that they are about.
///
///     error[R012]: unknown label `yr` in emit
///       --> Rules/dates.rules:18:35
///        |
///     16 |   match  m:@month y:[int 1000..2100] ('год')?
///        |                   - `y` is defined here
///     18 |   emit   type = date, value = ymd(yr, m.n)
///        |                                   ^^ no such label; did you mean `y`?
///
/// Carets are counted in characters, so they stand right under Cyrillic too.
public struct DiagnosticRenderer: Sendable {
  private let sources: RuleSourceSet
  private let lines: [SourceLines]
  private let paint: @Sendable (Part, String) -> String

  /// A part of what is written, for those who colour it.
  public enum Part: Hashable, Sendable {
    /// `error[R012]`
    case severity(Diagnostic.Severity)
    /// The message after it.
    case headline
    /// Line numbers, bars and arrows.
    case gutter
    /// The carets below what a diagnostic is about, with their text.
    case mark(Diagnostic.Severity)
    /// The dashes below another place, with their text.
    case otherMark
    /// `note`, `help`
    case remark
  }

  /// Makes a renderer of diagnostics about these sources.
  ///
  /// - Parameter paint: What becomes of each part, such as colours around it; without it, parts stay as they are.
  public init(
    _ sources: RuleSourceSet,
    paint: @escaping @Sendable (Part, String) -> String = { _, text in text }
  ) {
    self.sources = sources
    self.paint = paint
    lines = sources.sources.map { SourceLines($0.bytes) }
  }

  /// The place of a range's first byte; nil where its file is not in the set.
  public func location(of range: SourceRange) -> RuleLocation? {
    guard let source = sources[range.file] else { return nil }
    return source.location(at: range.span.start, in: lines[range.file])
  }

  /// The place of a range for programs; nil where its file is not in the set.
  public func place(of range: SourceRange) -> DiagnosticPlace? {
    guard let source = sources[range.file] else { return nil }
    let table = lines[range.file]
    let start = table.place(of: range.span.start)
    let end = table.place(of: max(range.span.start, range.span.end))
    return DiagnosticPlace(
      path: source.path,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
      span: range.span
    )
  }

  /// Writes diagnostics with an empty line between them, in the order of their places.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    let sorted = diagnostics.enumerated().sorted {
      let left = $0.element.range
      let right = $1.element.range
      return (left.file, left.span.start, $0.offset) < (right.file, right.span.start, $1.offset)
    }
    return sorted.map { render($0.element) }.joined(separator: "\n")
  }

  /// Writes one diagnostic; its last line ends with a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let message = diagnostic.message
    var marks = [Mark(range: diagnostic.range, text: message.label, sign: "^")]
    marks += diagnostic.labels.map { Mark(range: $0.range, text: $0.text, sign: "-") }
    marks = marks.filter { sources[$0.range.file] != nil }
    let last = marks.map { lines[$0.range.file].line(at: $0.range.span.start) + 1 }.max() ?? 0
    let gutter = String(repeating: " ", count: max(2, String(last).count))

    let bar = paint(.gutter, "|")
    var output = [
      paint(.severity(message.severity), "\(message.severity.rawValue)[\(message.code)]")
        + paint(.headline, ": \(message.text)")
    ]
    var files: [Int] = []
    for mark in marks where !files.contains(mark.range.file) { files.append(mark.range.file) }
    for (index, file) in files.enumerated() {
      let own = marks.filter { $0.range.file == file }
      // The marks of the first file start with the primary one; another file shows where its own first is.
      let place = own.first.flatMap { location(of: $0.range) }?.description ?? ""
      output.append(gutter + paint(.gutter, index == 0 ? "-->" : ":::") + " \(place)")
      output.append("\(gutter) \(bar)")
      output += excerpts(own, of: file, gutter: gutter, message.severity)
    }
    let sign = paint(.gutter, "=")
    output += message.notes.map { "\(gutter) \(sign) \(paint(.remark, "note")): \($0)" }
    output += message.help.map { "\(gutter) \(sign) \(paint(.remark, "help")): \($0)" }
    return output.map { $0 + "\n" }.joined()
  }

  /// A place that is pointed at.
  private struct Mark {
    var range: SourceRange
    var text: String
    var sign: Character
  }

  /// The lines of a file that have marks, each with its marks below.
  private func excerpts(
    _ marks: [Mark],
    of file: Int,
    gutter: String,
    _ severity: Diagnostic.Severity
  ) -> [String] {
    let bar = paint(.gutter, "|")
    let table = lines[file]
    var output: [String] = []
    var shown: (line: Int, excerpt: TextSpan)?
    for mark in marks.sorted(by: { $0.range.span.start < $1.range.span.start }) {
      let start = mark.range.span.start
      let line = table.line(at: start)
      let excerpt = table.excerpt(ofLine: line, around: start)
      if shown?.line != line || shown?.excerpt != excerpt {
        let number = String(line + 1)
        let padding = String(repeating: " ", count: gutter.count - number.count)
        output.append(
          trimmed(
            "\(padding)\(paint(.gutter, number)) \(bar) \(text(of: excerpt, line: line, in: table))"
          )
        )
        shown = (line, excerpt)
      }
      let isCut = excerpt.start > table.span(ofLine: line).start
      let indent = table.width(from: excerpt.start, to: start) + (isCut ? 1 : 0)
      let width = max(1, table.width(from: start, to: min(mark.range.span.end, excerpt.end)))
      let part: Part = mark.sign == "^" ? .mark(severity) : .otherMark
      var row = String(repeating: mark.sign, count: width)
      if !mark.text.isEmpty { row += " \(mark.text)" }
      output.append(
        trimmed("\(gutter) \(bar) " + String(repeating: " ", count: indent) + paint(part, row))
      )
    }
    return output
  }

  private func text(of excerpt: TextSpan, line: Int, in table: SourceLines) -> String {
    let whole = table.span(ofLine: line)
    return (excerpt.start > whole.start ? "…" : "")
      + table.displayed(from: excerpt.start, to: excerpt.end)
      + (excerpt.end < whole.end ? "…" : "")
  }

  private func trimmed(_ line: String) -> String {
    String(line.reversed().drop { $0 == " " }.reversed())
  }
}
