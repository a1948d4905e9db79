import TextEngine

/// What the rules say about the words that tell the case of a phrase: prepositions, offices and verbs.
///
/// It is read from the lists once, and looked up by the numbers of entries and lists afterwards.
struct CaseGrammar: Sendable {
  private let prepositions: [Int: Cells]
  private let titles: Set<ListID>
  private let verbsOfDative: ListID?

  /// Reads the lists `@preposition`, `@role`, `@role_long` and `@verb_of_dative` of a program.
  init(_ program: RuleProgram) {
    var prepositions: [Int: Cells] = [:]
    if let list = program.list("preposition") {
      for (place, entry) in program.gazetteer.entries.enumerated() where entry.list == list {
        prepositions[place] = Cells(program.text("cases", of: entry) ?? "")
      }
    }
    self.prepositions = prepositions
    titles = Set(["role", "role_long"].compactMap(program.list))
    verbsOfDative = program.list("verb_of_dative")
  }

  /// The cells that a preposition governs, by its entry; nil where the entry is none.
  func cells(ofPreposition entry: Int) -> Cells? { prepositions[entry] }

  /// Whether a list is one of offices.
  func isTitle(_ list: ListID) -> Bool { titles.contains(list) }

  /// Whether a list is one of verbs behind which somebody stands in the dative rather than in the accusative.
  func governsDative(_ list: ListID) -> Bool { list == verbsOfDative }
}

extension RuleProgram {
  /// The list with a name.
  func list(_ name: String) -> ListID? { lists.firstIndex { $0.name == name } }
}
