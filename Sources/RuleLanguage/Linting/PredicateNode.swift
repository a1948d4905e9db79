/// A predicate without the ways in which it can be written.
indirect enum PredicateNode: Hashable {
  case any([PredicateNode])
  case all([PredicateNode])
  case not(PredicateNode)
  /// Parentheses, where they make a difference.
  case oneReading(PredicateNode)
  case form(String)
  case exactForm(String)
  case lemma(String)
  case list(String)
  case regex(String)
  case integer(ClosedRange<Int>)
  case length(ClosedRange<Int>)
  case flag(String)
  /// Any token.
  case anything
}

extension PredicateNode {
  /// Whether each token that passes another predicate passes this one as well.
  func covers(_ other: PredicateNode, _ words: WordCover) -> Bool {
    if self == other || self == .anything { return true }
    switch (self, other) {
    case (_, .any(let parts)): return parts.allSatisfy { covers($0, words) }
    case (.any(let parts), _): return parts.contains { $0.covers(other, words) }
    case (.all(let mine), .all(let theirs)):
      // All that is asked here is asked there, so the reading that passes there passes here.
      return mine.allSatisfy { part in theirs.contains { part.covers($0, words) } }
    case (.all, _): return false
    case (_, .all(let parts)): return parts.contains { covers($0, words) }
    case (.integer(let mine), .integer(let theirs)), (.length(let mine), .length(let theirs)):
      return mine.lowerBound <= theirs.lowerBound && theirs.upperBound <= mine.upperBound
    case (.flag("digits"), .integer), (.flag("number"), .integer): return true
    case (.flag("capital"), .flag(let name)): return name == "cap" || name == "upper"
    case (.form(let form), .exactForm(let exact)): return words.folded(exact) == form
    case (.lemma(let lemma), .form(let form)): return words.hasLemma(form, lemma)
    case (.lemma(let lemma), .exactForm(let exact)):
      return words.hasLemma(words.folded(exact), lemma)
    default: return false
    }
  }
}
