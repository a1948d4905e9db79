import FactExtraction
import FactTesting

/// Where the report of a run of tests goes.
struct TestOutput {
  /// Writes the report for people.
  var text: ReportText
  /// Whether one line of JSON is printed instead.
  var isJSON: Bool
  /// The file for JUnit XML; nil for none.
  var junit: String?

  /// Prints a report, and writes it to the files that are asked for.
  ///
  /// - Throws: `CommandFailure` with status 74 where a file cannot be written.
  func publish(_ report: TestReport) throws(CommandFailure) {
    var output: [UInt8]
    if isJSON {
      var writer = JSONWriter()
      writer.report(report)
      output = writer.bytes
    } else {
      output = Array(text.text(report).utf8)
    }
    try OutputFile().write(output)
    guard let junit else { return }
    let file = try OutputFile(path: junit, isForced: true)
    do throws(CommandFailure) {
      try file.write(Array(JUnitReport.text(report).utf8))
      try file.publish()
    } catch {
      file.discard()
      throw error
    }
  }
}
