import TextEngine

/// What the parts of the compiler share: the program as it grows, the names declared, and the faults found.
struct CompilationState {
  var program = RuleProgram()
  var diagnostics: [Diagnostic] = []
  var lists: [String: ListID] = [:]
  var definitions: [String: DefinitionSyntax] = [:]
  var annotationTypes: [String: Int] = [:]
  var schemas: [String: Int] = [:]
  private var testIDs: [TokenTest: Int] = [:]
  let words: WordReader

  init(words: WordReader) {
    self.words = words
    for type in CoreAnnotation.allCases { annotationTypes[type.rawValue] = type.type }
  }

  /// The place of a test, which every distinct test has once.
  mutating func test(_ test: TokenTest) -> Int {
    if let id = testIDs[test] { return id }
    let id = program.tests.count
    program.tests.append(test)
    testIDs[test] = id
    return id
  }

  /// The symbol of a word in folded spelling.
  mutating func symbol(_ word: String) -> SymbolID {
    program.symbols.intern(Folding.folded(word))
  }

  /// Notes a fault or warning.
  mutating func diagnose(
    _ message: DiagnosticMessage, at range: SourceRange, labels: [Diagnostic.Label] = []
  ) {
    diagnostics.append(Diagnostic(message, at: range, labels: labels))
  }
}
