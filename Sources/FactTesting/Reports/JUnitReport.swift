/// Writes a report as JUnit XML, which build servers show.
///
/// There is one `testsuite` for each rule file, case file and folder of articles, and one `testcase` for each test; an
/// example is one for each way in which it ran. A known gap is a skipped test.
public enum JUnitReport {
  /// The whole document, UTF-8 and without control characters.
  public static func text(_ report: TestReport) -> String {
    var suites: [(name: String, results: [TestResult])] = []
    var places: [String: Int] = [:]
    for result in report.results {
      if let place = places[result.suite] {
        suites[place].results.append(result)
      } else {
        places[result.suite] = suites.count
        suites.append((result.suite, [result]))
      }
    }
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    output += "<testsuites name=\"svodka test\"" + counts(report.results)
    output += attribute("time", time(report.seconds)) + ">\n"
    for (name, results) in suites {
      output += "  <testsuite" + attribute("name", name) + counts(results)
      output += attribute("time", time(results.reduce(0) { $0 + $1.seconds })) + ">\n"
      for result in results { output += testCase(result) }
      output += "  </testsuite>\n"
    }
    return output + "</testsuites>\n"
  }

  private static func testCase(_ result: TestResult) -> String {
    let name = result.name + (result.mode.map { " (\($0.words))" } ?? "")
    let tag =
      "    <testcase" + attribute("name", name) + attribute("classname", result.suite)
      + attribute("file", result.place.path) + attribute("line", String(result.place.line))
      + attribute("time", time(result.seconds))
    switch result.status {
    case .passed: return tag + "/>\n"
    case .gap: return tag + ">\n      <skipped message=\"known gap\"/>\n    </testcase>\n"
    case .failed:
      let details = ReportText().text(result)
      let statuses = FactStatus.allCases.filter { status in
        result.failures.contains { $0.status == status }
      }
      let message = statuses.map { "\(result.counts[$0]) \($0.words)" } + result.notes
      return tag + ">\n      <failure" + attribute("message", message.joined(separator: ", "))
        + attribute("type", statuses.first?.rawValue ?? "gap_closed") + ">"
        + escaped(details) + "</failure>\n    </testcase>\n"
    }
  }

  private static func counts(_ results: [TestResult]) -> String {
    attribute("tests", String(results.count))
      + attribute("failures", String(results.count { $0.status == .failed }))
      + attribute("errors", "0")
      + attribute("skipped", String(results.count { $0.status == .gap }))
  }

  private static func attribute(_ name: String, _ value: String) -> String {
    " \(name)=\"\(escaped(TerminalText.oneLine(value)))\""
  }

  /// Seconds with three digits after the point.
  private static func time(_ seconds: Double) -> String {
    let thousandths = Int((max(0, seconds) * 1000).rounded())
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
  }

  /// The text as it may stand in XML: what XML cannot hold at all becomes U+FFFD.
  static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": output.append(contentsOf: "&amp;".unicodeScalars)
      case "<": output.append(contentsOf: "&lt;".unicodeScalars)
      case ">": output.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": output.append(contentsOf: "&quot;".unicodeScalars)
      case "\n": output.append(scalar)
      case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": output.append("\u{FFFD}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }
}
