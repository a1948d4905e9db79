extension ReportText {
  /// The lines that a report ends with: what ran, what failed, and how long it took.
  ///
  ///     359 rules, 807 examples in 2 ways: 1614 passed, 0 failed
  ///     406 cases: 406 passed, 0 failed, 0 known gaps
  ///     facts: 1790 passed, 0 missing, 0 noisy, 0 with a wrong field, 0 moved, 0 faulty; 0.41 s
  public func summary(_ report: TestReport) -> String {
    var lines: [String] = []
    let examples = report.results.count { $0.kind == .example }
    let cases = report.results.count { $0.kind == .factCase }
    let articles = report.results.count { $0.kind == .article }
    let files = report.results.count { $0.kind == .file }
    if examples > 0 || report.results.isEmpty {
      let ways = ExampleRunner.Mode.allCases.count
      lines.append(
        "\(Self.count(report.ruleCount, "rule")), \(Self.count(examples / ways, "example")) "
          + "in \(ways) ways: \(ends(report, .example, gaps: false))"
      )
    }
    if cases > 0 {
      lines.append("\(Self.count(cases, "case")): \(ends(report, .factCase, gaps: true))")
    }
    if articles > 0 {
      lines.append("\(Self.count(articles, "article")): \(ends(report, .article, gaps: true))")
    }
    if files > 0 { lines.append("\(Self.count(files, "fault")) in the files of the tests") }
    if let coverage = report.coverage { lines.append(coverageLine(coverage)) }
    let facts = report.facts
    let counts = FactStatus.allCases.map { "\(facts[$0]) \($0.words)" }.joined(separator: ", ")
    lines.append("facts: \(counts); \(Self.seconds(report.seconds))")
    return lines.map { $0 + "\n" }.joined()
  }

  private func ends(_ report: TestReport, _ kind: TestResult.Kind, gaps: Bool) -> String {
    "\(report.count(.passed, of: kind)) passed, \(report.count(.failed, of: kind)) failed"
      + (gaps ? ", \(Self.count(report.count(.gap, of: kind), "known gap"))" : "")
  }

  /// How much of the rules their examples show at work.
  private func coverageLine(_ coverage: RuleCoverage) -> String {
    let (shown, all) = coverage.counts
    // Rounded down: only what is complete is 100 %.
    let tenths = all == 0 ? 1_000 : shown * 1_000 / all
    return "coverage: \(Self.count(coverage.rules.count, "rule")), "
      + "\(Self.count(coverage.alternatives.count { !$0.isWord }, "alternative")), "
      + "\(shown) of \(all) fired or stopped, \(tenths / 10).\(tenths % 10) %; "
      + "\(coverage.words.shown) of \(coverage.words.all) words shown"
  }

  /// The rules and alternatives that no example shows, a line each.
  func coverageGaps(_ coverage: RuleCoverage) -> String {
    coverage.gaps.map { gap in
      let lacks =
        gap.isFired ? "no `reject` stops it" : gap.isStopped ? "no `test` fires it" : "no example"
      let what = gap.text == gap.owner ? "rule \(gap.owner)" : "\(gap.owner): \(gap.text)"
      return TerminalText.oneLine("\(gap.place)  \(what)  \(lacks)") + "\n"
    }.joined()
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A time with two digits after the point: `0.41 s`.
  static func seconds(_ seconds: Double) -> String {
    let hundredths = Int((max(0, seconds) * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) s"
  }
}
