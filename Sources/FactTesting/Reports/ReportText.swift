/// Writes a report for people.
///
///     FAIL Rules/orgs.rules:41  rule organisation.authority, test 1 (whole cascade)
///       "по данным [Министерства образования] за год"
///                   ^^^^^^^^^^^^^^^^^^^^^^^^ span ok
///       name   want "Министерство образования"
///              got  "Министерства образования"
public struct ReportText: Sendable {
  /// The differences of one record that are shown.
  private static let differencesShown = 10

  private let paint: Paint
  private let showsGaps: Bool

  /// Makes a writer.
  ///
  /// - Parameter showsGaps: Whether it is told how known gaps fail.
  public init(paint: Paint = Paint(isOn: false), showsGaps: Bool = false) {
    self.paint = paint
    self.showsGaps = showsGaps
  }

  /// The whole report: what failed, rules without examples, and a summary.
  public func text(_ report: TestReport) -> String {
    var output = report.results.compactMap { result -> String? in
      let isShown = result.status == .failed || result.status == .gap && showsGaps
      return isShown ? text(result) + "\n" : nil
    }.joined()
    for rule in report.untested {
      let lacks = [rule.lacksTest ? "`test`" : nil, rule.lacksReject ? "`reject`" : nil]
      let list = lacks.compactMap { $0 }.joined(separator: " and no ")
      output += "no \(list): \(TerminalText.oneLine("\(rule.rule) (\(rule.place))"))\n"
    }
    for path in report.rewritten {
      output += paint.bold("rewrote") + " \(TerminalText.oneLine(path)): read what changed\n"
    }
    if let coverage = report.coverage { output += coverageGaps(coverage) }
    return output + summary(report)
  }

  // MARK: One test

  /// What a test has to say, in a few lines that end with a line feed.
  public func text(_ result: TestResult) -> String {
    let mark = result.status == .gap ? paint.yellow("GAP") : paint.boldRed("FAIL")
    var lines = ["\(mark) \(TerminalText.oneLine("\(result.place)  \(title(result))"))"]
    switch result.kind {
    case .example, .factCase: lines += textLines(result)
    case .article: lines += articleLines(result)
    case .file: lines += fileLines(result)
    }
    lines += result.notes.map { "  " + TerminalText.oneLine($0) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func title(_ result: TestResult) -> String {
    switch result.kind {
    case .example: "rule \(result.name)" + (result.mode.map { " (\($0.words))" } ?? "")
    case .factCase: result.name
    case .article: "article \(result.name)"
    case .file: "error: " + (result.failures.first?.notes.first ?? result.name)
    }
  }

  private func textLines(_ result: TestResult) -> [String] {
    let excerpt = MarkedExcerpt(result.text, wanted: result.wanted, paint: paint)
    let isQuoted = result.kind == .example
    var lines: [String] = []
    var isShown = result.text.isEmpty
    for failure in result.failures {
      let pointers = pointers(failure, of: result)
      // The text stands above the first failure, and again where another one points into it.
      if !pointers.isEmpty || !isShown {
        lines += excerpt.lines(pointers, isQuoted: isQuoted)
        isShown = true
      }
      lines += details(failure, of: result)
    }
    if !isShown { lines += excerpt.lines([], isQuoted: isQuoted) }
    return lines
  }

  private func pointers(_ failure: FactFailure, of result: TestResult) -> [MarkedExcerpt.Pointer] {
    var pointers: [MarkedExcerpt.Pointer] = []
    // The rule of an example is known from the title.
    let finder = result.kind == .example ? "" : failure.got.map { " by \($0.rule)" } ?? ""
    if let want = failure.want {
      let label =
        switch failure.status {
        case .wrongField: result.kind == .example ? "span ok" : "span ok, found\(finder)"
        case .movedSpan: "moved: wanted here"
        default: "missing"
        }
      pointers.append(MarkedExcerpt.Pointer(span: want.span, sign: "^", label: label))
    }
    if let got = failure.got, failure.status != .wrongField {
      let label =
        failure.status == .movedSpan
        ? "found here\(finder)" : "noisy: found\(finder), not wanted"
      pointers.append(MarkedExcerpt.Pointer(span: got.span, sign: "~", label: label))
    }
    return pointers
  }

  private func details(_ failure: FactFailure, of result: TestResult) -> [String] {
    var lines: [String] = []
    let width = failure.fields.map { $0.name.unicodeScalars.count }.max() ?? 0
    for field in failure.fields {
      let blanks = String(repeating: " ", count: width - field.name.unicodeScalars.count + 3)
      let name = TerminalText.oneLine(field.name)
      lines.append("  \(name)\(blanks)want \(paint.red(Self.value(field.want)))")
      let indent = String(repeating: " ", count: width + 5)
      lines.append("\(indent)got  \(paint.green(Self.value(field.got)))")
    }
    for taker in failure.takers {
      let name = taker.kind == nil ? "block `\(taker.rule)`" : "`\(taker.rule)`"
      lines.append("  taken by \(name) [\(TerminalText.oneLine(taker.text))]")
    }
    // An expectation that is faulty has a line of its own in a case file.
    let isElsewhere = failure.status == .faulty && failure.place.line != result.place.line
    let place = isElsewhere ? "\(failure.place): " : ""
    lines += failure.notes.map { "  " + TerminalText.oneLine(place + $0) }
    return lines
  }

  private static func value(_ value: String?) -> String {
    value.map { "\"\(TerminalText.oneLine($0))\"" } ?? "null"
  }

  private func articleLines(_ result: TestResult) -> [String] {
    var lines: [String] = []
    for failure in result.failures.prefix(Self.differencesShown) {
      if let subject = failure.subject {
        let change = failure.status == .wrongField ? "changed" : failure.status.words
        lines.append(paint.bold("  \(TerminalText.oneLine(subject)): \(change)"))
      }
      for line in failure.lines {
        let text = "  " + TerminalText.oneLine(line.description)
        lines.append(line.isAdded ? paint.green(text) : paint.red(text))
      }
      lines += failure.notes.map { "  " + TerminalText.oneLine($0) }
    }
    let rest = result.failures.count - Self.differencesShown
    if rest > 0 { lines.append("  … and \(rest) more") }
    return lines
  }

  private func fileLines(_ result: TestResult) -> [String] {
    guard !result.text.isEmpty else { return [] }
    let cells = TerminalText.cells(of: result.text)
    let indent = String(repeating: " ", count: max(0, min(result.place.column - 1, cells.count)))
    return ["  " + cells.joined(), "  " + indent + paint.red("^")]
  }
}
