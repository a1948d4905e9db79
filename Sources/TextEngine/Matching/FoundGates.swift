/// What must still stand in the text where a rule is tried.
///
/// A gate is a smallest set of tests, lists and annotations of which every match holds one. A rule has up to two gates, one
/// of words by their spelling and one of lists.
struct FoundGates: Sendable {
  /// One that prefers words by their spelling.
  var forms: [GateSymbol]
  /// One that prefers lists.
  var lists: [GateSymbol]
}

extension RuleProgram {
  /// Finds the gates of all rules, once they are all there.
  public mutating func findGates() {
    for number in rules.indices {
      guard var search = GateSearch(rules[number].code, tests: tests) else { continue }
      rules[number].gates = FoundGates(
        forms: search.gate(keeping: .forms),
        lists: search.gate(keeping: .lists)
      )
    }
  }
}
