import TextEngine

/// What a text may call somebody by other words: «губернатор» is «глава региона», «в компании» is in one named before.
///
/// A list of the rules tells, by its features.
struct SubstituteWords {
  private let engine: Engine
  private let list: ListID?

  /// - Parameter list: The list's name without the sign.
  init(_ engine: Engine, _ list: String) {
    self.engine = engine
    self.list = engine.program.list(list)
  }

  /// What a feature of the list says of some words; nil where the list has none of them.
  ///
  /// What stands behind the first noun belongs to it: «дочь губернатора» is no governor.
  func text(_ feature: String, in tokens: Range<Int>) -> String? {
    guard let list else { return nil }
    for token in tokens {
      for place in engine.listMatches(at: token) {
        let match = engine.document.listMatches[place]
        let entry = engine.program.gazetteer.entries[match.entry]
        guard entry.list == list, match.end <= tokens.upperBound else { continue }
        return engine.program.feature(feature, of: entry).text
      }
      if isNoun(token) { return nil }
    }
    return nil
  }

  /// Whether the list has a word, whatever it says of it.
  func has(_ token: Int) -> Bool {
    engine.listMatches(at: token).contains { place in
      let match = engine.document.listMatches[place]
      return engine.program.gazetteer.entries[match.entry].list == list
        && match.end == token + 1
    }
  }

  /// Whether a token is a noun and can't be an adjective before one.
  private func isNoun(_ token: Int) -> Bool {
    let grammemes = engine.union(ofReadings: token).some
    return grammemes.contains(.noun) && grammemes.isDisjoint(with: [.adjective, .participle])
  }
}
