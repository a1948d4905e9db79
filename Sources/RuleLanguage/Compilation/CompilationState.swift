import TextEngine

/// What the parts of the compiler share: the program as it grows, the names declared, and the faults found.
struct CompilationState {
  var program = RuleProgram()
  var diagnostics: [Diagnostic] = []
  var lists: [String: ListID] = [:]
  var definitions: [String: DefinitionSyntax] = [:]
  var annotationTypes: [String: Int] = [:]
  var schemas: [String: Int] = [:]
  /// The declarations of the schemas, in the order of the program's.
  var factSyntax: [FactSyntax] = []
  /// The entries of the lists, in the order of the program's.
  var entries: [ListEntries] = []
  /// The features of these entries.
  var features = FeatureTable()
  /// Where the parser found faults.
  var syntaxFaults: [SourceRange] = []
  /// The definitions that some pattern uses.
  var usedDefinitions: Set<String> = []
  /// The order of the phases, as far as annotations depend on it.
  var order = PhaseOrder()
  private var testIDs: [TokenTest: Int] = [:]
  private var phraseTestIDs: [TokenTest: Int] = [:]
  /// The tests that parts of patterns have given, so that a definition's are compiled once: by the place of what
  /// stands in brackets, and by the text of what is quoted.
  private var testsByPlace: [SourceRange: Int] = [:]
  private var texts = SymbolTable()
  private var testsByText: [[Int]?] = [nil]
  /// Reads words with the dictionary and what the rule set adds to it.
  var words: WordReader

  init(words: WordReader) {
    self.words = words
    for type in CoreAnnotation.allCases { annotationTypes[type.rawValue] = type.type }
  }

  /// The place of a test, which every distinct test has once.
  mutating func test(_ test: TokenTest) -> Int {
    Self.place(of: test, in: &program.tests, &testIDs)
  }

  /// The place of a test that is asked of a token of an annotation; it is none of those for all tokens.
  mutating func phraseTest(_ test: TokenTest) -> Int {
    Self.place(of: test, in: &program.phraseTests, &phraseTestIDs)
  }

  private static func place(
    of test: TokenTest,
    in tests: inout [TokenTest],
    _ places: inout [TokenTest: Int]
  ) -> Int {
    if let place = places[test] { return place }
    tests.append(test)
    places[test] = tests.count - 1
    return tests.count - 1
  }

  /// The test of a predicate over a token.
  mutating func test(of predicate: PredicateSyntax) -> Int {
    if let known = testsByPlace[predicate.range] { return known }
    let faults = diagnostics.count
    let test = test(PredicateCompiler.compile(predicate, &self))
    // What gives a fault is compiled again, so that every use of it is told.
    if diagnostics.count == faults { testsByPlace[predicate.range] = test }
    return test
  }

  /// The tests of the tokens of a quoted text, or of a lemma; `quote` tells the kinds of quotation apart.
  mutating func tests(
    ofText text: String,
    _ quote: UInt8,
    _ make: (inout CompilationState) -> [TokenTest]
  ) -> [Int] {
    let number = Int(texts.intern([quote] + Array(text.utf8)))
    if number == testsByText.count { testsByText.append(nil) }
    if let known = testsByText[number] { return known }
    let faults = diagnostics.count
    let tests = make(&self).map { test($0) }
    if diagnostics.count == faults { testsByText[number] = tests }
    return tests
  }

  /// The symbol of a word in folded spelling.
  mutating func symbol(_ word: String) -> SymbolID {
    program.symbols.intern(Folding.folded(word))
  }

  /// Tells where a pattern waits for an annotation that cannot be there yet.
  mutating func checkOrder(ofType type: Int, _ name: NameSyntax) {
    guard let obstacle = order.obstacle(toType: type, in: program) else { return }
    diagnose(.neverThere(name.text, obstacle), at: name.range)
  }

  /// Whether the parser found a fault within a range.
  func hasSyntaxFault(in range: SourceRange) -> Bool {
    syntaxFaults.contains { fault in
      fault.file == range.file && range.span.start <= fault.span.start
        && fault.span.start < range.span.end
    }
  }

  /// Notes that a name is not there, unless it is no name at all, which was told of before.
  mutating func diagnoseUnknown(
    _ what: String,
    _ name: NameSyntax,
    among names: some Collection<String>,
    sign: String = "",
    meant: String? = nil
  ) {
    guard name.isOfLatinLetters else { return }
    let near = (meant ?? NearestName.find(name.text, in: names.sorted())).map { sign + $0 }
    diagnose(.unknownName(what, sign + name.text, nearest: near), at: name.range)
  }

  /// Notes a fault or warning.
  mutating func diagnose(
    _ message: DiagnosticMessage,
    at range: SourceRange,
    labels: [Diagnostic.Label] = []
  ) {
    diagnostics.append(Diagnostic(message, at: range, labels: labels))
  }
}
