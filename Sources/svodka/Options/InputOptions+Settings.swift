extension InputOptions {
  /// The options that change the output, for `RunIdentity`.
  ///
  /// A test sees to it that none is forgotten.
  var settings: [RunIdentity.Setting] {
    [
      .init("format", format.rawValue), .init("id-field", idField),
      .init("text-field", textField), .init("date-field", dateField),
      .init("date", date.map { "\($0)" } ?? ""), .init("max-line", "\(maxLine.bytes)"),
      .init("encoding", encoding.rawValue), .init("max-ratio", "\(maxRatio)"),
    ]
  }
}
