extension Engine {
  /// The number that stands for a folded spelling until the next document begins; 0 for the empty one.
  public func spellingNumber(_ folded: Span<UInt8>) -> UInt32 { forms.nameSpellings.number(folded) }

  /// The places of the numbers that stand for a token's folded spelling, its lemmas and their nominatives, each once.
  public func spellings(of token: Int) -> Range<Int> {
    let form = document.forms[token]
    if let known = forms.nameSpellings.places(form) { return known }
    addSpellings(of: token)
    return forms.nameSpellings.places(form) ?? 0..<0
  }

  /// The readings that the dictionary has for a word in small letters; none are guessed.
  public func analyses(ofKey key: [UInt8]) -> [Analysis] {
    var analyses: [Analysis] = []
    _ = forms.dictionary.appendAnalyses(of: key.span, to: &analyses)
    return analyses
  }

  /// The form of a reading of a word in small letters in another case, number or gender; nil where there is none.
  public func form(ofKey key: [UInt8], _ analysis: Analysis, _ wanted: GrammemeSet) -> [UInt8]? {
    forms.dictionary.inflect(key.span, analysis, to: wanted)
  }

  /// The number at one of the places of `spellings`.
  public func spellingNumber(at place: Int) -> UInt32 { forms.nameSpellings[place] }

  private func addSpellings(of token: Int) {
    let form = document.forms[token]
    let spellings = forms.nameSpellings
    spellings.begin(form)
    forms.withFolded(form) { spellings.add($0, to: form) }
    let readings = forms.readingRange(form)
    guard !readings.isEmpty else { return }
    let word = analysedWord(token)
    var spelling = word.prefix.isEmpty ? [] : Folding.folded(word.prefix)
    spelling.reserveCapacity(spelling.count + word.analysed.count + 8)
    let prefix = spelling.count
    func add(_ analysis: Analysis, row: Int) {
      spelling.removeLast(spelling.count - prefix)
      forms.dictionary.appendFoldedForm(of: word.analysed.span, analysis, row: row, to: &spelling)
      spellings.add(spelling.span, to: form)
    }
    var previous: Analysis?
    for index in readings {
      let analysis = forms.readings[index].analysis
      // The other cases of a word have the same lemma and the same nominative.
      if let previous, haveOneLexeme(previous, analysis) { continue }
      previous = analysis
      add(analysis, row: 0)
      // A woman's surname has a lemma of its own form in some paradigms and the man's in others.
      let gender = analysis.grammemes.intersection([.masculine, .feminine, .neuter])
      let wanted = gender.union([.nominative, .singular])
      let row = forms.dictionary.row(of: word.analysed.span, analysis, inflectedTo: wanted)
      // The first row is the lemma.
      if let row, row > 0 { add(analysis, row: row) }
    }
  }

  /// Whether two readings of one word are surely of the same lexeme, and the same but for case and number.
  public func haveOneLexeme(_ left: Analysis, _ right: Analysis) -> Bool {
    left.paradigm == right.paradigm
      && left.grammemes.subtracting(.casesAndNumbers)
        == right.grammemes.subtracting(.casesAndNumbers)
      && forms.dictionary.haveOneLemma(left, right)
  }
}

extension GrammemeSet {
  fileprivate static let casesAndNumbers: GrammemeSet = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative, .vocative, .partitive,
    .singular, .plural,
  ]
}
