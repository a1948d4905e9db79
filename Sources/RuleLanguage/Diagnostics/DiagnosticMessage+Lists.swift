/// Faults in lists, in rule files and in files of tab-separated values.
extension DiagnosticMessage {
  /// An entry without words.
  static var emptyEntry: DiagnosticMessage {
    .init(.error, "R130", "an entry without words", label: "nothing to find in a text")
  }

  /// Something after the features of an entry.
  static func afterFeatures(found: String) -> DiagnosticMessage {
    .init(
      .error,
      "R131",
      "unexpected \(found) in the features of an entry",
      label: "expected `,` or the end of the line",
      help: ["a value is a number, a name or a text in quotation marks: `code = \"km/h\"`"]
    )
  }

  /// A line with more values than columns.
  static func tooManyValues(columns: Int) -> DiagnosticMessage {
    let columnText =
      columns == 0 ? "no `columns`" : "\(columns) column\(columns == 1 ? "" : "s") after the entry"
    return .init(
      .error,
      "R132",
      "a value without a column",
      label: "the list declares \(columnText)"
    )
  }

  /// A file of values that is not valid UTF-8.
  static var listNotUTF8: DiagnosticMessage {
    .init(
      .error,
      "R133",
      "the list is not valid UTF-8",
      label: "this byte belongs to no character",
      help: ["save the file as UTF-8"]
    )
  }
}
