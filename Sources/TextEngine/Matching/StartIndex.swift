/// Which tests a form can pass at all: those that name its spelling, one of its lemmas or a list that has it, and the
/// few that name no word.
struct StartIndex {
  private var byForm: [SymbolID: [Int]] = [:]
  private var byLemma: [SymbolID: [Int]] = [:]
  private var byList: [[Int]]
  private(set) var others: [Int] = []

  private enum Key {
    case form(SymbolID), lemma(SymbolID), list(ListID)
  }

  /// Indexes some of the tests of a program.
  init(_ wanted: [Int], of tests: [TokenTest], listCount: Int) {
    byList = [[Int]](repeating: [], count: listCount)
    for test in wanted {
      guard let keys = Self.keys(of: tests[test]) else {
        others.append(test)
        continue
      }
      for key in keys {
        switch key {
        case .form(let symbol): byForm[symbol, default: []].append(test)
        case .lemma(let symbol): byLemma[symbol, default: []].append(test)
        case .list(let list) where byList.indices.contains(list): byList[list].append(test)
        case .list: others.append(test)
        }
      }
    }
  }

  /// Calls `body` with every test that a form passes, or may pass where the test looks at what stands around the token;
  /// with some of them more than once, which callers who set bits need not mind.
  func forEachPassed(by form: FormID, _ forms: FormTable, _ body: (Int) -> Void) {
    func tryAll(_ tests: [Int]) {
      for test in tests where forms.canPass(form, test) && forms.passes(form, test) { body(test) }
    }
    tryAll(others)
    let symbol = forms.formSymbols[Int(form)]
    if symbol != 0 {
      if let tests = byForm[symbol] { tryAll(tests) }
      for list in forms.lists(ofForm: symbol) { tryAll(byList[list]) }
    }
    // Readings of one lemma mostly stand together.
    var last: SymbolID = 0
    for index in forms.readingRange(form) {
      let lemma = forms.readings[index].lemma
      guard lemma != 0, lemma != last else { continue }
      last = lemma
      if let tests = byLemma[lemma] { tryAll(tests) }
      for list in forms.lists(ofLemma: lemma) { tryAll(byList[list]) }
    }
  }

  /// What a form must have one of to pass a test, or nil where the test names no word.
  private static func keys(of test: TokenTest) -> [Key]? {
    switch test {
    case .form(let symbol): return [.form(symbol)]
    case .lemma(let symbol): return [.lemma(symbol)]
    case .list(let list): return [.list(list)]
    case .all(let parts):
      var best: [Key]?
      for part in parts {
        if let keys = keys(of: part), keys.count < best?.count ?? .max { best = keys }
      }
      return best
    case .any(let parts):
      var all: [Key] = []
      for part in parts {
        guard let keys = keys(of: part) else { return nil }
        all += keys
      }
      return all
    default: return nil
    }
  }
}
