import TextEngine

/// What stands around a phrase and tells in which case it is.
///
///     «с Павлом»: instrumental or genitive; «президента Александра Петрова»: genitive;
///     «Александра Петрова приехала»: nominative
struct CaseContext {
  private let rows: [Int]
  private let subjects: [Int]
  /// The genders and the plural, in which a verb may agree with the phrase.
  static let columns: [Cells] = [.masculine, .feminine, .neuter, .plural]

  /// The cost of standing in a case and in one of `columns`; 0 is what fits best.
  func cost(row: Int, column: Int) -> Int {
    rows[row] + (row == 0 ? subjects[column] : 0)
  }

  /// How much less likely another case is in a list than that of the phrase before.
  private static let changeOfCase = 6

  /// Looks around the tokens of a phrase.
  ///
  /// - Parameter listRow: The case of the phrase before, where both stand in a list: «Петрова, Иванова и Сидорова».
  init(
    around tokens: Range<Int>,
    _ engine: Engine,
    _ grammar: CaseGrammar,
    listRow: Int? = nil
  ) {
    let reader = CaseContextReader(engine: engine, grammar: grammar, tokens: tokens)
    rows =
      if let listRow {
        NameCase.all.indices.map { $0 == listRow ? 0 : Self.changeOfCase }
      } else {
        reader.rows()
      }
    subjects = reader.subjectCosts()
  }
}
