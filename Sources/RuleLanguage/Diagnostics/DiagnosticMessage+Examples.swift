/// Faults in the texts of `test` and `reject`.
extension DiagnosticMessage {
  /// A `]` without a `[`.
  static var unopenedMark: DiagnosticMessage {
    .init(
      .error,
      "R140",
      "`]` closes no span",
      label: "no `[` before it",
      help: ["a bracket of the text itself is written `\\]`"]
    )
  }

  /// A `[` without a `]`.
  static var unclosedMark: DiagnosticMessage {
    .init(
      .error,
      "R141",
      "`[` opens a span that does not end",
      label: "no `]` after it",
      help: ["a bracket of the text itself is written `\\[`"]
    )
  }

  /// A marked span of no text.
  static var emptyMark: DiagnosticMessage {
    .init(.error, "R142", "an empty span", label: "a fact has at least one character")
  }

  /// An accepting example without a span.
  static var noMark: DiagnosticMessage {
    .init(
      .error,
      "R143",
      "`test` marks no span",
      label: "put the expected fact in `[` and `]`",
      help: ["a text in which nothing may be found is an example for `reject`"]
    )
  }

  /// A rejecting example with a span.
  static var markInReject: DiagnosticMessage {
    .init(
      .error,
      "R144",
      "`reject` marks a span",
      label: "nothing is to be found in this text",
      help: ["a bracket of the text itself is written `\\[`"]
    )
  }
}
