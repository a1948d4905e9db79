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

  /// Calls `body` with every test that a form may pass; with some of them more than once.
  func forEach(
    form: SymbolID,
    lemmas: [SymbolID],
    lists: [ListID],
    _ body: (Int) -> Void
  ) {
    for test in others { body(test) }
    if form != 0, let tests = byForm[form] { for test in tests { body(test) } }
    for lemma in lemmas where lemma != 0 {
      if let tests = byLemma[lemma] { for test in tests { body(test) } }
    }
    for list in lists { for test in byList[list] { body(test) } }
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
