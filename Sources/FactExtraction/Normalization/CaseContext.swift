import TextEngine

/// What stands around a phrase and tells in which case it is.
///
///     «с Павлом»: instrumental or genitive; «президента Александра Петрова»: genitive;
///     «Александра Петрова приехала»: nominative
struct CaseContext {
  private let rows: [Int]
  private let subjects: [Int]
  private static let columns = 4

  /// The cost of standing in a cell of one case and one gender or number; 0 is what fits best.
  func cost(row: Int, column: Int) -> Int {
    rows[row] + (row == 0 ? subjects[column] : 0)
  }

  /// Looks around the tokens of a phrase.
  init(around tokens: Range<Int>, _ engine: Engine, _ grammar: CaseGrammar) {
    let reader = CaseContextReader(engine: engine, grammar: grammar, tokens: tokens)
    rows = reader.rows()
    subjects = (0..<Self.columns).map { reader.subjectCost(column: $0) }
  }
}
