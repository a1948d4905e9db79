/// What the hot loop needs of a rule.
struct RuleEntry {
  /// Where its code starts.
  var code: Int32
  /// The first state of its pattern.
  var state: Int32
  /// The patterns that must not stand beside a match.
  var contexts: [Context]
  /// Types of annotation that must not cover a match.
  var notInside: [Int]
  /// Whether a match need only meet the pattern.
  var isPlain: Bool
  /// Whether a pattern must not stand before a match.
  var looksBefore: Bool

  /// A pattern beside a match.
  struct Context {
    /// Its first state.
    var state: Int32
    /// Whether it stands before the match.
    var isBefore: Bool
    /// The most tokens that it takes.
    var maximumLength: Int
  }

  /// The entries of rules, whose patterns follow each other in the code, of each its own and then those of its contexts.
  static func all(of rules: [CompiledRule], _ closures: ClosureTable) -> [RuleEntry] {
    var end: Int32 = 0
    func start(of count: Int) -> Int32 {
      defer { end += Int32(count) }
      return end
    }
    return rules.map { rule in
      let code = start(of: rule.codeCount)
      return RuleEntry(
        code: code,
        state: closures.state(at: code),
        contexts: rule.contexts.map {
          Context(
            state: closures.state(at: start(of: $0.codeCount)),
            isBefore: $0.isBefore,
            maximumLength: $0.maximumLength
          )
        },
        notInside: rule.notInside,
        isPlain: rule.contexts.isEmpty && rule.notInside.isEmpty && rule.conditions.isEmpty,
        looksBefore: rule.contexts.contains(where: \.isBefore)
      )
    }
  }
}
