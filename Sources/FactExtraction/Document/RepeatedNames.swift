import TextEngine

/// Finds later and earlier mentions of names that a phase has found, so that rules can ask for them.
///
/// Where «Санжар Татибеков» was found, every capitalised «Татибекова» of the document becomes an annotation
/// `<person_again>` whose fields are those of the first fact. Which fields are names is said by the schema: `key` and
/// `alias`.
struct RepeatedNames {
  /// The names that were met in any phase, as the numbers that the engine has for the spellings of their words.
  private var known = NameSet()
  /// The same names in whole, folded.
  private var met = SymbolTable()
  /// The family names whose cases were entered.
  private var declined: Set<DeclinedWord> = []
  private let engine: Engine
  private let fields: FieldPlaces
  private let people: PersonNameReader
  /// The tokens with a capital, with one of which each name starts.
  private let capitals: [(token: Int, start: NameStart)]
  /// The names that are looked for, of the phase that has just run.
  private var names = NameTrie()
  /// For each schema, the type of its annotations.
  private let types: [Int]
  /// For each schema, whether each token is in one of its facts; empty before its first fact.
  private var covered: [[Bool]]

  init(engine: Engine, fields: FieldPlaces, people: PersonNameReader) {
    self.engine = engine
    self.fields = fields
    self.people = people
    covered = fields.names.map { _ in [] }
    var capitals: [(token: Int, start: NameStart)] = []
    for token in 0..<engine.document.tokens.count where engine.has(.startsUpper, token) {
      capitals.append((token, NameStart(engine.foldedStart(of: token))))
    }
    self.capitals = capitals
    let program = engine.program
    types = fields.names.indices.map(program.repetitionType)
  }

  /// Annotates the other mentions of the names of facts.
  ///
  /// - Parameters:
  ///   - new: The places of the facts of the phase that has just run.
  ///   - origins: The matches that the facts were read from.
  /// - Complexity: O(*n*) in tokens and facts; at one token only so many names are looked at.
  mutating func annotate(_ facts: [Fact], new: Range<Int>, origins: FactOrigins) {
    names.removeAll()
    for index in new {
      let schema = facts[index].schema
      if let field = people.familyFields[schema],
        let family = facts[index].fields[field]?.string, let origin = origins[index]
      {
        enterForms(family, index, origin)
      }
      guard !fields.names[schema].isEmpty else { continue }
      for field in fields.names[schema] { enter(facts[index].fields[field], index) }
      cover(facts[index].tokens, schema)
    }
    guard !names.isEmpty else { return }
    var found: [NameTrie.Found] = []
    for (token, start) in capitals where names.canStart(start) {
      found.removeAll(keepingCapacity: true)
      names.find(at: token, engine, into: &found)
      found.removeAll { name in
        name.length == 1 && !people.canBear(facts[names.facts[name.name]], token)
      }
      if found.count > 1 { chooseBearer(of: token, facts, &found) }
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
            type: types[schema],
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

  /// Leaves of a man and a woman of one family the one whose name a token is by what stands around it: «слова Петрова».
  private func chooseBearer(of token: Int, _ facts: [Fact], _ found: inout [NameTrie.Found]) {
    let families = found.map { name -> [UInt8]? in
      let fact = facts[names.facts[name.name]]
      guard name.length == 1, let field = people.familyFields[fact.schema] else { return nil }
      return fact.fields[field]?.string.map(Folding.folded)
    }
    guard let first = families[0], families.contains(where: { $0 != nil && $0 != first }),
      let family = people.family(token).lastNominative.map(Folding.folded),
      let chosen = families.firstIndex(of: family)
    else { return }
    found = [found[chosen]]
  }

  /// Notes the tokens of a fact that has names.
  private mutating func cover(_ tokens: Range<Int>, _ schema: Int) {
    if covered[schema].isEmpty {
      covered[schema] = [Bool](repeating: false, count: engine.document.tokens.count)
    }
    for token in tokens where covered[schema].indices.contains(token) {
      covered[schema][token] = true
    }
  }

  /// Enters the cases of a family name that the dictionary lacks or has as another word only, since its lemma is that
  /// word's, or guessed: «Кречетову» is none of «кречетовый» once «Павел Кречетов» is known.
  private mutating func enterForms(_ family: String, _ index: Int, _ origin: Match) {
    for (form, cells) in people.forms(ofFamily: family, origin, &declined) {
      let folded = Folding.folded(form)
      guard folded.count > 2 else { continue }
      let words = [engine.spellingNumber(folded.span)]
      guard known.insert(words) else { continue }
      names.insert(words, first: folded[...], fact: index, cells: cells)
    }
  }

  private mutating func enter(_ value: FieldValue?, _ index: Int) {
    guard let name = value?.string else { return }
    let count = met.count
    let folded = Folding.folded(name)
    // Most names are those of facts before.
    guard met.intern(folded) == count else { return }
    let space = UInt8(ascii: " ")
    var words: [UInt32] = []
    words.reserveCapacity(4)
    var first: Range<Int>?
    var start = 0
    while start < folded.count {
      let end = folded[start...].firstIndex(of: space) ?? folded.count
      if end > start {
        let word = start..<end
        if first == nil { first = word }
        guard let first, first.count > 2 else { return }
        words.append(engine.spellingNumber(folded.span.extracting(word)))
      }
      start = end + 1
    }
    // One name is one annotation: the first fact that bears it stands for all.
    if let first, known.insert(words) { names.insert(words, first: folded[first], fact: index) }
  }
}
