import TextEngine

/// The rules of a phase as they were collected from all files, in the order of files and of each file.
struct CollectedPhase {
  var name: NameSyntax
  var window: CompiledPhase.Window?
  var windowRange: SourceRange?
  var rules: [CollectedRule] = []
}

/// A rule or a block with the phase that it stands under.
struct CollectedRule {
  var rule: RuleSyntax
  var isBlock: Bool
}
