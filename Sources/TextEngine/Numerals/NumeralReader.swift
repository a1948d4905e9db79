/// Finds the numerals of a text: cardinals and ordinals in digits, in words and mixed.
///
///     двадцать одна тысяча триста пять    21305
///     1 млрд 200 млн                      1200000000
///     два с половиной миллиона            2500000
///     в 2010 200 человек                  2010 and 200
///
/// The words come from outside, so that the reader knows no Russian: `words` gives the readings of a token by the list
/// `@numeral`, and `endings` are those of `@numeral_ending`.
public struct NumeralReader: Sendable {
  /// The endings that digits may have after a hyphen.
  public let endings: [NumeralEnding]

  /// Makes a reader with the endings that digits may have.
  public init(endings: [NumeralEnding]) {
    self.endings = endings
  }

  /// Appends the numerals of a text in text order; they do not overlap, and each is the longest from its first token.
  ///
  /// - Parameters:
  ///   - table: the tokens.
  ///   - text: the bytes that the tokens were made from.
  ///   - words: the readings of a token as a numeral word; empty for most.
  ///   - numerals: where the numerals go.
  /// - Complexity: O(*n*) in the number of tokens; a numeral is never longer than some thirty of them.
  public func read(
    table: TokenTable,
    text: Span<UInt8>,
    words: (Int) -> [NumeralWord],
    into numerals: inout [Numeral]
  ) {
    let grammar = NumeralGrammar(items: items(table: table, text: text, words: words))
    var token = 0
    while token < table.count {
      guard grammar.startsNumeral(token), let numeral = grammar.numeral(at: token),
        numeral.tokens.upperBound > token
      else {
        token = max(grammar.next(after: token), token + 1)
        continue
      }
      numerals.append(numeral)
      token = numeral.tokens.upperBound
    }
  }

  /// Classifies all tokens.
  private func items(
    table: TokenTable,
    text: Span<UInt8>,
    words: (Int) -> [NumeralWord]
  ) -> NumeralItems {
    var result = NumeralItems()
    result.items.reserveCapacity(table.count)
    for token in 0..<table.count {
      var item = NumeralItem()
      item.end = Int32(clamping: token + 1)
      item.startsSentence = !table.flags[token].isDisjoint(with: [.sentenceStart, .paragraphStart])
      result.items.append(item)
    }
    var token = 0
    while token < table.count {
      let span = table.span(token)
      guard span.start >= 0, span.start < span.end, span.end <= text.count else {
        token += 1
        continue
      }
      switch table.kinds[token] {
      case .number:
        token = readDigits(token, table, text, into: &result)
        continue
      case .numberWord: readDigitsWithEnding(token, span, text, into: &result)
      case .word, .abbreviation, .finalAbbreviation:
        if RomanNumeral.mayStart(text, span.start..<span.end),
          readRoman(token, span, table, text, into: &result)
        {
          break
        }
        // Few words have readings, so the hyphen is looked for last.
        let found = words(token)
        if !found.isEmpty, !hasHyphen(text, span) { result.set(token, words: found) }
      // «½»; ASCII has no such sign.
      case .other where text[span.start] >= 0x80: result.set(token, words: words(token))
      default: break
      }
      token += 1
    }
    return result
  }

  /// Whether a word is two words in one: «два-три» is neither two nor three.
  private func hasHyphen(_ text: Span<UInt8>, _ span: TextSpan) -> Bool {
    var index = span.start
    while index < span.end {
      if text[index] == UInt8(ascii: "-") { return true }
      // U+2010 and U+2011.
      if text[index] == 0xE2, index + 2 < span.end, text[index + 1] == 0x80,
        (0x90...0x91).contains(text[index + 2])
      {
        return true
      }
      index += 1
    }
    return false
  }

  /// Reads «3-й», «90-х», «5-ти», and «3й», of which the assembler knows that it ends so.
  private func readDigitsWithEnding(
    _ token: Int,
    _ span: TextSpan,
    _ text: Span<UInt8>,
    into result: inout NumeralItems
  ) {
    let length = DigitGroups.leadingDigits(text, span.start..<span.end)
    let digits = span.start..<span.start + length
    guard let value = ExactDecimal(digits: text, in: digits),
      let ending = ending(
        text,
        TextSpan(start: digits.upperBound, end: span.end),
        needsHyphen: false
      )
    else { return }
    let isCardinal: Bool
    switch ending.kind {
    case .cardinal: isCardinal = true
    case .ordinal: isCardinal = false
    case .either: isCardinal = NumeralGovernment(cardinal: value) == .few
    }
    result.set(
      token,
      isCardinal ? .digits : .ordinal,
      end: token + 1,
      value: value,
      cells: ending.cells
    )
  }

  /// The ending that is a hyphen and the rest of a token, or the rest alone.
  private func ending(_ text: Span<UInt8>, _ span: TextSpan, needsHyphen: Bool) -> NumeralEnding? {
    guard span.start < span.end else { return nil }
    var start = span.start
    if text[start] == UInt8(ascii: "-") {
      start += 1
    } else if text[start] == 0xE2, start + 2 < span.end, text[start + 1] == 0x80 {
      start += 3
    } else if needsHyphen {
      return nil
    }
    let length = span.end - start
    return endings.first { ending in
      guard ending.letters.count == length else { return false }
      for (offset, letter) in ending.letters.enumerated() where text[start + offset] != letter {
        return false
      }
      return true
    }
  }

  /// Reads `XXI`, also with an ending: «XXI-го».
  private func readRoman(
    _ token: Int,
    _ span: TextSpan,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    into result: inout NumeralItems
  ) -> Bool {
    guard let (letters, length) = RomanNumeral.latinLetters(text, span.start..<span.end),
      let value = RomanNumeral.value(letters.span, 0..<letters.count)
    else { return false }
    let end = span.start + length
    // «I Knew You», «Casio, I.S.»: a single letter of a Latin text is no number.
    if span.count == 1, token + 1 < table.count {
      let next = table.span(token + 1)
      guard next.start < text.count else { return false }
      let first = text[next.start]
      let isGlued = next.start == span.end
      // Upper and lower case differ in one bit.
      let isLatin = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(first & 0xDF)
      if isLatin, RomanNumeral.value(text, next.start..<min(next.end, text.count)) == nil {
        return false
      }
      if isGlued, first == UInt8(ascii: "."), token + 2 < table.count,
        table.ends[token + 1] == table.starts[token + 2]
      {
        return false
      }
    }
    var cells = Cells.all
    if end < span.end {
      guard let ending = ending(text, TextSpan(start: end, end: span.end), needsHyphen: true) else {
        return false
      }
      cells = ending.cells
    }
    result.set(token, .roman, end: token + 1, value: ExactDecimal(value), cells: cells)
    return true
  }
}
