extension Engine {
  /// Reads the numerals of the document and annotates them as `<Num>` and `<Ord>`.
  func addNumerals() {
    let reader = NumeralReader(endings: program.numeralEndings)
    var numerals: [Numeral] = []
    markNumeralWords()
    let marks = numeralMarks
    reader.read(
      table: document.tokens,
      text: text.bytes.span,
      words: { marks[$0] ? numeralWords(of: $0) : [] },
      into: &numerals
    )
    for (index, numeral) in numerals.enumerated() {
      let type: CoreAnnotation = numeral.isOrdinal ? .ordinal : .numeral
      document.add(
        Annotation(
          type: type.type,
          start: numeral.tokens.lowerBound,
          end: numeral.tokens.upperBound,
          cells: numeral.cells,
          head: numeral.tokens.upperBound - 1,
          payload: index
        )
      )
    }
    document.numerals = numerals
  }

  /// Marks the tokens that the list of numeral words may have; few of all that begin entries.
  private func markNumeralWords() {
    numeralMarks.fill(document.tokens.count, with: false)
    let found = document.foundEntries
    for index in 0..<found.count where numeralEntries.isList(found[index].list) {
      numeralMarks[found[index].start] = true
    }
  }

  /// What the last word of a numeral multiplies by: a million for «1,5 млн», one where it is no such word.
  public func scale(of annotation: Annotation) -> ExactDecimal {
    guard annotation.end > annotation.start else { return .one }
    return numeralWords(of: annotation.end - 1).first { $0.kind == .scale }?.value ?? .one
  }

  /// The readings of a token by the list of numeral words.
  private func numeralWords(of token: Int) -> [NumeralWord] {
    var words: [NumeralWord] = []
    for index in document.listMatches(at: token) {
      let match = document.foundEntries[index]
      guard numeralEntries.isList(match.list), match.end == token + 1,
        let entry = numeralEntries.entry(match.entry)
      else { continue }
      var cells = entry.cells ?? numeralCells(of: document.forms[token], lemma: entry.lemma)
      if cells.isEmpty { cells = .all }
      words.append(
        NumeralWord(
          value: entry.value,
          kind: entry.kind,
          cells: cells,
          standsAlone: entry.standsAlone
        )
      )
    }
    return words
  }

  private func numeralCells(of form: FormID, lemma: SymbolID) -> Cells {
    var cells = NumeralWord.FormCells()
    for index in forms.readingRange(form) where lemma == 0 || forms.readings.lemma(index) == lemma {
      cells.add(forms.readings.cells(index), of: forms.readings.grammemes(index))
    }
    return cells.all
  }
}
