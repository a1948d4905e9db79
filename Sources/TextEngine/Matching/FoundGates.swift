/// What must still stand in the text where a rule is tried.
///
/// A gate is a smallest set of tests, lists and annotations of which every match holds one. A rule has up to two gates, one
/// of words by their spelling, figures or marks, and one of lists.
struct FoundGates: Sendable {
  /// One that prefers words by their spelling, then figures and marks.
  var forms: [GateSymbol]
  /// One that prefers lists.
  var lists: [GateSymbol]
}

extension RuleProgram {
  /// Finds the gates of all rules, once they are all there.
  public mutating func findGates() {
    for number in rules.indices {
      let code = rules[number].code
      guard var search = GateSearch(code, tests: tests, symbols: symbols) else { continue }
      rules[number].gates = FoundGates(
        forms: search.gate(keeping: .forms),
        lists: search.gate(keeping: .lists)
      )
    }
  }
}
