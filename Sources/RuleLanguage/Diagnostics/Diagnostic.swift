/// A fault, a warning or a remark about a place in a rule file.
///
/// What it says comes from the catalogue of `DiagnosticMessage`; where it stands comes from the one who found it.
public struct Diagnostic: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Sendable {
    /// The rule set cannot run.
    case error
    /// The rule set runs, but probably does not do what its author meant.
    case warning
    /// A remark.
    case note
  }

  /// A remark under another place, shown with the primary one.
  public struct Label: Hashable, Sendable {
    /// The place.
    public var range: SourceRange
    /// What is said there.
    public var text: String

    /// Makes a label.
    public init(range: SourceRange, text: String) {
      self.range = range
      self.text = text
    }
  }

  /// What it says.
  public var message: DiagnosticMessage
  /// The place that it is about.
  public var range: SourceRange
  /// Other places that explain it.
  public var labels: [Label]

  /// Makes a diagnostic about a place.
  public init(_ message: DiagnosticMessage, at range: SourceRange, labels: [Label] = []) {
    self.message = message
    self.range = range
    self.labels = labels
  }

  /// How bad it is.
  public var severity: Severity { message.severity }
  /// The code to search for: `R012`.
  public var code: String { message.code }
}

extension Sequence<Diagnostic> {
  /// Whether some diagnostic is an error.
  public var hasErrors: Bool { contains { $0.severity == .error } }
}
