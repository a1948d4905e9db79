/// Which tests can be passed only since they name a form, one of its lemmas or a list that has it, and which clauses
/// cannot hold since they forbid such a word.
struct TestIndex {
  private let tests: WordIndex
  private let forbidding: WordIndex
  /// Whether each test is found by a word.
  private(set) var isKeyed: [Bool]

  /// Indexes the tests of a program and their clauses: the first of each test, then the others.
  init(_ tests: [TokenTest], _ clauses: [[TestClause]], listCount: Int) {
    var named = WordIndex(listCount: listCount)
    isKeyed = tests.enumerated().map { number, test in
      guard let keys = Self.keys(of: test) else { return false }
      for key in keys { named.insert(number, by: key) }
      return true
    }
    self.tests = named
    var forbidding = WordIndex(listCount: listCount)
    let ordered = clauses.compactMap(\.first) + clauses.flatMap { $0.dropFirst() }
    for (number, clause) in ordered.enumerated() {
      for key in clause.forbiddenWords { forbidding.insert(number, by: key) }
    }
    self.forbidding = forbidding
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

/// Numbers by spellings, lemmas and lists.
private struct WordIndex {
  private var byForm: [SymbolID: [Int]] = [:]
  private var byLemma: [SymbolID: [Int]] = [:]
  private var byList: [[Int]]

  init(listCount: Int) { byList = [[Int]](repeating: [], count: listCount) }

  /// Adds a number for a test that asks for a spelling, a lemma or a list.
  mutating func insert(_ number: Int, by key: TokenTest) {
    switch key {
    case .form(let symbol): byForm[symbol, default: []].append(number)
    case .lemma(let symbol): byLemma[symbol, default: []].append(number)
    case .list(let list): if byList.indices.contains(list) { byList[list].append(number) }
    default: break
    }
  }

  /// Calls `body` with the numbers for a form, its lemmas and the lists that have it, some of them more than once.
  func forEach(_ form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    let symbol = forms.formSymbols[Int(form)]
    if symbol != 0 {
      if let numbers = byForm[symbol] { for number in numbers { body(number) } }
      forms.forEachList(ofForm: symbol) { for number in byList[$0] { body(number) } }
    }
    // Readings of one lemma mostly stand together.
    var last: SymbolID = 0
    for index in forms.readingRange(form) {
      let lemma = forms.readings[index].lemma
      guard lemma != 0, lemma != last else { continue }
      last = lemma
      if let numbers = byLemma[lemma] { for number in numbers { body(number) } }
      forms.forEachList(ofLemma: lemma) { for number in byList[$0] { body(number) } }
    }
  }
}
