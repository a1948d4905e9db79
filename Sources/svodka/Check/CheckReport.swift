import RuleLanguage

/// What `check` found, to be written in one of the formats.
struct CheckReport {
  /// The diagnostics in the order of the files.
  let diagnostics: [Diagnostic]
  /// The number of rules and blocks that run.
  let rules: Int
  /// The number of their examples.
  let examples: Int
  /// Finds lines and columns.
  let renderer: DiagnosticRenderer

  var errors: Int { diagnostics.count { $0.severity == .error } }
  var warnings: Int { diagnostics.count { $0.severity == .warning } }

  /// The counts as one line of JSON.
  var summary: String {
    "{\"rules\":\(rules),\"examples\":\(examples),\"errors\":\(errors),\"warnings\":\(warnings)}"
  }

  /// The report in a format; empty where there is nothing to say.
  func text(in format: DiagnosticFormat) -> String {
    switch format {
    case .text: renderer.render(diagnostics)
    case .json: jsonText
    case .sarif: SARIFLog(self).text
    case .github: diagnostics.map { WorkflowCommand($0, renderer).text + "\n" }.joined()
    }
  }
}
