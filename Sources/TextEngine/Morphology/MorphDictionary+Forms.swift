extension MorphDictionary {
  /// The lemma of a reading in lower case, with the dictionary's ё: «зеленого» → «зелёный».
  ///
  /// It is the first form of the paradigm: the nominative singular, the masculine one for adjectives and surnames,
  /// the infinitive.
  public func lemma(of word: Span<UInt8>, _ analysis: Analysis) -> [UInt8] {
    form(of: word, analysis, row: 0)
  }

  /// Appends the lemma of a reading with ё as е, which needs no look-up of where the word has ё.
  public func appendFoldedLemma(of word: Span<UInt8>, _ analysis: Analysis, to lemma: inout [UInt8])
  {
    appendFoldedForm(of: word, analysis, row: 0, to: &lemma)
  }

  /// Appends what `form(of:_:row:)` gives, with ё as е.
  func appendFoldedForm(
    of word: Span<UInt8>,
    _ analysis: Analysis,
    row: Int,
    to form: inout [UInt8]
  ) {
    guard let old = tables.packedRow(analysis.paradigm, Int(analysis.row)),
      let new = tables.packedRow(analysis.paradigm, row),
      tables.fits(word, old, withStem: false)
    else {
      let start = form.count
      word.withUnsafeBufferPointer { form.append(contentsOf: $0) }
      return MorphDictionary.foldYo(of: &form, from: start)
    }
    let start = form.count
    form.append(contentsOf: tables.prefix(ofPacked: new))
    let stem = tables.prefix(ofPacked: old).count..<word.count - tables.suffix(ofPacked: old).count
    word.extracting(stem).withUnsafeBufferPointer { form.append(contentsOf: $0) }
    form.append(contentsOf: tables.suffix(ofPacked: new))
    MorphDictionary.foldYo(of: &form, from: start)
  }

  /// Makes each ё of a word in small letters an е.
  private static func foldYo(of word: inout [UInt8], from start: Int) {
    var index = start + 1
    while index < word.count {
      if word[index] == 0x91, word[index - 1] == 0xD1 {
        word[index - 1] = 0xD0
        word[index] = 0xB5
      }
      index += 1
    }
  }

  /// Whether two readings of one word surely have the same lemma.
  func haveOneLemma(_ left: Analysis, _ right: Analysis) -> Bool {
    guard left.paradigm == right.paradigm,
      let mine = tables.packedRow(left.paradigm, Int(left.row)),
      let its = tables.packedRow(right.paradigm, Int(right.row))
    else { return false }
    // The same suffix and prefix leave the same stem; the bits between are the tag.
    return mine >> 15 == its >> 15 && mine & 3 == its & 3
  }

  /// Another form of the lexeme that a reading belongs to, in lower case: «президентом», row 1 → «президента».
  ///
  /// A word that does not fit the reading, and a row that is not there, give the word itself.
  public func form(of word: Span<UInt8>, _ analysis: Analysis, row: Int) -> [UInt8] {
    var spelling = (0..<word.count).map { word[$0] }
    restoreYo(&spelling, word, analysis)
    guard let old = tables.packedRow(analysis.paradigm, Int(analysis.row)),
      let new = tables.packedRow(analysis.paradigm, row),
      let stem = MorphDictionary.stem(
        of: spelling[...],
        prefix: tables.prefix(ofPacked: old),
        suffix: tables.suffix(ofPacked: old)
      )
    else { return spelling }
    var form: [UInt8] = []
    form.reserveCapacity(spelling.count + 16)
    form.append(contentsOf: tables.prefix(ofPacked: new))
    form.append(contentsOf: stem)
    form.append(contentsOf: tables.suffix(ofPacked: new))
    return form
  }

  /// Puts the dictionary's е and ё into the word.
  private func restoreYo(_ spelling: inout [UInt8], _ word: Span<UInt8>, _ analysis: Analysis) {
    guard !analysis.isGuessed, LexiconTables.hasIeOrYo(word) else { return }
    guard let yo = yo(of: word, analysis, false) ?? yo(of: word, analysis, true) else { return }
    var letter: UInt64 = 1
    var position = 0
    while position + 1 < spelling.count {
      let (lead, trail) = (spelling[position], spelling[position + 1])
      if (lead == 0xD0 && trail == 0xB5) || (lead == 0xD1 && trail == 0x91) {
        spelling[position] = yo & letter != 0 ? 0xD1 : 0xD0
        spelling[position + 1] = yo & letter != 0 ? 0x91 : 0xB5
        letter <<= 1
      }
      position += lead >= 0xC0 ? 2 : 1
    }
  }

  /// Which е of the word are ё in the key that has this reading.
  private func yo(of word: Span<UInt8>, _ analysis: Analysis, _ ignoringYo: Bool) -> UInt64? {
    var walk = KeyWalk(from: tables.wordBase, ignoringYo: ignoringYo)
    while let key = walk.next(of: word, in: tables) {
      var index = key.entries
      while index < key.entries + 256, let entry = tables.entry(at: index) {
        if entry.paradigm == analysis.paradigm, entry.row == analysis.row { return key.yo }
        if entry.isLast { break }
        index += 1
      }
    }
    return nil
  }

  /// What is left of a word without its affixes, or nil if it does not have them.
  ///
  /// Here е and ё are the same.
  static func stem(
    of word: ArraySlice<UInt8>,
    prefix: UnsafeBufferPointer<UInt8>,
    suffix: UnsafeBufferPointer<UInt8>
  ) -> ArraySlice<UInt8>? {
    guard word.count >= prefix.count + suffix.count,
      areSpelledAlike(word.span.extracting(first: prefix.count), prefix),
      areSpelledAlike(word.span.extracting(last: suffix.count), suffix)
    else { return nil }
    return word.dropFirst(prefix.count).dropLast(suffix.count)
  }

  private static func areSpelledAlike(
    _ left: Span<UInt8>,
    _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var index = 0
    while index < left.count {
      let (mine, its) = (left[index], right[index])
      if mine != its {
        guard index + 1 < left.count,
          LexiconTables.isIeOrYo(mine, left[index + 1]),
          LexiconTables.isIeOrYo(its, right[index + 1])
        else { return false }
        index += 1
      }
      index += 1
    }
    return true
  }
}

extension LexiconTables {
  /// Whether the word has the letter ё.
  static func hasYo(_ word: Span<UInt8>) -> Bool { contains(word, 0xD1, 0x91) }

  /// Whether the word has the letter е or ё.
  static func hasIeOrYo(_ word: Span<UInt8>) -> Bool {
    contains(word, 0xD0, 0xB5) || contains(word, 0xD1, 0x91)
  }

  private static func contains(_ word: Span<UInt8>, _ lead: UInt8, _ trail: UInt8) -> Bool {
    var index = 0
    while index + 1 < word.count {
      if word[index] == lead, word[index + 1] == trail { return true }
      index += 1
    }
    return false
  }
}
