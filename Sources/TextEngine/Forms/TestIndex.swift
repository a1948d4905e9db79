/// Which clauses of tests can hold only since they name a form, one of its lemmas or a list that has it, and which cannot
/// hold since they forbid such a word, or may not.
struct TestIndex {
  /// What it means to a clause that it names a word.
  enum Sort: Int, CaseIterable {
    /// The clause may hold.
    case naming
    /// The clause holds where a reading has the grammemes that it asks for: it asks for nothing else.
    case sufficing
    /// The clause may not hold.
    case doubting
    /// The clause does not hold.
    case forbidding

    /// The bits of a sort behind the number of a clause.
    static let bits = 2
  }

  /// The clauses with what their words mean to them.
  private let words: WordIndex
  /// The clauses that hold for no words but those that they name: one row.
  let isKeyed: BitRows
  /// The clauses whose rest holds for all words but some of those that it names: one row.
  let isDoubting: BitRows

  /// Indexes the clauses of a program's tests: the first of each test, then the others.
  init(_ clauses: [TestClause]) {
    isKeyed = BitRows(count: 1, bits: clauses.count)
    isDoubting = BitRows(count: 1, bits: clauses.count)
    var words = WordIndex.Builder()
    func insert(_ number: Int, _ sort: Sort, by keys: [TokenTest]) {
      for key in keys { words.insert(number << Sort.bits | sort.rawValue, by: key) }
    }
    for (number, clause) in clauses.enumerated() {
      if let keys = Self.keys(of: .all(clause.rest)) {
        isKeyed.insert(number, into: 0)
        insert(number, clause.asksForOneWord ? .sufficing : .naming, by: keys)
      }
      insert(number, .forbidding, by: clause.forbiddenWords)
      if !clause.rest.isEmpty, let keys = Self.doubts(of: clause.rest) {
        isDoubting.insert(number, into: 0)
        insert(number, .doubting, by: keys)
      }
    }
    self.words = WordIndex(words)
  }

  /// Reads an index of so many clauses that was stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    isKeyed = try BitRows(from: &reader, count: 1, bits: clauses)
    isDoubting = try BitRows(from: &reader, count: 1, bits: clauses)
    words = try WordIndex(from: &reader, below: clauses << Sort.bits)
  }

  func store(in writer: inout BinaryWriter) {
    isKeyed.store(in: &writer)
    isDoubting.store(in: &writer)
    words.store(in: &writer)
  }

  /// Calls `body` with the clauses that name a form, some of them more than once, what it means to them, and the readings
  /// by which it is named: none where it is named as it is spelt.
  @inline(__always)
  func forEach(naming form: FormID, _ forms: FormTable, _ body: (Int, Sort, Range<Int>) -> Void) {
    words.forEach(form, forms) { number, readings in
      guard let sort = Sort(rawValue: number & (1 << Sort.bits - 1)) else { return }
      body(number >> Sort.bits, sort, readings)
    }
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
