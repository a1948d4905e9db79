extension MorphDictionary {
  /// The form of a word's lexeme that has the wanted case, number and gender, in lower case.
  ///
  ///     inflect("зелёного", masc sing gent, to: [.plural, .nominative])   // "зелёные"
  ///     inflect("Высшего" in lower case, …, to: .nominative)              // "высший"
  ///
  /// What is not wanted stays as the reading has it; nothing but case, number, gender and animacy ever changes.
  ///
  /// - Returns: nil if the lexeme has no such form («вчера» has no genitive).
  public func inflect(
    _ word: Span<UInt8>,
    _ analysis: Analysis,
    to wanted: GrammemeSet
  ) -> [UInt8]? {
    guard let row = row(of: word, analysis, inflectedTo: wanted) else { return nil }
    return form(of: word, analysis, row: row)
  }

  /// The row of a word's paradigm that has the wanted case, number and gender; see `inflect(_:_:to:)`.
  ///
  /// - A noun keeps its gender and a plurale tantum its number, whatever is wanted; an adjective without a wanted
  ///   gender that leaves the plural becomes masculine.
  /// - The accusative of an adjective goes by the wanted animacy, else by that of the reading, else it is the
  ///   inanimate one.
  /// - Of several forms the usual one wins over archaic and colloquial ones, then the one that shares most letters
  ///   with the word: «высшего» gives «высший», not «высочайший».
  public func row(
    of word: Span<UInt8>,
    _ analysis: Analysis,
    inflectedTo wanted: GrammemeSet
  ) -> Int? {
    let target = InflectionTarget(from: analysis.grammemes, to: wanted)
    var best: (row: Int, cost: InflectionTarget.Cost)?
    // How many letters the best form shares with the word: most words have one form that fits, and none are counted.
    var mostShared: Int?
    let rows = tables.rowRange(of: analysis.paradigm)
    for row in 0..<rows.count {
      let packed = UInt32(littleEndian: tables.rows[rows.lowerBound + row])
      guard target.mayBeInCase(tables.lowGrammemes(ofPacked: packed)) else { continue }
      let grammemes = tables.grammemes(ofPacked: packed)
      guard target.isInCase(grammemes), let cost = target.cost(of: grammemes) else { continue }
      guard let known = best, known.cost <= cost else {
        best = (row, cost)
        mostShared = nil
        continue
      }
      guard known.cost == cost else { continue }
      let most = mostShared ?? sharedPrefix(of: word, form(of: word, analysis, row: known.row))
      let shared = sharedPrefix(of: word, form(of: word, analysis, row: row))
      if shared > most { best = (row, cost) }
      mostShared = max(most, shared)
    }
    return best?.row
  }

  private func sharedPrefix(of word: Span<UInt8>, _ form: [UInt8]) -> Int {
    var count = 0
    while count < min(word.count, form.count), word[count] == form[count] { count += 1 }
    return count
  }
}
