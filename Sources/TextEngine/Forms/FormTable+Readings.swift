extension FormTable {
  /// Fewer letters in capitals, of two bytes each, are rather an abbreviation than a surname.
  private static let surnameBytes = 2 * 6

  /// Appends the readings of a form: those of the dictionary, of a compound's last half, or guesses.
  ///
  /// - Parameter folded: The folded spelling, with its ё; what is looked up is left of it.
  func analyse(
    _ text: Span<UInt8>,
    _ folded: inout [UInt8],
    kind: TokenKind,
    shape: inout WordShape
  ) {
    guard shape.contains(.cyrillic) else {
      analysedStarts.append(0)
      return
    }
    // «тыс.» is looked up without its stop; an initial stays a letter and no word.
    if kind == .abbreviation || kind == .finalAbbreviation, folded.last == 0x2E {
      folded.removeLast()
    }
    var analysedStart = 0
    defer { analysedStarts.append(UInt16(clamping: analysedStart)) }
    guard
      kind == .word || kind == .numberWord || kind == .abbreviation || kind == .finalAbbreviation
    else { return }
    var found: [Analysis] = []
    swap(&found, &self.found)
    found.removeAll(keepingCapacity: true)
    defer { swap(&found, &self.found) }
    if kind == .numberWord {
      guard let hyphen = folded.lastIndex(of: 0x2D), hyphen + 1 < folded.count else { return }
      if folded[(hyphen + 1)...].allSatisfy({ (0x30...0x39).contains($0) }) {
        appendNumbered(folded, hyphen: hyphen, shape)
        return
      }
      // «45-дневную» reads as «дневную»: the figure has no forms of its own.
      analysedStart = hyphen + 1
      folded.removeFirst(hyphen + 1)
    }
    let isCapital = shape.contains(.startsUpper)
    let isAbbreviation = kind == .word && WordShape.isAbbreviation(text, shape)
    if dictionary.appendAnalyses(of: folded.span, to: &found) > 0,
      // «КазНУ» is no form of «казна».
      !isAbbreviation || shape.contains(.upper)
        || found.contains(where: { $0.grammemes.contains(.abbreviation) })
    {
      shape.insert(.known)
      if isCapital { preferSurname(of: folded, in: &found) }
    } else if isAbbreviation {
      shape.insert(.guessed)
      found.removeAll()
      dictionary.appendAbbreviation(to: &found)
    } else if kind == .word {
      if let hyphen = folded.lastIndex(of: 0x2D), hyphen > 0, hyphen + 1 < folded.count {
        let tail = Array(folded[(hyphen + 1)...])
        if dictionary.appendAnalyses(of: tail.span, to: &found) > 0 {
          analysedStart = hyphen + 1
          shape.insert(.known)
          if !Self.startsUpper(text, behind: 0x2D) {
            dropNames(from: &found)
          } else if isCapital {
            preferSurname(of: tail, in: &found)
          }
          appendReadings(found, of: tail, prefix: Array(folded[...hyphen]))
          return
        }
      }
      shape.insert(.guessed)
      if !shape.contains(.upper) {
        // «НПЗа» is an abbreviation with an ending, not a name.
        let isName = isCapital && !WordShape.startsWithCapitals(text)
        _ = dictionary.appendGuesses(of: folded.span, capitalised: isName, to: &found)
      } else if folded.count >= Self.surnameBytes {
        dictionary.appendSurnameGuesses(of: folded.span, to: &found)
      }
    }
    appendReadings(found, of: folded, prefix: [])
  }

  /// Whether what stands behind the last of some bytes starts with a capital.
  private static func startsUpper(_ text: Span<UInt8>, behind mark: UInt8) -> Bool {
    var start = text.count
    while start > 0, text[start - 1] != mark { start -= 1 }
    let (shape, _) = WordShape.of(text.extracting(start..<text.count), kind: .word)
    return shape.contains(.startsUpper)
  }

  /// Appends the readings of an abbreviation with a number: «СИЗО-1», «ТЭЦ-22».
  ///
  /// Its forms must all be the same, since an ending would not be the end of the word.
  private func appendNumbered(_ folded: [UInt8], hyphen: Int, _ shape: WordShape) {
    guard shape.contains(.upper) else { return }
    var found: [Analysis] = []
    let word = Array(folded[..<hyphen])
    if dictionary.appendAnalyses(of: word.span, to: &found) == 0 {
      dictionary.appendAbbreviation(to: &found)
    }
    appendReadings(
      found.filter { $0.grammemes.isSuperset(of: [.indeclinable, .abbreviation]) },
      of: folded,
      prefix: []
    )
  }

  private func appendReadings(_ found: [Analysis], of word: [UInt8], prefix: [UInt8]) {
    // A mask of readings has 64 bits; the dictionary's largest set has 51.
    var previous: Analysis?
    var symbol: SymbolID = 0
    var firstHalf: SymbolID = 0
    var lemma: [UInt8] = []
    swap(&lemma, &self.lemma)
    defer { swap(&lemma, &self.lemma) }
    let maximum = readings.count + 64
    for analysis in found {
      // The first half of a compound may fit one reading and not another.
      if prefix.isEmpty, let previous, dictionary.haveOneLemma(previous, analysis) {
        // The same symbol once more.
      } else {
        lemma.removeAll(keepingCapacity: true)
        dictionary.appendFoldedLemma(of: word.span, analysis, to: &lemma)
        symbol = symbols.symbol(lemma.span)
        if !prefix.isEmpty {
          let compound = compoundSymbols(prefix, lemma, analysis)
          if compound.whole != 0 { symbol = compound.whole }
          firstHalf = compound.first == symbol ? 0 : compound.first
        }
        previous = analysis
      }
      let tag = classes.tag(analysis.grammemes)
      guard readings.count < maximum else { break }
      readings.append(analysis, lemma: symbol, tag: tag)
      // The first half of a compound gives the same reading another lemma.
      if firstHalf != 0, readings.count < maximum {
        readings.append(analysis, lemma: firstHalf, tag: tag)
      }
    }
  }
}
