import TextEngine

/// What the rules say about the words that tell the case of a phrase: prepositions, offices and verbs.
///
/// It is read from the lists once, and looked up by the numbers of entries and lists afterwards.
final class CaseGrammar: Sendable {
  /// The normal form that an entry says it has.
  let nominative: EntryFeature
  /// The number that an entry says it has.
  let number: EntryFeature
  /// The list of prepositions.
  private let prepositionList: ListID?
  private let prepositions: [Int: Cells]
  /// For each list, whether it is one of offices.
  private let areTitles: [Bool]
  private let verbsOfDative: ListID?

  /// Reads the lists `@preposition`, `@role`, `@role_long` and `@verb_of_dative` of a program.
  init(_ program: RuleProgram) {
    nominative = EntryFeature("nom", program)
    number = EntryFeature("number", program)
    var prepositions: [Int: Cells] = [:]
    prepositionList = program.list("preposition")
    if let list = prepositionList {
      for (place, entry) in program.gazetteer.entries.enumerated() where entry.list == list {
        prepositions[place] = Cells(program.text("cases", of: entry) ?? "")
      }
    }
    self.prepositions = prepositions
    areTitles = program.lists.map { ["role", "role_long"].contains($0.name) }
    verbsOfDative = program.list("verb_of_dative")
  }

  /// The cells that a preposition governs; nil where what was found is none.
  func cells(ofPreposition found: ListMatch) -> Cells? {
    found.list == prepositionList ? prepositions[found.entry] : nil
  }

  /// Whether a list is one of offices.
  func isTitle(_ list: ListID) -> Bool { areTitles.indices.contains(list) && areTitles[list] }

  /// Whether a list is one of verbs behind which somebody stands in the dative rather than in the accusative.
  func governsDative(_ list: ListID) -> Bool { list == verbsOfDative }
}

extension RuleProgram {
  /// The list with a name.
  func list(_ name: String) -> ListID? { lists.firstIndex { $0.name == name } }
}
