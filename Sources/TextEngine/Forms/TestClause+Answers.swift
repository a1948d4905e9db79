extension TestClause {
  /// Whether the rows of all clauses answer a part of a test, so that it is no rest.
  static func isAnsweredByRows(_ part: TokenTest) -> Bool {
    switch part {
    case .anything, .shape, .flags, .not(.shape), .not(.flags): true
    case .length(let range): canTellApart(range)
    case .any(let parts) where parts.allSatisfy(isShape): true
    case .not(let refused) where isOfReading(refused) || isWord(refused): true
    default: isOfReading(part)
    }
  }

  /// Whether the rest looks at what stands around the token.
  var restLooksAround: Bool { rest.contains { !$0.flagMask.isEmpty } }

  /// Whether the rest asks for one word, or one of some, and for nothing else.
  var asksForOneWord: Bool {
    guard rest.count == 1 else { return false }
    if case .any(let parts) = rest[0] { return parts.allSatisfy(Self.isWord) }
    return Self.isWord(rest[0])
  }

  /// What the rest says of a word that no rule names; nil where that takes a closer look.
  func restForUnnamedWord(hasReadings: Bool) -> Bool? {
    Self.answerForUnnamedWord(.all(rest), hasReadings)
  }

  private static func answerForUnnamedWord(_ test: TokenTest, _ hasReadings: Bool) -> Bool? {
    switch test {
    case .anything: return true
    case .form, .lemma, .list: return false
    case .not(let part): return answerForUnnamedWord(part, hasReadings).map { !$0 }
    case .readingNot(let part):
      // What no reading has, all readings lack.
      return hasReadings && answerForUnnamedWord(part, hasReadings) == false ? true : nil
    case .all(let parts):
      let answers = parts.map { answerForUnnamedWord($0, hasReadings) }
      return answers.contains(false) ? false : answers.contains(nil) ? nil : true
    case .any(let parts):
      let answers = parts.map { answerForUnnamedWord($0, hasReadings) }
      return answers.contains(true) ? true : answers.contains(nil) ? nil : false
    case .shape, .flags, .exact, .grammemes, .pattern, .length, .integer: return nil
    }
  }
}
