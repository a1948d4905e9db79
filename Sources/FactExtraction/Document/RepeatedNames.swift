import TextEngine

/// Finds later and earlier mentions of names that a phase has found, so that rules can ask for them.
///
/// Where «Санжар Татибеков» was found, every capitalised «Татибекова» of the document becomes an annotation
/// `<person_again>` whose fields are those of the first fact. Which fields are names is said by the schema: `key` and
/// `alias`.
struct RepeatedNames {
  /// The names that were met in any phase, as the numbers that the engine has for the spellings of their words.
  private var known: Set<[UInt32]> = []
  /// The same names in whole, folded.
  private var met = SymbolTable()
  /// The family names whose cases were entered.
  private var declined: Set<DeclinedWord> = []
  private let engine: Engine
  private let fields: FieldPlaces
  private let people: PersonNameReader
  /// The tokens with a capital, with one of which each name starts.
  private let capitals: [Int]
  /// For each schema, whether each token is in one of its facts; empty before its first fact.
  private var covered: [[Bool]]

  init(engine: Engine, fields: FieldPlaces, people: PersonNameReader) {
    self.engine = engine
    self.fields = fields
    self.people = people
    covered = fields.names.map { _ in [] }
    capitals = (0..<engine.document.tokens.count).filter { engine.has(.startsUpper, $0) }
  }

  /// Annotates the other mentions of the names of facts.
  ///
  /// - Parameters:
  ///   - new: The places of the facts of the phase that has just run.
  ///   - origins: The matches that the facts were read from.
  /// - Complexity: O(*n*) in tokens and facts; at one token only so many names are looked at.
  mutating func annotate(_ facts: [Fact], new: Range<Int>, origins: FactOrigins) {
    var names = NameTrie()
    for index in new {
      if let origin = origins[index] { enterForms(facts[index], index, origin, into: &names) }
      collect(facts[index], index, into: &names)
      cover(facts[index])
    }
    guard !names.isEmpty else { return }
    var found: [NameTrie.Found] = []
    for token in capitals {
      found.removeAll(keepingCapacity: true)
      names.find(at: token, engine, into: &found)
      for name in found {
        let (fact, end) = (names.facts[name.name], token + name.length)
        let schema = facts[fact].schema
        if covered[schema][token..<end].contains(true) { continue }
        var cells = names.cells[name.name] ?? []
        if cells.isEmpty {
          for reading in engine.readings(of: end - 1) { cells.formUnion(reading.cells) }
        }
        engine.add(
          Annotation(
            type: engine.program.repetitionType(ofSchema: schema),
            start: token,
            end: end,
            cells: cells.isEmpty ? .all : cells,
            head: end - 1,
            payload: fact
          )
        )
      }
    }
  }

  /// Notes the tokens of a fact that has names.
  private mutating func cover(_ fact: Fact) {
    guard !fields.names[fact.schema].isEmpty else { return }
    if covered[fact.schema].isEmpty {
      covered[fact.schema] = [Bool](repeating: false, count: engine.document.tokens.count)
    }
    for token in fact.tokens where covered[fact.schema].indices.contains(token) {
      covered[fact.schema][token] = true
    }
  }

  /// Enters the cases of a family name that the dictionary lacks or has as another word only, since its lemma is that
  /// word's, or guessed: «Кречетову» is none of «кречетовый» once «Павел Кречетов» is known.
  private mutating func enterForms(
    _ fact: Fact,
    _ index: Int,
    _ origin: Match,
    into names: inout NameTrie
  ) {
    for (form, cells) in people.familyForms(of: fact, origin, &declined) {
      let folded = Folding.folded(form)
      guard folded.count > 2 else { continue }
      let words = [engine.spellingNumber(folded.span)]
      guard known.insert(words).inserted else { continue }
      names.insert(words, first: folded[...], fact: index, cells: cells)
    }
  }

  private mutating func collect(_ fact: Fact, _ index: Int, into names: inout NameTrie) {
    for field in fields.names[fact.schema] { enter(fact.fields[field], index, into: &names) }
  }

  private mutating func enter(_ value: FieldValue?, _ index: Int, into names: inout NameTrie) {
    guard let name = value?.string else { return }
    let count = met.count
    let folded = Folding.folded(name)
    // Most names are those of facts before.
    guard met.intern(folded) == count else { return }
    let spellings = folded.split(separator: UInt8(ascii: " "))
    guard let first = spellings.first, first.count > 2 else { return }
    let words = spellings.map { engine.spellingNumber($0.span) }
    // One name is one annotation: the first fact that bears it stands for all.
    if known.insert(words).inserted { names.insert(words, first: first, fact: index) }
  }
}
