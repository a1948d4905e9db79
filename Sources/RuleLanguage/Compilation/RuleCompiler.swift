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
    let ordered = sources.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let gathered = GatheredSources(ordered, library: library)
    let breakRules = ordered.first { $0.path.hasSuffix("tokens.rbbi") }?.bytes ?? []
    let tokenizer = try Tokenizer(rules: breakRules.span)
    var compiler = RuleCompiler(
      sources: RuleSourceSet(gathered.sources),
      state: CompilationState(words: WordReader(tokenizer: tokenizer, dictionary: dictionary))
    )
    compiler.state.program.takeTokenRules(breakRules, of: tokenizer)
    compiler.compileAll(gathered)
    return Result(
      program: compiler.state.program,
      diagnostics: compiler.state.diagnostics.inSourceOrder,
      examples: compiler.examples,
      origins: compiler.origins,
      sources: compiler.sources
    )
  }

  private init(sources: RuleSourceSet, state: CompilationState) {
    self.sources = sources
    self.state = state
  }

  private mutating func compileAll(_ gathered: GatheredSources) {
    state.diagnostics += gathered.diagnostics
    let items = gathered.files.flatMap(\.file.items)
    declareSchemas(items)
    declareDefinitions(items)
    declareLists(items)
    compileRules(items, cascade: cascade(items))
    state.program.findGates()
  }

  // MARK: Declarations

  /// The phases in their order: those of the set's own cascade, in which `standard` stands for the library's.
  private mutating func cascade(_ items: [ItemSyntax]) -> [NameSyntax] {
    var found: (names: [NameSyntax], range: SourceRange)?
    var library: [NameSyntax] = []
    for item in items {
      guard case .cascade(let names) = item.kind else { continue }
      if sources[item.range.file]?.isBuiltIn == true {
        library = names
      } else if let first = found {
        state.diagnose(
          .duplicate("cascade", names.first?.text ?? ""),
          at: item.range,
          labels: [Diagnostic.Label(range: first.range, text: "first here")]
        )
      } else {
        found = (names, item.range)
      }
    }
    guard let found else {
      if library.isEmpty {
        state.diagnose(.missingCascade, at: SourceRange(file: 0, start: 0, end: 0))
      }
      return library
    }
    return found.names.flatMap { name in
      guard name.text == GatheredSources.libraryName, !library.isEmpty else { return [name] }
      return library
    }
  }

  private mutating func declareSchemas(_ items: [ItemSyntax]) {
    for item in items {
      guard case .fact(let fact) = item.kind else { continue }
      guard state.schemas[fact.name.text] == nil else {
        state.diagnose(.duplicate("fact", fact.name.text), at: fact.name.range)
        continue
      }
      let fields = fact.fields.map { field in
        FactSchema.Field(
          path: field.path.map(\.text),
          type: Self.type(field.type),
          isRequired: field.modifiers.contains(.required),
          isKey: field.modifiers.contains(.key),
          isAlias: field.modifiers.contains(.alias)
        )
      }
      let place = state.program.schemas.count
      state.schemas[fact.name.text] = place
      for name in [fact.name.text, fact.name.text + "_again"] {
        state.annotationTypes[name] = state.program.annotationTypes.count
        state.program.annotationTypes.append(name)
      }
      state.program.schemas.append(FactSchema(name: fact.name.text, fields: fields))
    }
  }

  private static func type(_ type: FieldSyntax.FieldType) -> FieldType {
    switch type {
    case .text: .text
    case .decimal: .decimal
    case .date: .date
    case .bool: .bool
    case .span: .span
    case .spans: .spans
    case .enumeration(let names): .choice(names.map(\.text))
    case .reference(let names): .reference([names.text])
    }
  }

  private mutating func declareDefinitions(_ items: [ItemSyntax]) {
    for item in items {
      guard case .definition(let definition) = item.kind else { continue }
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

  private mutating func declareLists(_ items: [ItemSyntax]) {
    var found: [(ListSyntax, [ListEntrySyntax])] = []
    for item in items {
      guard case .list(let list) = item.kind else { continue }
      guard state.lists[list.name.text] == nil else {
        state.diagnose(.duplicate("list", "@" + list.name.text), at: list.name.range)
        continue
      }
      let entries = entries(of: list)
      var features: [String] = []
      for entry in entries {
        for feature in entry.features where !features.contains(feature.name.text) {
          features.append(feature.name.text)
        }
      }
      state.lists[list.name.text] = state.program.lists.count
      if list.name.text == "numeral" { state.program.numeralList = state.program.lists.count }
      if list.name.text == "numeral_ending" {
        state.program.numeralEndings = entries.compactMap(Self.numeralEnding)
      }
      state.program.lists.append(RuleList(name: list.name.text, features: features))
      found.append((list, entries))
    }
    for (list, entries) in found { ListCompiler.compile(list, entries: entries, &state) }
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

  private mutating func entries(of list: ListSyntax) -> [ListEntrySyntax] {
    switch list.content {
    case .entries(let entries): return entries
    case .file(let path, let columns):
      let folder = sources[list.name.range.file]?.path.split(separator: "/").dropLast() ?? []
      let wanted = (folder.map(String.init) + [path.text]).joined(separator: "/")
      guard
        let index = sources.sources.firstIndex(where: {
          $0.path == wanted || $0.path == "/" + wanted
        })
      else {
        state.diagnose(.missingFile(path.text), at: path.range)
        return []
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
