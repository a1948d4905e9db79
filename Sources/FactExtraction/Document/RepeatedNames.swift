import TextEngine

/// Finds later and earlier mentions of names that a phase has found, so that rules can ask for them.
///
/// Where «Санжар Татибеков» was found, every capitalised «Татибекова» of the document becomes an annotation
/// `<person_again>` whose fields are those of the first fact. Which fields are names is said by the schema: `key` and
/// `alias`.
struct RepeatedNames {
  /// A name as the words by which it can be met.
  private struct Name {
    /// The numbers that the engine has for their spellings.
    var words: [UInt32]
    var fact: Int
  }

  private var names: [UInt32: [Name]] = [:]
  private let engine: Engine

  init(engine: Engine) { self.engine = engine }

  /// Annotates the other mentions of the names of facts.
  ///
  /// - Parameter new: The places of the facts of the phase that has just run.
  mutating func annotate(_ facts: [Fact], new: Range<Int>) {
    var isNew = false
    for index in new { isNew = collect(facts[index], index) || isNew }
    guard isNew else { return }
    var covered: [Int: [Range<Int>]] = [:]
    for fact in facts { covered[fact.schema, default: []].append(fact.tokens) }
    for token in 0..<engine.document.tokens.count where engine.has(.startsUpper, token) {
      for word in engine.spellingNumbers(of: token) {
        for name in names[word] ?? [] where new.contains(name.fact) {
          let end = token + name.words.count
          guard matches(name, at: token), end <= engine.document.tokens.count else { continue }
          let schema = facts[name.fact].schema
          let isFact = (covered[schema] ?? []).contains { $0.overlaps(token..<end) }
          if isFact { continue }
          var cells: Cells = []
          for reading in engine.readings(of: end - 1) { cells.formUnion(reading.cells) }
          engine.add(
            Annotation(
              type: engine.program.repetitionType(ofSchema: schema),
              start: token,
              end: end,
              cells: cells.isEmpty ? .all : cells,
              head: end - 1,
              payload: name.fact
            )
          )
        }
      }
    }
  }

  private mutating func collect(_ fact: Fact, _ index: Int) -> Bool {
    var found = false
    for (place, field) in engine.program.schemas[fact.schema].fields.enumerated()
    where field.isKey || field.isAlias {
      guard let name = fact.fields[place]?.string else { continue }
      let spellings = name.split(separator: " ").map { Folding.folded(String($0)) }
      guard let letters = spellings.first?.count, letters > 2 else { continue }
      let words = spellings.map { engine.spellingNumber($0) }
      let first = words[0]
      // One name is one annotation: the first fact that bears it stands for all.
      let known = names[first, default: []]
      if known.contains(where: { $0.words == words }) { continue }
      names[first, default: []].append(Name(words: words, fact: index))
      found = true
    }
    return found
  }

  private func matches(_ name: Name, at token: Int) -> Bool {
    for (offset, word) in name.words.enumerated() where offset > 0 {
      guard token + offset < engine.document.tokens.count,
        engine.spellingNumbers(of: token + offset).contains(word)
      else { return false }
    }
    return true
  }
}
