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
  /// The cells that an entry says: those that a preposition governs, or those of a form of address that doesn't decline.
  private let cells: [Int: Cells]
  /// For each list, whether it is one of offices or forms of address.
  private let areTitles: [Bool]
  private let verbsOfDative: ListID?
  /// The type of the annotations that tell a time.
  let timeType: Int?

  /// Reads the lists `@preposition`, `@role`, `@role_long`, `@form_of_address` and `@verb_of_dative` of a program.
  init(_ program: RuleProgram) {
    nominative = EntryFeature("nom", program)
    number = EntryFeature("number", program)
    prepositionList = program.list("preposition")
    let lists = [prepositionList, program.list("form_of_address")]
    var cells: [Int: Cells] = [:]
    for (place, entry) in program.gazetteer.entries.enumerated() where lists.contains(entry.list) {
      cells[place] = program.text("cases", of: entry).flatMap { Cells($0) }
    }
    self.cells = cells
    areTitles = program.lists.map { ["role", "role_long", "form_of_address"].contains($0.name) }
    verbsOfDative = program.list("verb_of_dative")
    timeType = program.schemas.firstIndex { $0.name == "date" }.map(program.annotationType)
  }

  /// The cells that a preposition governs; nil where what was found is none.
  func cells(ofPreposition found: ListMatch) -> Cells? {
    found.list == prepositionList ? cells[found.entry] : nil
  }

  /// The cells in which an entry that doesn't decline stands as an office or a form of address: «г-на»; nil for others.
  func cells(ofTitle found: ListMatch) -> Cells? { cells[found.entry] }

  /// Whether a list is one of offices or forms of address.
  func isTitle(_ list: ListID) -> Bool { areTitles.indices.contains(list) && areTitles[list] }

  /// Whether a list is one of verbs behind which somebody stands in the dative rather than in the accusative.
  func governsDative(_ list: ListID) -> Bool { list == verbsOfDative }
}

extension RuleProgram {
  /// The list with a name.
  func list(_ name: String) -> ListID? { lists.firstIndex { $0.name == name } }
}
