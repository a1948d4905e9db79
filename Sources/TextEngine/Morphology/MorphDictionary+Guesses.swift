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
  /// Letters that the dictionary does not have stand for those that are most like them («ә» for «а», «қ» for «к»); a
  /// word without any known ending gets the readings of an indeclinable noun.
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
    var tail = Tail()
    if !isCompound {
      tail = appendKnownTail(of: word, to: &analyses, start, excluding: unlikely)
    }
    if !tail.isCertain, !isCompound || capitalised {
      let excluded = unlikely.union(tail.impossible)
      appendByEnding(of: word, tables.endingBase, to: &analyses, start, excluding: excluded)
    }
    return analyses.count - start
  }

  /// Appends guessed readings of an unknown word of capitals as a surname, where its ending is one of surnames: «МУХАМБЕТОВ».
  ///
  /// It may as well be an abbreviation, so there are no others.
  public func appendSurnameGuesses(of word: Span<UInt8>, to analyses: inout [Analysis]) {
    let start = analyses.count
    guard word.count > 0, hasNameEnding(word) else { return }
    appendByEnding(of: word, tables.nameEndingBase, to: &analyses, start, excluding: [])
    analyses.replaceSubrange(
      start...,
      with: analyses[start...].filter { $0.grammemes.contains(.surname) }
    )
  }

  /// Whether some of the last letters of a word are a known ending of names.
  private func hasNameEnding(_ word: Span<UInt8>) -> Bool {
    var position = word.count
    let code = tables.letter(of: word, before: &position)
    return code != 0 && tables.step(from: tables.nameEndingBase, by: code) != nil
  }

  /// Appends the readings of an unknown abbreviation, which may stand in any case and number.
  public func appendAbbreviation(to analyses: inout [Analysis]) {
    for row in 0..<min(rowCount(tables.abbreviation), 64) {
      analyses.append(
        Analysis(
          paradigm: tables.abbreviation,
          row: UInt16(row),
          grammemes: grammemes(tables.abbreviation, row: row),
          isGuessed: true
        )
      )
    }
  }

  /// What a capitalised unknown word is so seldom that the guess would mislead: «Мадуро» is no adverb.
  private static let unlikelyInCapitals: GrammemeSet = [
    .shortAdjective, .comparative, .verb, .infinitive, .shortParticiple, .gerund, .adverb,
  ]

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
    // The entries of the ending and of all shorter ones, the longest last.
    var found = InlineArray<16, UInt32>(repeating: 0)
    var count = 0
    guard let fallback = tables.step(from: base, by: tables.terminal) else { return }
    while position > 0, count < found.count {
      let code = tables.letter(of: word, before: &position)
      guard code != 0,
        let next = tables.step(from: base, by: code == tables.yo ? tables.ie : code)
      else { break }
      base = next
      if let entries = tables.step(from: base, by: tables.terminal) {
        found[count] = entries
        count += 1
      }
    }
    let before = analyses.count
    while count > 0, analyses.count == before {
      count -= 1
      append(Int(found[count]), of: word, to: &analyses, start, excluding: closed)
    }
    if analyses.count == start {
      append(Int(fallback), of: word, to: &analyses, start, excluding: closed)
    }
  }

  /// Appends those readings of a list that fit the word and that are not there yet; gives the grammemes of those that
  /// were excluded.
  @discardableResult
  func append(
    _ entries: Int,
    of word: Span<UInt8>,
    to analyses: inout [Analysis],
    _ start: Int,
    excluding closed: GrammemeSet
  ) -> GrammemeSet {
    var index = entries
    var excluded: GrammemeSet = []
    while index < entries + 256, let entry = tables.entry(at: index) {
      if let row = tables.packedRow(entry.paradigm, Int(entry.row)), tables.fits(word, row) {
        let analysis = Analysis(
          paradigm: entry.paradigm,
          row: entry.row,
          grammemes: tables.grammemes(ofPacked: row),
          isGuessed: true
        )
        if !analysis.grammemes.isDisjoint(with: closed) {
          excluded.formUnion(analysis.grammemes)
        } else if !analyses[start...].contains(analysis) {
          analyses.append(analysis)
        }
      }
      if entry.isLast { break }
      index += 1
    }
    return excluded
  }
}

extension LexiconTables {
  /// The code of the letter before a position, which moves before it; 0 if the dictionary has no such letter.
  fileprivate func letter(of word: Span<UInt8>, before position: inout Int) -> UInt8 {
    let trail = word[position - 1]
    position -= 1
    if trail < 0x80 { return endingLetters[Int(trail)] }
    guard position > 0, word[position - 1] & 0xFC == 0xD0 else { return 0 }
    position -= 1
    return endingLetters[LexiconLayout.endingLetterIndex(word[position], trail)]
  }

  /// Whether a word starts and ends as a row wants it, with something between if it must have a stem.
  func fits(_ word: Span<UInt8>, _ row: UInt32, withStem: Bool = true) -> Bool {
    let prefix = prefix(ofPacked: row)
    let suffix = suffix(ofPacked: row)
    guard prefix.count + suffix.count < word.count + (withStem ? 0 : 1) else { return false }
    var index = 0
    while index < prefix.count {
      guard word[index] == prefix[index] else { return false }
      index += 1
    }
    index = 0
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
