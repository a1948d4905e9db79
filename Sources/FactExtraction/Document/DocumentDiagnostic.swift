/// Something that happened to one document and that its reader should know: a limit that fired, a repair.
///
/// A fault that leaves no facts at all is a `DocumentFault` instead.
public struct DocumentDiagnostic: Hashable, Sendable {
  /// The stable name of what happened, for programs: `lone_surrogate`.
  public let code: String
  /// The same for people.
  public let message: String

  /// Makes a diagnostic.
  public init(code: String, message: String) {
    self.code = code
    self.message = message
  }
}

extension DocumentDiagnostic {
  /// Half of a surrogate pair in an escape, which no UTF-8 text can hold.
  static let loneSurrogate = DocumentDiagnostic(
    code: "lone_surrogate",
    message: "an escape names half of a surrogate pair; U+FFFD stands in its place"
  )

  /// A record's date that is no day of the calendar.
  static let invalidDate = DocumentDiagnostic(
    code: "invalid_date",
    message: "the date is not YYYY-MM-DD; it is left out"
  )
}
