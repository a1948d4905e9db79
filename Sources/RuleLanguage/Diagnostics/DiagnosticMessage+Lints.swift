/// Warnings about rules that can run, but probably do not do what their author meant.
extension DiagnosticMessage {
  /// A phase of the cascade that no rule stands under.
  static func emptyPhase(_ name: String) -> DiagnosticMessage {
    .init(
      .warning,
      "L16",
      "phase `\(name)` has no rules",
      label: "nothing runs here",
      help: ["write `phase \(name)` above its rules, or take it out of the cascade"]
    )
  }
}
