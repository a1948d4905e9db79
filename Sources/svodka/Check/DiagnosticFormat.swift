import ArgumentParser

/// How `check` writes what it finds.
enum DiagnosticFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people, with the lines and carets.
  case text
  /// One object with everything.
  case json
  /// SARIF 2.1.0, for code scanning and editors.
  case sarif
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
}
