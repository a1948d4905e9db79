extension MorphDictionary {
  /// Appends guessed readings of a word that the dictionary does not have, best first, and returns their number.
  ///
  /// The guess goes by the last part of a compound («мини-маркетов» → «маркетов», «киберугрозам» → «угрозам»),
  /// and by the ending: what the dictionary's words with the same last letters are. A capitalised word is taken for
  /// a surname, a given name or a place first:
  ///
  ///     dictionary.appendGuesses(of: "токмуратова".utf8.span, capitalised: true, to: &analyses)
  ///     // Surn: masc gent, masc accs, femn nomn; …
  ///
  /// Letters that the dictionary does not have («ә», «қ») end what is looked at; a word without any known ending gets
  /// the readings of an indeclinable noun.
  ///
  /// - Complexity: O(*n*²) in the length of the word at most.
  public func appendGuesses(
    of word: Span<UInt8>,
    capitalised: Bool,
    to analyses: inout [Analysis]
  ) -> Int {
    let start = analyses.count
    guard word.count > 0 else { return 0 }
    let unlikely = capitalised ? MorphDictionary.unlikelyInCapitals : []
    let isCompound = appendLastPart(of: word, to: &analyses, start)
    if capitalised {
      appendByEnding(of: word, tables.nameEndingBase, to: &analyses, start, excluding: [])
    }
    if !isCompound, appendKnownTail(of: word, to: &analyses, start, excluding: unlikely) {
      return analyses.count - start
    }
    if !isCompound || capitalised {
      appendByEnding(of: word, tables.endingBase, to: &analyses, start, excluding: unlikely)
    }
    return analyses.count - start
  }

  /// The shortest tail, in letters, that is taken for a word of its own, and the one that is so for certain.
  private static var shortestTail: Int { 5 }
  private static var certainTail: Int { 7 }
  /// The longest prefix that is looked for, in letters: «крипто», «электро», «противо».
  private static var longestPrefix: Int { 8 }

  /// Parts of speech that make no compounds.
  private static let closed: GrammemeSet = [
    .numeral, .pronoun, .preposition, .conjunction, .particle, .interjection, .predicative,
    .pronominal, .abbreviation, .initial, .givenName, .surname, .patronymic, .geographic,
  ]

  /// What a capitalised unknown word is so seldom that the guess would mislead: «Мадуро» is no adverb.
  private static let unlikelyInCapitals: GrammemeSet = [
    .shortAdjective, .comparative, .verb, .infinitive, .shortParticiple, .gerund, .adverb,
  ]

  /// Appends the readings of what follows the last hyphen, if the dictionary has it.
  private func appendLastPart(
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int
  ) -> Bool {
    var position = word.count
    while position > 0, word[position - 1] != UInt8(ascii: "-") { position -= 1 }
    guard position > 1, position < word.count else { return false }
    return appendTail(of: word, from: position, to: &analyses, start, excluding: [])
  }

  /// Appends the readings of the longest tail that is a word; tells whether it is surely part of this one.
  private func appendKnownTail(
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding unlikely: GrammemeSet
  ) -> Bool {
    let closed = MorphDictionary.closed.union(unlikely)
    var position = 0
    for prefix in 1...MorphDictionary.longestPrefix {
      position = MorphDictionary.next(in: word, after: position)
      let rest = MorphDictionary.letterCount(in: word, from: position)
      guard rest >= MorphDictionary.shortestTail else { return false }
      // One letter before a known word is hardly ever a prefix.
      guard prefix > 1,
        appendTail(of: word, from: position, to: &analyses, start, excluding: closed)
      else { continue }
      return rest >= MorphDictionary.certainTail
    }
    return false
  }

  private func appendTail(
    of word: Span<UInt8>,
    from position: Int,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding closed: GrammemeSet
  ) -> Bool {
    let before = analyses.count
    var walk = KeyWalk(from: tables.wordBase)
    let tail = word.extracting(position..<word.count)
    while let key = walk.next(of: tail, in: tables) {
      append(key.entries, of: word, to: &analyses, start, excluding: closed)
    }
    return analyses.count > before
  }

  /// Appends the readings that the longest known ending has, or those of no ending if none of them fits.
  private func appendByEnding(
    of word: Span<UInt8>,
    _ root: UInt32,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding closed: GrammemeSet
  ) {
    var base = root
    var position = word.count
    guard let fallback = tables.step(from: base, by: tables.terminal) else { return }
    var entries = fallback
    while position > 0 {
      let code = tables.letter(of: word, before: &position)
      guard code != 0,
        let next = tables.step(from: base, by: code == tables.yo ? tables.ie : code)
      else { break }
      base = next
      if let found = tables.step(from: base, by: tables.terminal) { entries = found }
    }
    append(Int(entries), of: word, to: &analyses, start, excluding: closed)
    if analyses.count == start {
      append(Int(fallback), of: word, to: &analyses, start, excluding: closed)
    }
  }

  /// Appends those readings of a list that fit the word and that are not there yet.
  private func append(
    _ entries: Int,
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding closed: GrammemeSet
  ) {
    var index = entries
    while index < entries + 256, let entry = tables.entry(at: index) {
      if let row = tables.packedRow(entry.paradigm, Int(entry.row)), tables.fits(word, row) {
        let analysis = Analysis(
          paradigm: entry.paradigm,
          row: entry.row,
          grammemes: tables.grammemes(ofPacked: row),
          isGuessed: true
        )
        if analysis.grammemes.isDisjoint(with: closed), !analyses[start...].contains(analysis) {
          analyses.append(analysis)
        }
      }
      if entry.isLast { return }
      index += 1
    }
  }

  private static func next(in word: Span<UInt8>, after position: Int) -> Int {
    var next = min(position + 1, word.count)
    while next < word.count, word[next] & 0xC0 == 0x80 { next += 1 }
    return next
  }

  private static func letterCount(in word: Span<UInt8>, from position: Int) -> Int {
    var count = 0
    for index in position..<word.count where word[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}

extension LexiconTables {
  /// The code of the letter before a position, which moves before it; 0 if the dictionary has no such letter.
  fileprivate func letter(of word: Span<UInt8>, before position: inout Int) -> UInt8 {
    let trail = word[position - 1]
    position -= 1
    if trail < 0x80 { return letters[Int(trail)] }
    guard position > 0, word[position - 1] & 0xFE == 0xD0 else { return 0 }
    position -= 1
    return letters[LexiconLayout.letterIndex(word[position], trail)]
  }

  /// Whether a word ends as a row wants it, with something in front; rows with a prefix are not guessed.
  func fits(_ word: Span<UInt8>, _ row: UInt32) -> Bool {
    let suffix = suffix(ofPacked: row)
    guard prefix(ofPacked: row).isEmpty, suffix.count < word.count else { return false }
    var index = 0
    let start = word.count - suffix.count
    while index < suffix.count {
      if word[start + index] != suffix[index] {
        guard index + 1 < suffix.count,
          LexiconTables.isIeOrYo(word[start + index], word[start + index + 1]),
          LexiconTables.isIeOrYo(suffix[index], suffix[index + 1])
        else { return false }
        index += 1
      }
      index += 1
    }
    return true
  }

  /// Whether two bytes are the letter е or ё.
  static func isIeOrYo(_ lead: UInt8, _ trail: UInt8) -> Bool {
    (lead == 0xD0 && trail == 0xB5) || (lead == 0xD1 && trail == 0x91)
  }
}
