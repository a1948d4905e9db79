/// A rule file as read: its tree, and everything that is wrong with it.
///
///     let source = RuleSource(path: "x.rules", text: "def year = [int 1000..2100] 'год'?")
///     let parsed = ParsedRuleFile(parsing: source, index: 0)
///     parsed.diagnostics  // []
public struct ParsedRuleFile: Equatable, Sendable {
  /// The tree of what could be read.
  public let file: RuleFile
  /// All faults of the file, by place; 1,000 at most.
  public let diagnostics: [Diagnostic]

  /// Reads a source; `index` is its place in the set of sources, which all ranges name.
  ///
  /// Any bytes give a tree: what cannot be read is reported and left out.
  ///
  /// - Complexity: O(*n*) in the length of the source.
  public init(parsing source: RuleSource, index: Int) {
    var parser = Parser(bytes: source.bytes, file: index)
    let items = parser.parseItems()
    file = RuleFile(items: items)
    diagnostics = parser.finishedDiagnostics()
  }
}
