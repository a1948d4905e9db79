/// Which tests can be passed only since they name a form, one of its lemmas or a list that has it, and which clauses
/// cannot hold since they forbid such a word.
struct TestIndex {
  private let tests: WordIndex
  private let forbidding: WordIndex
  /// The tests that are found by a word: one row.
  let isKeyed: BitRows

  /// Indexes the tests of a program and their clauses: the first of each test, then the others.
  init(_ tests: [TokenTest], _ clauses: [[TestClause]]) {
    isKeyed = BitRows(count: 1, bits: tests.count)
    var named = WordIndex.Builder()
    for (number, test) in tests.enumerated() {
      guard let keys = Self.keys(of: test) else { continue }
      isKeyed.insert(number, into: 0)
      for key in keys { named.insert(number, by: key) }
    }
    self.tests = WordIndex(named)
    var forbidding = WordIndex.Builder()
    let ordered = clauses.compactMap(\.first) + clauses.flatMap { $0.dropFirst() }
    for (number, clause) in ordered.enumerated() {
      for key in clause.forbiddenWords { forbidding.insert(number, by: key) }
    }
    self.forbidding = WordIndex(forbidding)
  }

  /// Reads an index of so many tests and clauses that was stored.
  init(from reader: inout BinaryReader, tests: Int, clauses: Int) throws(BinaryFault) {
    isKeyed = try BitRows(from: &reader, count: 1, bits: tests)
    self.tests = try WordIndex(from: &reader, below: tests)
    forbidding = try WordIndex(from: &reader, below: clauses)
  }

  func store(in writer: inout BinaryWriter) {
    isKeyed.store(in: &writer)
    tests.store(in: &writer)
    forbidding.store(in: &writer)
  }

  /// Calls `body` with the tests that name a form, some of them more than once.
  func forEach(naming form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    tests.forEach(form, forms, body)
  }

  /// Calls `body` with the clauses that forbid a form, some of them more than once.
  func forEach(forbidding form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    forbidding.forEach(form, forms, body)
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
