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

  /// Makes a renderer of diagnostics about these sources.
  public init(_ sources: RuleSourceSet) {
    self.sources = sources
    lines = sources.sources.map { SourceLines($0.bytes) }
  }

  /// The place of a range's first byte; nil where its file is not in the set.
  public func location(of range: SourceRange) -> RuleLocation? {
    guard let source = sources[range.file] else { return nil }
    return source.location(at: range.span.start, in: lines[range.file])
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

    var output = ["\(message.severity.rawValue)[\(message.code)]: \(message.text)"]
    var files: [Int] = []
    for mark in marks where !files.contains(mark.range.file) { files.append(mark.range.file) }
    for (index, file) in files.enumerated() {
      let own = marks.filter { $0.range.file == file }
      // The marks of the first file start with the primary one; another file shows where its own first is.
      let place = own.first.flatMap { location(of: $0.range) }?.description ?? ""
      output.append("\(gutter)\(index == 0 ? "-->" : ":::") \(place)")
      output.append("\(gutter) |")
      output += excerpts(own, of: file, gutter: gutter)
    }
    output += message.notes.map { "\(gutter) = note: \($0)" }
    output += message.help.map { "\(gutter) = help: \($0)" }
    return output.map { $0 + "\n" }.joined()
  }

  /// A place that is pointed at.
  private struct Mark {
    var range: SourceRange
    var text: String
    var sign: Character
  }

  /// The lines of a file that have marks, each with its marks below.
  private func excerpts(_ marks: [Mark], of file: Int, gutter: String) -> [String] {
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
        output.append("\(padding)\(number) | \(text(of: excerpt, line: line, in: table))")
        shown = (line, excerpt)
      }
      let isCut = excerpt.start > table.span(ofLine: line).start
      let indent = table.width(from: excerpt.start, to: start) + (isCut ? 1 : 0)
      let width = max(1, table.width(from: start, to: min(mark.range.span.end, excerpt.end)))
      var row = "\(gutter) | " + String(repeating: " ", count: indent)
      row += String(repeating: mark.sign, count: width)
      output.append(mark.text.isEmpty ? row : "\(row) \(mark.text)")
    }
    return output.map(trimmed)
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
