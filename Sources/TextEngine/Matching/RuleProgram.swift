/// A whole rule set, compiled: what an engine runs.
///
/// It is immutable and shared by all engines.
public struct RuleProgram: Sendable {
  /// The words that the rules add to the dictionary.
  public var words = WordOverlay()
  /// The words that the rules name.
  public var symbols = SymbolTable()
  /// The entries of all lists.
  public var gazetteer = Gazetteer()
  /// The lists, by `ListID`.
  public var lists: [RuleList] = [] { didSet { tables = EngineTables() } }
  /// The distinct tests of tokens.
  public var tests: [TokenTest] {
    get { deferredTests.elements }
    _modify {
      tables = EngineTables()
      yield &deferredTests.elements
    }
  }
  /// The distinct tests that are asked of one token of an annotation.
  ///
  /// They are answered where they are asked: there are few annotations, and for every word would be too often.
  public var phraseTests: [TokenTest] {
    get { deferredPhraseTests.elements }
    _modify {
      tables = EngineTables()
      yield &deferredPhraseTests.elements
    }
  }
  /// The names of the types of annotation: those of the core first, then for each fact schema its name and the name
  /// for further mentions of its facts' names, `person` and `person_again`.
  public var annotationTypes = CoreAnnotation.allCases.map(\.rawValue) {
    didSet { tables = EngineTables() }
  }
  /// What kinds of fact there are and what fields they have.
  public var schemas: [FactSchema] = []
  /// All rules, phase by phase, in the order in which ties are decided.
  public var rules: [CompiledRule] = [] { didSet { tables = EngineTables() } }
  /// The phases in the order of the cascade.
  public var phases: [CompiledPhase] = []
  /// The ICU break rules that cut tokens.
  public var tokenRules: [UInt8] = [] { didSet { tables = EngineTables() } }
  /// The same as this ICU compiled them, where that is known; it takes ICU a third of the start of a process.
  var compiledTokenRules: [UInt8] = []
  /// The list with the words of numerals, if there is one.
  public var numeralList: ListID?
  /// The endings that digits may have after a hyphen, from the list `@numeral_ending`.
  public var numeralEndings: [NumeralEnding] = []
  /// What an engine derives of all that, where it was stored with the program.
  var tables = EngineTables()
  // An engine of a stored program has these in its tables.
  var deferredTests = DeferredArray<TokenTest>()
  var deferredPhraseTests = DeferredArray<TokenTest>()

  /// The number of tests of tokens.
  var testCount: Int { deferredTests.count }
  /// The number of tests of one token of an annotation.
  var phraseTestCount: Int { deferredPhraseTests.count }

  /// Makes an empty program.
  public init() {}

  /// Takes the break rules of a tokenizer, so that ICU need not compile them again for each engine.
  public mutating func takeTokenRules(_ rules: [UInt8], of tokenizer: Tokenizer) {
    tokenRules = rules
    compiledTokenRules = tokenizer.compiledGrammar
  }

  /// The type of annotation that facts of a schema make.
  public func annotationType(ofSchema schema: Int) -> Int {
    CoreAnnotation.allCases.count + 2 * schema
  }

  /// The type of annotation for further mentions of the names in facts of a schema.
  public func repetitionType(ofSchema schema: Int) -> Int {
    CoreAnnotation.allCases.count + 2 * schema + 1
  }
}

/// The annotations that the engine makes by itself before the first phase.
public enum CoreAnnotation: String, CaseIterable, Sendable {
  /// A cardinal numeral in digits or words.
  case numeral = "Num"
  /// An ordinal numeral in words, digits or Roman capitals.
  case ordinal = "Ord"
  /// A quotation with its marks.
  case quoted = "Quoted"
  /// Brackets with what stands inside.
  case bracketed = "Bracketed"
  /// A web address or domain.
  case url = "Url"
  /// A mail address.
  case email = "Email"

  /// The place among the types of annotation.
  public var type: Int {
    switch self {
    case .numeral: 0
    case .ordinal: 1
    case .quoted: 2
    case .bracketed: 3
    case .url: 4
    case .email: 5
    }
  }
}

/// A list of the rule set: its name and the names of its features.
public struct RuleList: Sendable {
  /// The name without `@`.
  public var name: String
  /// The names of the features, in the order of the values of each entry.
  public var features: [String]

  /// Makes a list.
  public init(name: String, features: [String]) {
    self.name = name
    self.features = features
  }
}

/// A phase of the cascade.
public struct CompiledPhase: Sendable {
  /// The stretch of text that one match may cover.
  public enum Window: Sendable {
    /// A sentence.
    case sentence
    /// A paragraph.
    case paragraph
  }

  /// The name.
  public var name: String
  /// What a match may cover.
  public var window: Window
  /// The places of its rules in the program.
  public var rules: Range<Int>

  /// Makes a phase.
  public init(name: String, window: Window, rules: Range<Int>) {
    self.name = name
    self.window = window
    self.rules = rules
  }
}

extension RuleProgram {
  /// The value of a feature of a list entry by the name that the list gives it.
  public func feature(_ name: String, of entry: Gazetteer.Entry) -> FeatureValue {
    guard lists.indices.contains(entry.list),
      let place = lists[entry.list].features.firstIndex(of: name)
    else { return .none }
    return gazetteer.feature(place, of: entry)
  }
}
