/// Faults in the characters of a rule file.
extension DiagnosticMessage {
  /// A byte that is no UTF-8.
  static var invalidUTF8: DiagnosticMessage {
    .init(
      .error,
      "R101",
      "the file is not valid UTF-8",
      label: "this byte belongs to no character",
      help: ["save the file as UTF-8"]
    )
  }

  /// Characters that mean nothing outside quotation marks.
  static func unexpectedCharacters(_ text: String, isQuotationMark: Bool) -> DiagnosticMessage {
    .init(
      .error,
      "R102",
      "unexpected `\(text)`",
      label: "this means nothing here",
      help: isQuotationMark
        ? ["texts stand in straight quotation marks: \"…\" for a form, '…' for a lemma"] : []
    )
  }

  /// A quoted text that does not end on its line.
  static func unterminated(_ quote: Character) -> DiagnosticMessage {
    let what =
      switch quote {
      case "'": "a lemma"
      case "/": "a regular expression"
      default: "a text"
      }
    return .init(
      .error,
      "R103",
      "\(what) has no closing `\(quote)`",
      label: "it must end on the line where it starts"
    )
  }

  /// A name with letters other than Latin.
  static func foreignName(_ name: String, letter: Unicode.Scalar) -> DiagnosticMessage {
    .init(
      .error,
      "R104",
      "`\(name)` is not a name",
      label: "`\(letter)` is not a Latin letter",
      help: ["names are of Latin letters, digits and `_`; put words of the text in quotation marks"]
    )
  }

  /// A backslash before a character that needs none.
  static func unknownEscape(_ escape: String, allowed: [String]) -> DiagnosticMessage {
    .init(
      .error,
      "R105",
      "unknown escape `\(escape)`",
      label: "no such escape",
      help: ["there are " + allowed.map { "`\($0)`" }.joined(separator: ", ")]
    )
  }
}
