public import TextEngine

/// Compiles the files of a rule set to one program.
public struct RuleCompiler {
  /// What compiling gave.
  public struct Result: Sendable {
    /// The program; it must not run where a diagnostic is an error.
    public var program: RuleProgram
    /// All faults and warnings of all files.
    public var diagnostics: [Diagnostic]
    /// The examples of all rules, in order.
    public var examples: [RuleExample]
    /// Where each rule of the program comes from.
    public var origins: [RuleOrigin]
    /// The sources that the diagnostics speak of.
    public var sources: RuleSourceSet
  }

  let sources: RuleSourceSet
  var state: CompilationState
  var examples: [RuleExample] = []
  var origins: [RuleOrigin] = []
  /// The rules of the program as they are written.
  var ruleSyntax: [RuleSyntax] = []
  var poolNames: [String] = []

  /// Compiles sources: `.rules` files, the `.tsv` files that they name, and the break rules in `tokens.rbbi`.
  ///
  /// The order of the sources does not matter.
  ///
  /// - Parameter library: The files that `use "standard"` and `use "standard/…"` take from, with paths that start with a
  ///   folder, `Rules/date/words.rules`.
  /// - Throws: `TokenizerError` where the break rules are missing or faulty.
  public static func compile(
    _ sources: [RuleSource],
    library: [RuleSource] = [],
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> Result {
    try finished(sources, library: library, dictionary: dictionary).compiler.result
  }

  /// What explains a program that was compiled from these sources before, without compiling all of it again: where
  /// its rules stand.
  ///
  /// It has no diagnostics and no examples.
  ///
  /// - Returns: Nil where the program is not that of the sources.
  /// - Throws: `TokenizerError` where the break rules are missing or faulty.
  public static func places(
    of program: RuleProgram,
    in sources: [RuleSource],
    dictionary: MorphDictionary
  ) throws(TokenizerError) -> Result? {
    // The patterns need a list's name only, and to read the entries is most of the work.
    var found = try finished(sources, library: [], dictionary: dictionary, withEntries: false)
      .compiler.result
    guard let whole = program.withInstructions(of: found.program) else { return nil }
    found.program = whole
    (found.diagnostics, found.examples) = ([], [])
    return found
  }

  /// A compiler that has done its work, with what the sources declare.
  ///
  /// - Parameter withEntries: Whether lists have their entries; faults are found only then.
  static func finished(
    _ sources: [RuleSource],
    library: [RuleSource],
    dictionary: MorphDictionary,
    withEntries: Bool = true
  ) throws(TokenizerError) -> (compiler: RuleCompiler, items: [ItemSyntax]) {
    let ordered = sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let gathered = GatheredSources(ordered, library: library)
    let grammar = ordered.first { $0.path.hasSuffix("tokens.rbbi") }
    let breakRules = grammar?.bytes ?? []
    let tokenizer = try Tokenizer(
      rules: breakRules.span,
      compiled: grammar?.compiledGrammar ?? []
    )
    var compiler = RuleCompiler(
      sources: RuleSourceSet(gathered.sources),
      state: CompilationState(words: WordReader(tokenizer: tokenizer, dictionary: dictionary))
    )
    compiler.state.program.takeTokenRules(breakRules, of: tokenizer)
    let items = gathered.files.flatMap(\.file.items)
    compiler.compile(withEntries ? items : items.map(\.withoutEntries), gathered.diagnostics)
    return (compiler, items)
  }

  /// What came of it.
  var result: Result {
    Result(
      program: state.program,
      // Whoever uses the library has nothing to mend in it.
      diagnostics: state.diagnostics.filter {
        $0.severity == .error || sources[$0.range.file]?.isBuiltIn != true
      }.inSourceOrder,
      examples: examples,
      origins: origins,
      sources: sources
    )
  }

  private init(sources: RuleSourceSet, state: CompilationState) {
    self.sources = sources
    self.state = state
  }

  private mutating func compile(_ items: [ItemSyntax], _ diagnostics: [Diagnostic]) {
    state.diagnostics += diagnostics
    state.syntaxFaults = state.diagnostics.map(\.range)
    declareSchemas(items)
    declareDefinitions(items)
    LexiconCompiler.compile(lexicons(items), &state)
    declareLists(items)
    compileRules(items, cascade: cascade(items))
    state.program.findGates()
  }

  // MARK: Declarations

  private mutating func declareDefinitions(_ items: [ItemSyntax]) {
    for item in items {
      guard case .definition(let definition) = item.kind else { continue }
      if PatternCompiler.isBuiltIn(definition.name.text) {
        state.diagnose(.builtInDefinition(definition.name.text), at: definition.name.range)
      }
      if let first = state.definitions[definition.name.text] {
        state.diagnose(
          .duplicate("def", definition.name.text),
          at: definition.name.range,
          labels: [Diagnostic.Label(range: first.name.range, text: "first here")]
        )
      } else {
        state.definitions[definition.name.text] = definition
      }
    }
  }

  private mutating func lexicons(_ items: [ItemSyntax]) -> [ListEntries] {
    items.compactMap { item in
      guard case .lexicon(let list) = item.kind else { return nil }
      return entries(of: list)
    }
  }

  private mutating func declareLists(_ items: [ItemSyntax]) {
    var found: [ListSyntax] = []
    for item in items {
      guard case .list(let list) = item.kind else { continue }
      guard state.lists[list.name.text] == nil else {
        let first = found.first { $0.name.text == list.name.text }?.name.range
        state.diagnose(
          .duplicate("list", "@" + list.name.text),
          at: list.name.range,
          labels: first.map { [Diagnostic.Label(range: $0, text: "first here")] } ?? []
        )
        continue
      }
      let entries = entries(of: list)
      state.lists[list.name.text] = state.program.lists.count
      if list.name.text == "numeral" { state.program.numeralList = state.program.lists.count }
      if list.name.text == "numeral_ending" {
        state.program.numeralEndings = entries.compactMap(Self.numeralEnding)
      }
      state.program.lists.append(RuleList(name: list.name.text, features: entries.featureNames))
      state.entries.append(entries)
      found.append(list)
    }
    var compiler = ListCompiler(state.words)
    let features = zip(found, state.entries).map { list, entries in
      compiler.compile(list, entries: entries, &state)
    }
    state.features = FeatureTable(state.entries, features)
  }

  private static func numeralEnding(_ entry: ListEntrySyntax) -> NumeralEnding? {
    let features = Dictionary(
      entry.features.map { ($0.name.text, $0.value.text) },
      uniquingKeysWith: { first, _ in first }
    )
    guard let letters = entry.words.first?.text,
      let cells = features["cells"].flatMap({ Cells($0) }),
      let kind = features["class"].flatMap(NumeralEnding.Kind.init(rawValue:))
    else { return nil }
    return NumeralEnding(letters: letters, kind: kind, cells: cells)
  }

  private mutating func entries(of list: ListSyntax) -> ListEntries {
    switch list.content {
    case .entries(let entries): return ListEntries(entries)
    case .file(let path, let columns):
      let folder = sources[list.name.range.file]?.path.split(separator: "/").dropLast() ?? []
      let wanted = (folder.map(String.init) + [path.text]).joined(separator: "/")
      guard
        let index = sources.sources.firstIndex(where: {
          $0.path == wanted || $0.path == "/" + wanted
        })
      else {
        state.diagnose(.missingFile(path.text), at: path.range)
        return ListEntries()
      }
      let table = ParsedListFile(
        parsing: sources.sources[index],
        index: index,
        columns: columns.map(\.text)
      )
      state.diagnostics += table.diagnostics
      return table.entries
    }
  }
}

extension ItemSyntax {
  /// The item, but for the entries of a list or lexicon.
  fileprivate var withoutEntries: ItemSyntax {
    var item = self
    switch kind {
    case .list(var list):
      list.content = .entries([])
      item.kind = .list(list)
    case .lexicon(var list):
      list.content = .entries([])
      item.kind = .lexicon(list)
    default: break
    }
    return item
  }
}
