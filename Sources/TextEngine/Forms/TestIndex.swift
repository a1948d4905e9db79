/// Which clauses of tests can hold only since they name a form, one of its lemmas or a list that has it, and which cannot
/// hold since they forbid such a word, or may not.
struct TestIndex {
  private let naming: WordIndex
  private let forbidding: WordIndex
  private let doubting: WordIndex
  /// The clauses that hold for no words but those that they name: one row.
  let isKeyed: BitRows
  /// The clauses whose rest holds for all words but some of those that it names: one row.
  let isDoubting: BitRows

  /// Indexes the clauses of a program's tests: the first of each test, then the others.
  init(_ clauses: [TestClause]) {
    isKeyed = BitRows(count: 1, bits: clauses.count)
    isDoubting = BitRows(count: 1, bits: clauses.count)
    var naming = WordIndex.Builder()
    var forbidding = WordIndex.Builder()
    var doubting = WordIndex.Builder()
    for (number, clause) in clauses.enumerated() {
      if let keys = Self.keys(of: .all(clause.rest)) {
        isKeyed.insert(number, into: 0)
        for key in keys { naming.insert(number, by: key) }
      }
      for key in clause.forbiddenWords { forbidding.insert(number, by: key) }
      if !clause.rest.isEmpty, let keys = Self.doubts(of: clause.rest) {
        isDoubting.insert(number, into: 0)
        for key in keys { doubting.insert(number, by: key) }
      }
    }
    self.naming = WordIndex(naming)
    self.forbidding = WordIndex(forbidding)
    self.doubting = WordIndex(doubting)
  }

  /// Reads an index of so many clauses that was stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    isKeyed = try BitRows(from: &reader, count: 1, bits: clauses)
    isDoubting = try BitRows(from: &reader, count: 1, bits: clauses)
    naming = try WordIndex(from: &reader, below: clauses)
    forbidding = try WordIndex(from: &reader, below: clauses)
    doubting = try WordIndex(from: &reader, below: clauses)
  }

  func store(in writer: inout BinaryWriter) {
    isKeyed.store(in: &writer)
    isDoubting.store(in: &writer)
    naming.store(in: &writer)
    forbidding.store(in: &writer)
    doubting.store(in: &writer)
  }

  /// Calls `body` with the clauses that name a form, some of them more than once.
  func forEach(naming form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    naming.forEach(form, forms, body)
  }

  /// Calls `body` with the clauses that forbid a form, some of them more than once.
  func forEach(forbidding form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    forbidding.forEach(form, forms, body)
  }

  /// Calls `body` with the clauses whose rest may not hold for a form, some of them more than once.
  func forEach(doubting form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    doubting.forEach(form, forms, body)
  }

  /// What a word must have one of so that some tests need not hold for it; nil where they ask something of other words.
  ///
  /// «No verb of speech in the past» holds for all but verbs of speech.
  private static func doubts(of tests: [TokenTest]) -> [TokenTest]? {
    var all: [TokenTest] = []
    for test in tests {
      guard case .not(let refused) = test, let keys = keys(of: refused) else { return nil }
      all += keys
    }
    return all
  }

  /// What a form must have one of to pass a test, or nil where the test names no word.
  private static func keys(of test: TokenTest) -> [TokenTest]? {
    switch test {
    case .form, .lemma, .list: return [test]
    case .all(let parts):
      var best: [TokenTest]?
      for part in parts {
        if let keys = keys(of: part), keys.count < best?.count ?? .max { best = keys }
      }
      return best
    case .any(let parts):
      var all: [TokenTest] = []
      for part in parts {
        guard let keys = keys(of: part) else { return nil }
        all += keys
      }
      return all
    default: return nil
    }
  }
}
