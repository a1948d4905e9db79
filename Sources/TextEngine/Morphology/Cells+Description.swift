extension Cells {
  /// Reads cells as a list entry of a rule file describes them.
  ///
  /// Names are those of the rule language (`nom gen dat acc ins loc`, `masc fem neut sg pl`, `anim inan`). Within a group
  /// the cases and the numbers are crossed; a bar separates groups:
  ///
  ///     Cells("nom acc masc | gen dat ins loc fem")  // the ending «-й» of «3-й»
  ///
  /// - Returns: nil where a name is unknown or there is none.
  public init?(_ description: String) {
    var cells: Cells = []
    for group in description.split(separator: "|", omittingEmptySubsequences: false) {
      var cases: Cells = []
      var numbers: Cells = []
      for name in group.split(separator: " ") {
        switch name {
        case "nom": cases.formUnion(.nominative)
        case "gen": cases.formUnion(.genitive)
        case "dat": cases.formUnion(.dative)
        case "acc": cases.formUnion(.accusative)
        case "anim": cases.formUnion(.animateAccusative)
        case "inan": cases.formUnion(.inanimateAccusative)
        case "ins": cases.formUnion(.instrumental)
        case "loc": cases.formUnion(.locative)
        case "masc": numbers.formUnion(.masculine)
        case "fem": numbers.formUnion(.feminine)
        case "neut": numbers.formUnion(.neuter)
        case "sg": numbers.formUnion(.singular)
        case "pl": numbers.formUnion(.plural)
        default: return nil
        }
      }
      guard !cases.isEmpty || !numbers.isEmpty else { return nil }
      cells.formUnion(
        (cases.isEmpty ? .all : cases).intersection(numbers.isEmpty ? .all : numbers)
      )
    }
    self = cells
  }
}
