extension MorphDictionary {
  /// What the end of a word tells that is a word itself.
  struct Tail {
    /// Whether the end is surely a part of the word, so that nothing else must be asked.
    var isCertain = false
    /// What the word can't be.
    var impossible: GrammemeSet = []
  }

  /// The shortest tail, in letters, that is taken for a word of its own, and the one that is so for certain.
  private static var shortestTail: Int { 5 }
  private static var certainTail: Int { 7 }
  /// The same behind a prefix that the dictionary's words are made with.
  private static var shortestTailBehindPrefix: Int { 4 }
  private static var certainTailBehindPrefix: Int { 6 }

  /// Parts of speech that make no compounds.
  private static let closed: GrammemeSet = [
    .numeral, .pronoun, .preposition, .conjunction, .particle, .interjection, .predicative,
    .pronominal, .abbreviation, .initial, .givenName, .surname, .patronymic, .geographic,
  ]
  private static let verbal: GrammemeSet = [
    .verb, .infinitive, .participle, .shortParticiple, .gerund,
  ]

  /// Appends the readings of what follows the last hyphen, if the dictionary has it.
  func appendLastPart(
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int
  ) -> Bool {
    var position = word.count
    while position > 0, word[position - 1] != UInt8(ascii: "-") { position -= 1 }
    guard position > 1, position < word.count else { return false }
    return appendTail(of: word, from: position, to: &analyses, start, excluding: []).isAppended
  }

  /// Appends the readings of the longest tail that is a word.
  ///
  /// Verbs are made with few prefixes, all of which the dictionary has: «неоспоренный» is no form of a verb, and then
  /// its ending must not be taken for that of one.
  func appendKnownTail(
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding unlikely: GrammemeSet
  ) -> Tail {
    let closed = MorphDictionary.closed.union(unlikely)
    var position = 0
    var rest = MorphDictionary.letterCount(in: word)
    var base: UInt32? = tables.prefixBase
    for prefix in 1...LexiconLayout.maxPrefixLength {
      guard position < word.count else { return Tail() }
      let code = tables.letter(of: word, at: &position)
      // Of a letter that the dictionary lacks only the first byte was taken.
      while position < word.count, word[position] & 0xC0 == 0x80 { position += 1 }
      rest -= 1
      guard rest >= MorphDictionary.shortestTailBehindPrefix else { return Tail() }
      base = code == 0 ? nil : base.flatMap { tables.step(from: $0, by: code) }
      // One letter before a known word is hardly ever a prefix.
      guard prefix > 1 else { continue }
      let parts = base.flatMap { tables.step(from: $0, by: tables.terminal) } ?? 0
      guard parts != 0 || rest >= MorphDictionary.shortestTail else { continue }
      let makesVerbs = parts & LexiconLayout.PrefixPart.verb.rawValue != 0
      let found = appendTail(
        of: word,
        from: position,
        to: &analyses,
        start,
        excluding: makesVerbs ? closed : closed.union(MorphDictionary.verbal)
      )
      if found.isAppended {
        let certain =
          parts == 0 ? MorphDictionary.certainTail : MorphDictionary.certainTailBehindPrefix
        return Tail(isCertain: rest >= certain)
      }
      if parts != 0, !makesVerbs, !found.left.isDisjoint(with: MorphDictionary.verbal) {
        return Tail(impossible: MorphDictionary.verbal)
      }
    }
    return Tail()
  }

  /// Appends the readings of a tail; tells whether there are any, and the grammemes of those that were left out.
  private func appendTail(
    of word: Span<UInt8>,
    from position: Int,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding closed: GrammemeSet
  ) -> (isAppended: Bool, left: GrammemeSet) {
    let before = analyses.count
    var walk = KeyWalk(from: tables.wordBase)
    let tail = word.extracting(position..<word.count)
    var left: GrammemeSet = []
    while let key = walk.next(of: tail, in: tables) {
      left.formUnion(append(key.entries, of: word, to: &analyses, start, excluding: closed))
    }
    return (analyses.count > before, left)
  }

  private static func letterCount(in word: Span<UInt8>) -> Int {
    var count = 0
    for index in 0..<word.count where word[index] & 0xC0 != 0x80 { count += 1 }
    return count
  }
}
