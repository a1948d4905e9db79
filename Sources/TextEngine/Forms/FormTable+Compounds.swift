extension FormTable {
  /// The symbols of a compound's lemma and of its first half's, where a rule names them.
  ///
  /// What stands before the hyphen keeps its form in some compounds and is declined in others: «пресс-службой» has the
  /// lemma «пресс-служба», «музеем-усадьбой» has «музей-усадьба». Of two nouns that both say who somebody is, and are both
  /// declined, the first counts as well: «сенатора-демократа» is a senator, «женщины-космонавта» an astronaut.
  ///
  /// - Parameters:
  ///   - prefix: The folded part before the hyphen, with the hyphen.
  ///   - lemma: The lemma of the part after it.
  ///   - analysis: The reading of the part after it.
  func compoundSymbols(
    _ prefix: [UInt8],
    _ lemma: [UInt8],
    _ analysis: Analysis
  ) -> (whole: SymbolID, first: SymbolID) {
    let asWritten = symbols.symbol((prefix + lemma).span)
    guard asWritten == 0, analysis.grammemes.contains(.noun) else { return (asWritten, 0) }
    let cells = Cells(grammemes: analysis.grammemes).inAnyNumber
    var first: SymbolID = 0
    let half = Array(prefix.dropLast())
    var halves: [Analysis] = []
    guard dictionary.appendAnalyses(of: half.span, to: &halves) > 0 else { return (0, 0) }
    for reading in halves
    where reading.grammemes.contains(.noun)
      && !Cells(grammemes: reading.grammemes).inAnyNumber.isDisjoint(with: cells)
    {
      var whole: [UInt8] = []
      dictionary.appendFoldedLemma(of: half.span, reading, to: &whole)
      let symbol = symbols.symbol((whole + [UInt8(ascii: "-")] + lemma).span)
      if symbol != 0 { return (symbol, 0) }
      if first == 0, Self.namesSomebody(analysis), Self.namesSomebody(reading),
        analysis.grammemes.contains(.plural) == reading.grammemes.contains(.plural)
      {
        first = symbols.symbol(whole.span)
      }
    }
    return (0, first)
  }

  /// Whether a reading is a word for somebody, and no name.
  private static func namesSomebody(_ reading: Analysis) -> Bool {
    reading.grammemes.contains(.animate) && reading.grammemes.isDisjoint(with: names)
  }

  private static let names: GrammemeSet = [.givenName, .surname, .patronymic]

  /// Leaves the readings of the half behind a hyphen that are no names, where there are such: «Карнеги-холл» is no family
  /// of the name Холл.
  func dropNames(from found: inout [Analysis]) {
    let others = found.filter { $0.grammemes.isDisjoint(with: Self.names) }
    if !others.isEmpty { found = others }
  }

  /// Puts the guesses of a surname or a possessive first where the dictionary knows a word only as several people:
  /// «Досжанов» is a surname, though it could be several men called Досжан, and «Евфимиев монастырь» is one man's.
  func preferSurname(of word: [UInt8], in found: inout [Analysis]) {
    guard found.allSatisfy({ $0.grammemes.contains([.givenName, .plural]) }) else { return }
    var guesses: [Analysis] = []
    _ = dictionary.appendGuesses(of: word.span, capitalised: true, to: &guesses)
    found = guesses.filter { $0.grammemes.contains(.surname) } + found
  }
}
