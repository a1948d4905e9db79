extension Engine {
  /// The number that stands for a folded spelling until the next document begins; 0 for the empty one.
  public func spellingNumber(_ folded: Span<UInt8>) -> UInt32 { forms.nameSpellings.number(folded) }

  /// The numbers of a token's folded spelling, of its lemmas and of their nominatives, each once.
  public func spellingNumbers(of token: Int) -> [UInt32] {
    forms.nameSpellings.numbers(document.forms[token]) { spellings(of: token) }
  }

  private func spellings(of token: Int) -> [[UInt8]] {
    var found = [folded(token)]
    let word = analysedWord(token)
    let prefix = Folding.folded(word.prefix)
    func add(_ analysis: Analysis, row: Int) {
      var form = prefix
      forms.dictionary.appendFoldedForm(of: word.analysed.span, analysis, row: row, to: &form)
      if !found.contains(form) { found.append(form) }
    }
    var previous: Analysis?
    for index in forms.readingRange(document.forms[token]) {
      let analysis = forms.readings[index].analysis
      // The other cases of a word have the same lemma and the same nominative.
      if let previous, Self.differInCellsAlone(previous, analysis),
        forms.dictionary.haveOneLemma(previous, analysis)
      {
        continue
      }
      previous = analysis
      add(analysis, row: 0)
      // A woman's surname has a lemma of its own form in some paradigms and the man's in others.
      let gender = analysis.grammemes.intersection([.masculine, .feminine, .neuter])
      let wanted = gender.union([.nominative, .singular])
      let row = forms.dictionary.row(of: word.analysed.span, analysis, inflectedTo: wanted)
      // The first row is the lemma.
      if let row, row > 0 { add(analysis, row: row) }
    }
    return found
  }

  /// Whether two readings are the same but for case and number.
  private static func differInCellsAlone(_ left: Analysis, _ right: Analysis) -> Bool {
    left.grammemes.subtracting(.casesAndNumbers) == right.grammemes.subtracting(.casesAndNumbers)
  }
}

extension GrammemeSet {
  fileprivate static let casesAndNumbers: GrammemeSet = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative, .vocative, .partitive,
    .singular, .plural,
  ]
}
