extension Engine {
  /// Reads the numerals of the document and annotates them as `<Num>` and `<Ord>`.
  func addNumerals() {
    let reader = NumeralReader(endings: program.numeralEndings)
    var numerals: [Numeral] = []
    reader.read(
      table: document.tokens,
      text: text.bytes.span,
      words: numeralWords(of:),
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

  /// What the last word of a numeral multiplies by: a million for «1,5 млн», one where it is no such word.
  public func scale(of annotation: Annotation) -> ExactDecimal {
    guard annotation.end > annotation.start else { return .one }
    return numeralWords(of: annotation.end - 1).first { $0.kind == .scale }?.value ?? .one
  }

  /// The readings of a token by the list of numeral words.
  private func numeralWords(of token: Int) -> [NumeralWord] {
    let matches = document.listMatches(at: token)
    guard !matches.isEmpty, let list = program.numeralList else { return [] }
    let form = document.forms[token]
    var words: [NumeralWord] = []
    for index in matches {
      let match = document.foundEntries[index]
      guard match.list == list, match.end == token + 1 else { continue }
      let entry = program.gazetteer.entries[match.entry]
      guard let kind = feature("class", entry).flatMap(NumeralWordKind.init(rawValue:)) else {
        continue
      }
      let lemma = program.gazetteer.lemma(0, of: entry)
      let grammemes = forms.readingRange(form).lazy.map { self.forms.readings[$0] }
        .filter { lemma == 0 || $0.lemma == lemma }.map(\.analysis.grammemes)
      var cells = feature("cells", entry).flatMap { Cells($0) } ?? NumeralWord.cells(of: grammemes)
      if cells.isEmpty { cells = .all }
      words.append(
        NumeralWord(
          value: number("value", entry) ?? .zero,
          kind: kind,
          cells: cells,
          standsAlone: feature("alone", entry) != "no"
        )
      )
    }
    return words
  }

  private func feature(_ name: String, _ entry: Gazetteer.Entry) -> String? {
    program.feature(name, of: entry).text
  }

  private func number(_ name: String, _ entry: Gazetteer.Entry) -> ExactDecimal? {
    program.feature(name, of: entry).decimal
  }
}
