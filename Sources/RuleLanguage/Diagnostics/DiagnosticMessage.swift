/// What a diagnostic says, apart from where.
///
/// The messages stand together, as static functions in the `DiagnosticMessage+….swift` files of this folder. Codes
/// `R101` and up are faults of syntax, `R001` to `R099` faults of meaning, `L01` and up warnings.
public struct DiagnosticMessage: Hashable, Sendable {
  /// How bad it is.
  public var severity: Diagnostic.Severity
  /// The code to search for: `R012`.
  public var code: String
  /// The headline: "unknown label `yr` in emit".
  public var text: String
  /// What stands beside the carets: "no such label; did you mean `y`?".
  public var label: String
  /// Remarks below the lines, each as `= note: …`.
  public var notes: [String]
  /// What to do, each as `= help: …`.
  public var help: [String]

  /// Makes a message.
  public init(
    _ severity: Diagnostic.Severity,
    _ code: String,
    _ text: String,
    label: String = "",
    notes: [String] = [],
    help: [String] = []
  ) {
    self.severity = severity
    self.code = code
    self.text = text
    self.label = label
    self.notes = notes
    self.help = help
  }
}
