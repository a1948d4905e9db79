public import TextEngine

/// Lays out an explanation for people: one line for each element, what stopped the rule, and what became of its matches.
public struct ExplanationText {
  private let text: SourceText
  private let offsets: OffsetMap
  private var lines: [String] = []

  /// Makes a writer for explanations of a text.
  public init(_ text: SourceText, unit: OffsetUnit = .scalar) {
    self.text = text
    offsets = OffsetMap(text, unit: unit)
  }

  /// The explanation; its last line ends with a line feed.
  public func render(_ explanation: RuleExplanation) -> String {
    var copy = self
    copy.append(explanation)
    return copy.lines.map { $0 + "\n" }.joined()
  }

  private mutating func append(_ explanation: RuleExplanation) {
    let kind = explanation.kind.map { " -> \($0)" } ?? " (block)"
    lines.append("rule \(explanation.rule)\(kind)   \(explanation.place)")
    let window = explanation.isParagraph ? "paragraph" : "sentence"
    lines.append("\(window) \(place(explanation.window))  \(shortened(explanation.window))")
    lines.append(
      "tried at \(explanation.starts) tokens of the \(window); "
        + "at \(explanation.failedAtOnce) its first element fails"
    )
    let start = "\(place(explanation.start)) \(quoted(explanation.start))"
    if explanation.matches.isEmpty {
      lines.append("it got furthest from \(start):")
      append(explanation.steps)
      append(explanation.stops)
      return
    }
    lines.append("it holds from \(start):")
    for match in explanation.matches { append(match, kind: explanation.kind) }
  }

  // MARK: Elements

  private mutating func append(_ steps: [RuleExplanation.Step]) {
    let rows = Self.runs(steps)
    let width = min(
      34,
      rows.map { "\(place($0.span)) \(quoted($0.span))".unicodeScalars.count }.max() ?? 0
    )
    let names = rows.map { Self.shortened(name($0.step.element), to: 56) }
    let elementWidth = names.map(\.unicodeScalars.count).max() ?? 0
    for (row, element) in zip(rows, names) {
      var line = "  ok    " + padded("\(place(row.span)) \(shortened(row.span))", width)
      line += "  " + padded(element, elementWidth)
      if row.count > 1 { line += "  \(row.count) times" }
      var remarks = row.count > 1 ? [] : Self.compressed(row.step.readings)
      if let taken = row.step.taken, row.count == 1 { remarks.insert(taken, at: 0) }
      if let first = remarks.first { line += "  " + first }
      if let shared = row.step.shared {
        line += "  {" + (shared.isEmpty ? "any" : shared.joined(separator: " ")) + "}"
      }
      lines.append(line.trimmed())
      let indent = String(repeating: " ", count: 8 + width + 2 + elementWidth + 2)
      lines += remarks.dropFirst().map { indent + $0 }
    }
  }

  /// Steps by one element in a row, as one: `[!quote]` takes word after word.
  private static func runs(
    _ steps: [RuleExplanation.Step]
  ) -> [(step: RuleExplanation.Step, span: TextSpan, count: Int)] {
    var rows: [(step: RuleExplanation.Step, span: TextSpan, count: Int)] = []
    for step in steps {
      if let last = rows.last, last.step.element == step.element, step.shared == nil {
        rows[rows.count - 1].span.end = step.span.end
        rows[rows.count - 1].count += 1
      } else {
        rows.append((step, step.span, 1))
      }
    }
    return rows
  }

  /// A few readings as they are, of more only the first ones.
  private static func compressed(_ readings: [String]) -> [String] {
    readings.count <= 5
      ? readings : readings.prefix(4) + ["… and \(readings.count - 4) more readings"]
  }

  private mutating func append(_ stops: [RuleExplanation.Stop]) {
    guard let first = stops.first else { return }
    lines.append(
      "  stop  "
        + (first.span.isEmpty ? "at the end" : "\(place(first.span)) \(quoted(first.span))")
    )
    // Most often all elements are asked of the same word: its readings are shown once.
    let readings = Self.compressed(
      stops.map { $0.readings.map(\.reading) }.max { $0.count < $1.count } ?? []
    )
    lines += readings.map { "          reading  " + $0 }
    for stop in stops {
      lines.append(
        "          wanted   \(name(stop.element)): \(stop.reason)   \(stop.element.place)"
      )
      // Where each reading fails for a reason of its own, the reasons stand beside them.
      guard Set(stop.readings.map(\.fails)).count > 1 else { continue }
      for (reading, fails) in stop.readings.prefix(12) {
        let verdict = fails.map { "fails `\($0)`" } ?? "passes"
        lines.append("                     \(reading) -> \(verdict)")
      }
    }
  }

  private func name(_ element: RuleExplanation.Element) -> String {
    element.definition.map { "\(element.text) in `\($0)`" } ?? element.text
  }

  // MARK: Matches

  private mutating func append(_ match: RuleExplanation.Match, kind: String?) {
    let what = "\(place(match.span)) \(shortened(match.span))"
    switch match.outcome {
    case .refused(let clause, let place):
      lines.append("  refused: \(what)")
      lines.append("    by `\(clause)`   \(place)")
    case .shorter: lines.append("  shorter, so not taken: \(what)")
    default: lines.append("  match, \(match.tokens) tokens: \(what)")
    }
    if match.outcome == .shorter { return }
    append(match.steps)
    for capture in match.captures {
      lines.append(
        "  label \(capture.label) = " + capture.spans.map(shortened).joined(separator: " | ")
      )
    }
    for field in match.fields {
      lines.append("  field \(field.name) = \(Self.printable(field.value))")
    }
    for competitor in match.competitors { append(competitor) }
    switch match.outcome {
    case .fact(let id): lines.append("  it won and gave the fact \(id)")
    case .assembled:
      lines.append(
        "  it won; its fact was joined with another one, or left out, when facts were linked"
      )
    case .taken: lines.append("  it won: the block takes these words, and no fact comes of them")
    case .impossible: lines.append("  it won, but a value is impossible, so it gives no fact")
    case .lost: lines.append("  it lost, so it gives no fact")
    case .covered: lines.append("  a match of the same rule that starts earlier covers these words")
    case .refused, .shorter: break
    }
  }

  private mutating func append(_ competitor: RuleExplanation.Competitor) {
    let what = "\(competitor.rule) \(place(competitor.span)) \(shortened(competitor.span))"
    switch competitor.isWinner {
    case true?: lines.append("  lost to \(what): \(competitor.reason)   \(competitor.place)")
    case false?: lines.append("  won over \(what): \(competitor.reason)   \(competitor.place)")
    case nil: lines.append("  beside \(what), which lost to another match   \(competitor.place)")
    }
  }

  // MARK: Texts

  private func place(_ span: TextSpan) -> String {
    let (start, end) = offsets.range(of: span)
    return "\(start)-\(end)"
  }

  private func quoted(_ span: TextSpan) -> String {
    "«" + Self.printable(text.string(in: span)) + "»"
  }

  /// A span's text, its middle left out where it is long.
  private func shortened(_ span: TextSpan) -> String {
    let scalars = Array(text.string(in: span).unicodeScalars)
    guard scalars.count > 100 else { return quoted(span) }
    func part(_ scalars: some Sequence<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      return Self.printable(String(view))
    }
    return "«\(part(scalars.prefix(60))) … \(part(scalars.suffix(30)))»"
  }

  private static func shortened(_ text: String, to width: Int) -> String {
    guard text.unicodeScalars.count > width else { return text }
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.prefix(width - 1))
    return String(scalars) + "…"
  }

  /// The text in one line, without what a terminal would obey.
  private static func printable(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A, 0x0D, 0x09: scalars.append(" ")
      case 0..<0x20, 0x7F..<0xA0, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069:
        scalars.append("\u{FFFD}")
      default: scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
  }
}

extension String {
  /// The string without blanks at its end.
  fileprivate func trimmed() -> String {
    var rest = self[...]
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
