/// What goes through patterns needs: the definitions, and a limit.
struct PatternWalk {
  /// The most parts that are gone through; a pattern with more is too large to compile as well.
  static let maximumSteps = 20_000

  let definitions: [String: DefinitionSyntax]

  /// The definition that a name stands for; nil for built-in names, and for those that are not there.
  func definition(_ name: NameSyntax) -> DefinitionSyntax? {
    PatternCompiler.isBuiltIn(name.text) ? nil : definitions[name.text]
  }
}
