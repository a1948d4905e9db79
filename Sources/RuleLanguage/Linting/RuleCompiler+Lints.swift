public import TextEngine

extension RuleCompiler {
  /// Compiles sources as `compile` does, and looks for what is no fault, but probably a mistake.
  ///
  /// Where there are faults, the warnings wait: much of what they would say would follow from the faults.
  ///
  /// - Parameter library: As for `compile`; nothing is said of its files.
  /// - Throws: `TokenizerError` where the break rules are missing or faulty.
  public static func check(
    _ sources: [RuleSource],
    library: [RuleSource] = [],
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> Result {
    var (compiler, items) = try finished(sources, library: library, dictionary: dictionary)
    if !compiler.state.diagnostics.hasErrors {
      compiler.state.diagnostics += RuleLinter.lint(compiler, items)
    }
    return compiler.result
  }
}
