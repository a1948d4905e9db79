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
    let (prefix, suffix) = (tables.prefix(ofPacked: new), tables.suffix(ofPacked: new))
    let stem = tables.prefix(ofPacked: old).count..<word.count - tables.suffix(ofPacked: old).count
    if !prefix.isEmpty { form.append(contentsOf: prefix) }
    word.extracting(stem).withUnsafeBufferPointer { form.append(contentsOf: $0) }
    if !suffix.isEmpty { form.append(contentsOf: suffix) }
    MorphDictionary.foldYo(of: &form, from: start)
  }

  private static func foldYo(of word: inout [UInt8], from start: Int) {
    var bytes = word.mutableSpan
    Folding.foldYo(of: &bytes, from: start)
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
    guard let old = tables.packedRow(analysis.paradigm, Int(analysis.row)),
      let new = tables.packedRow(analysis.paradigm, row),
      let stem = MorphDictionary.stem(
        of: word,
        prefix: tables.prefix(ofPacked: old),
        suffix: tables.suffix(ofPacked: old)
      )
    else {
      var spelling = word.withUnsafeBufferPointer { Array($0) }
      restoreYo(&spelling, from: 0, word, 0..<word.count, analysis)
      return spelling
    }
    let (prefix, suffix) = (tables.prefix(ofPacked: new), tables.suffix(ofPacked: new))
    var form: [UInt8] = []
    form.reserveCapacity(prefix.count + stem.count + suffix.count)
    if !prefix.isEmpty { form.append(contentsOf: prefix) }
    word.extracting(stem).withUnsafeBufferPointer { form.append(contentsOf: $0) }
    if !suffix.isEmpty { form.append(contentsOf: suffix) }
    restoreYo(&form, from: prefix.count, word, stem, analysis)
    return form
  }

  /// Puts the dictionary's е and ё into a part of a word.
  ///
  /// - Parameters:
  ///   - start: Where the part is in the spelling.
  ///   - part: Where it is in the word.
  private func restoreYo(
    _ spelling: inout [UInt8],
    from start: Int,
    _ word: Span<UInt8>,
    _ part: Range<Int>,
    _ analysis: Analysis
  ) {
    guard !analysis.isGuessed, LexiconTables.hasIeOrYo(word.extracting(part)),
      let yo = yo(of: word, analysis, false) ?? yo(of: word, analysis, true)
    else { return }
    var letter: UInt64 = 1
    var position = 0
    while position + 1 < part.upperBound {
      let (lead, trail) = (word[position], word[position + 1])
      if (lead == 0xD0 && trail == 0xB5) || (lead == 0xD1 && trail == 0x91) {
        if position >= part.lowerBound {
          let place = start + position - part.lowerBound
          spelling[place] = yo & letter != 0 ? 0xD1 : 0xD0
          spelling[place + 1] = yo & letter != 0 ? 0x91 : 0xB5
        }
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

  /// Where a word stands without its affixes, or nil if it does not have them.
  ///
  /// Here е and ё are the same.
  private static func stem(
    of word: Span<UInt8>,
    prefix: UnsafeBufferPointer<UInt8>,
    suffix: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    guard word.count >= prefix.count + suffix.count,
      areSpelledAlike(word.extracting(first: prefix.count), prefix),
      areSpelledAlike(word.extracting(last: suffix.count), suffix)
    else { return nil }
    return prefix.count..<word.count - suffix.count
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
    // Where the second byte is not among eight, they are passed over at once.
    var index = 0
    while index + 8 <= word.count, EightBytes(word, at: index).marks(of: trail) == 0 { index += 8 }
    index = max(index, 1)
    while index < word.count {
      if word[index] == trail, word[index - 1] == lead { return true }
      index += 1
    }
    return false
  }
}
