import RuleLanguage

/// A diagnostic as a workflow command of GitHub Actions: `::error file=…,line=…,title=R012::…`.
///
/// <https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions>
struct WorkflowCommand {
  /// The command on one line.
  let text: String

  init(_ diagnostic: Diagnostic, _ renderer: DiagnosticRenderer) {
    let command =
      switch diagnostic.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [(String, String)] = []
    if let place = renderer.place(of: diagnostic.range) {
      properties = [
        ("file", place.path), ("line", String(place.line)), ("endLine", String(place.endLine)),
        ("col", String(place.column)), ("endColumn", String(place.endColumn)),
      ]
    }
    properties.append(("title", diagnostic.code))
    let written = properties.map { "\($0)=\(Self.escapedProperty($1))" }.joined(separator: ",")
    text = "::\(command) \(written)::\(Self.escaped(diagnostic.message.plainText))"
  }

  /// A message with what would end the line escaped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// A property, in which `:` and `,` are escaped as well.
  static func escapedProperty(_ text: String) -> String {
    var written = ""
    for scalar in escaped(text).unicodeScalars {
      switch scalar {
      case ":": written += "%3A"
      case ",": written += "%2C"
      default: written.unicodeScalars.append(scalar)
      }
    }
    return written
  }
}
