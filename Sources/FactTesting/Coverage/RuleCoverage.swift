public import RuleLanguage
import TextEngine

/// Which rules, and which alternatives in their patterns, the rules' own examples show at work.
///
/// An alternative is one of the parts of `A | B`. It is *fired* if some accepting example matches by way of it, and
/// *stopped* if some rejecting example gets as far as asking for it and finds nothing; behind a place where the pattern
/// may end, also if an accepting example ends there, since nothing could be rejected for lack of it. The alternatives of
/// a definition count once, whichever rule's example goes through them.
///
/// Words are data: a word that stands as an alternative, `"года"` or `'год'`, is one of a small list, and examples need not
/// show every entry of a list. They are counted apart.
public struct RuleCoverage: Sendable {
  /// Something that examples should show.
  public struct Item: Sendable {
    /// The rule's full name, or the definition's name; of an alternative, where it stands.
    public var owner: String
    /// Where it stands in the rule files.
    public var range: SourceRange
    /// The same as people read it: `Rules/date/words.rules:12:8`.
    public var place: String
    /// The alternative as it is written, in one line; the rule's name for a rule.
    public var text: String
    /// Whether it is a word among others in a pattern, `"года"` or `'год'`, as the entries of a list are.
    public var isWord = false
    /// Whether an accepting example goes through it.
    public var isFired = false
    /// Whether a rejecting example ends at it.
    public var isStopped = false
  }

  /// The rules, blocks too, in the order of the program.
  public var rules: [Item]
  /// The alternatives, in the order of their places, words too.
  public var alternatives: [Item]

  /// The share of all things that examples should show which they do show, from 0 to 1.
  ///
  /// A rule counts twice, for firing and for being stopped, and so does an alternative.
  public var share: Double {
    let (shown, all) = counts
    return all == 0 ? 1 : Double(shown) / Double(all)
  }

  /// How much is shown, of how much.
  public var counts: (shown: Int, all: Int) {
    let items = rules + alternatives.filter { !$0.isWord }
    let shown = items.reduce(0) { $0 + ($1.isFired ? 1 : 0) + ($1.isStopped ? 1 : 0) }
    return (shown, items.count * 2)
  }

  /// How many of the words among the alternatives an accepting example shows, of how many.
  public var words: (shown: Int, all: Int) {
    let words = alternatives.filter(\.isWord)
    return (words.count(where: \.isFired), words.count)
  }

  /// Whether the examples show everything but words.
  public var isComplete: Bool { gaps.isEmpty }

  /// What the examples do not show, words apart, in the order of the rule files.
  public var gaps: [Item] {
    (rules + alternatives).filter { !$0.isWord && (!$0.isFired || !$0.isStopped) }.sorted {
      left,
      right in
      (left.range.file, left.range.span.start) < (right.range.file, right.range.span.start)
    }
  }

  /// Keeps the rules, and the alternatives of rules and definitions, whose names pass.
  public mutating func keep(_ isWanted: (String) -> Bool) {
    rules.removeAll { !isWanted($0.owner) }
    alternatives.removeAll { !isWanted($0.owner) }
  }
}
