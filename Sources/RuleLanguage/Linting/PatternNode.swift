/// A pattern without the ways in which it can be written: definitions are put in, brackets are gone.
///
/// Two patterns with equal nodes take the same texts and set the same labels.
indirect enum PatternNode: Hashable {
  /// Takes nothing.
  case nothing
  /// One token.
  case token(PredicateNode)
  /// An entry of a list.
  case list(String)
  /// An annotation; nil where no predicate is written.
  case annotation(String, PredicateNode?)
  /// A condition on a place: `bos`.
  case assertion(String)
  /// One after the other.
  case sequence([PatternNode])
  /// One of several.
  case choice([PatternNode])
  /// A part so many times, as many or as few as possible.
  case repetition(PatternNode, ClosedRange<Int>, isLazy: Bool)
  /// A group whose words agree in these categories.
  case agreement([String], PatternNode)
  /// A part that takes no part in the agreement.
  case free(PatternNode)
  /// A part with a label.
  case labelled(String, PatternNode)
  /// The head of its phrase.
  case head(PatternNode)
}

extension PatternNode {
  /// Whether all that another pattern takes is taken by this one as well, with the same labels; false also where that
  /// is not plain to see.
  func covers(_ other: PatternNode, _ words: WordCover) -> Bool {
    if self == other { return true }
    switch (self, other) {
    case (_, .choice(let parts)): return parts.allSatisfy { covers($0, words) }
    case (.choice(let parts), _): return parts.contains { $0.covers(other, words) }
    case (.token(let mine), .token(let theirs)): return mine.covers(theirs, words)
    case (.annotation(let name, let mine), .annotation(let otherName, let theirs)):
      guard name == otherName else { return false }
      guard let mine else { return true }
      return theirs.map { mine.covers($0, words) } ?? false
    case (.sequence(let mine), .sequence(let theirs)):
      return mine.count == theirs.count
        && zip(mine, theirs).allSatisfy { $0.covers($1, words) }
    case (
      .repetition(let mine, let times, let isLazy), .repetition(let theirs, let others, let lazy)
    ):
      return times.lowerBound <= others.lowerBound && others.upperBound <= times.upperBound
        && isLazy == lazy && mine.covers(theirs, words)
    case (.repetition(let mine, let times, _), _):
      return times.contains(1) && mine.covers(other, words)
    case (.agreement(let categories, let mine), .agreement(let others, let theirs)):
      return Set(categories).isSubset(of: others) && mine.covers(theirs, words)
    case (.free(let mine), .free(let theirs)), (.head(let mine), .head(let theirs)):
      return mine.covers(theirs, words)
    case (.labelled(let name, let mine), .labelled(let otherName, let theirs)):
      return name == otherName && mine.covers(theirs, words)
    default: return false
    }
  }

  /// The pattern without labels, heads and agreement: what it takes, and not what comes of it.
  var plain: PatternNode {
    switch self {
    case .labelled(_, let part), .head(let part), .free(let part): part.plain
    case .agreement(let categories, let part): .agreement(categories, part.plain)
    case .sequence(let parts): .sequence(parts.map(\.plain))
    case .choice(let parts): .choice(parts.map(\.plain))
    case .repetition(let part, let times, _): .repetition(part.plain, times, isLazy: false)
    default: self
    }
  }
}
