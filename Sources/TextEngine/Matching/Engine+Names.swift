extension Engine {
  /// The number that stands for a folded spelling until the next document begins.
  public func spellingNumber(_ folded: [UInt8]) -> UInt32 { forms.nameSpellings.number(folded) }

  /// The numbers of a token's folded spelling, of its lemmas and of their nominatives, each once.
  public func spellingNumbers(of token: Int) -> [UInt32] {
    forms.nameSpellings.numbers(document.forms[token]) { spellings(of: token) }
  }

  private func spellings(of token: Int) -> [[UInt8]] {
    var found = [folded(token)]
    for reading in readings(of: token) {
      let lemma = Folding.folded(lemma(of: token, reading.analysis))
      if !found.contains(lemma) { found.append(lemma) }
      // A woman's surname has a lemma of its own form in some paradigms and the man's in others.
      if let nominative = form(
        of: token,
        reading.analysis,
        reading.analysis.grammemes.intersection([.masculine, .feminine, .neuter])
          .union([.nominative, .singular])
      ) {
        let folded = Folding.folded(nominative)
        if !found.contains(folded) { found.append(folded) }
      }
    }
    return found
  }
}
