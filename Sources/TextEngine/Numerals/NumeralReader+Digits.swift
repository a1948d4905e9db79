extension NumeralReader {
  /// Reads the number in digits that starts at a token, over all tokens that belong to it.
  ///
  /// - Returns: the token after those that were looked at for good.
  func readDigits(
    _ token: Int,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    into result: inout NumeralItems
  ) -> Int {
    let chain = chainEnd(token, table, text)
    guard !isGluedToLetters(token, chain, table, text) else { return chain }
    let range = Int(table.starts[token])..<Int(table.ends[chain - 1])
    guard range.upperBound <= text.count, let first = DigitGroups.read(text, range) else {
      return chain
    }
    if chain == token + 1, let fraction = commonFraction(token, table, text, first) {
      result.set(token, .fraction, end: token + 3, value: fraction)
      return token + 3
    }
    if chain == token + 1, first.isWhole,
      let grouped = spacedGroups(token, table, text, first.value)
    {
      result.set(
        token,
        grouped.isWhole ? .digits : .fraction,
        end: grouped.end,
        value: grouped.value
      )
      return grouped.end
    }
    result.set(token, first.isWhole ? .digits : .fraction, end: chain, value: first.value)
    return chain
  }

  /// The token after numbers that are joined by full stops or commas without a blank: `1.234` `.` `567`.
  private func chainEnd(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Int {
    var end = token + 1
    while end + 1 < table.count, table.kinds[end + 1] == .number, isMark(end, table, text),
      table.ends[end - 1] == table.starts[end], table.ends[end] == table.starts[end + 1]
    {
      end += 2
    }
    return end
  }

  private func isMark(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    let span = table.span(token)
    guard span.count == 1, span.end <= text.count else { return false }
    return text[span.start] == UInt8(ascii: ".") || text[span.start] == UInt8(ascii: ",")
  }

  /// Whether letters stand directly before or after, as in a code or a model's name; a word for what is counted may have lost
  /// its blank: «25лет», «5млн», «4ГГц».
  private func isGluedToLetters(
    _ token: Int,
    _ end: Int,
    _ table: TokenTable,
    _ text: Span<UInt8>
  ) -> Bool {
    func hasLetters(_ kind: TokenKind) -> Bool {
      switch kind {
      case .word, .numberWord, .mixed, .url, .email, .initial, .time, .date: true
      default: false
      }
    }
    if token > 0, table.ends[token - 1] == table.starts[token], hasLetters(table.kinds[token - 1]) {
      return true
    }
    return end < table.count && table.ends[end - 1] == table.starts[end]
      && hasLetters(table.kinds[end]) && !isUnitLike(end, table, text)
  }

  /// Whether a token is a word of two or more small Russian letters, or of two or three letters that are not all capitals.
  private func isUnitLike(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    let span = table.span(token)
    guard table.kinds[token] == .word, span.count >= 4, span.end <= text.count else { return false }
    var index = span.start
    var capitals = 0
    var letters = 0
    while index < span.end {
      let scalar = UTF8Decoding.scalar(in: text, at: index)
      switch scalar.value {
      case 0x430...0x44F, 0x451: break
      case 0x410...0x42F: capitals += 1
      default: return false
      }
      letters += 1
      index += scalar.length
    }
    return capitals == 0 || letters <= 3 && capitals < letters
  }

  /// The value of `3/4`: a proper fraction with a denominator up to ten.
  private func commonFraction(
    _ token: Int,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    _ first: DigitGroups.Reading
  ) -> ExactDecimal? {
    guard first.isWhole, token + 2 < table.count, table.kinds[token + 2] == .number,
      isGlued(token + 1, table), isGlued(token + 2, table), isSlash(token + 1, table, text),
      !(token > 0 && isGlued(token, table) && isSlash(token - 1, table, text)),
      !(token + 3 < table.count && isGlued(token + 3, table) && isSlash(token + 3, table, text))
    else { return nil }
    let span = table.span(token + 2)
    guard span.end <= text.count, let second = DigitGroups.read(text, span.start..<span.end),
      second.isWhole, let numerator = first.value.wholeValue,
      let denominator = second.value.wholeValue, (2...10).contains(denominator),
      (1..<denominator).contains(numerator)
    else { return nil }
    return first.value.divided(by: second.value, places: NumeralGrammar.places)
  }

  private func isGlued(_ token: Int, _ table: TokenTable) -> Bool {
    table.ends[token - 1] == table.starts[token]
  }

  private func isSlash(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    let span = table.span(token)
    return span.count == 1 && span.end <= text.count && text[span.start] == UInt8(ascii: "/")
  }
}

// MARK: - Groups of three digits

extension NumeralReader {
  /// Reads `24 434` and `24'434`: one to three digits, then groups of exactly three, each after a single blank, or all
  /// after apostrophes.
  ///
  /// `2010 200` has no group, since its first part has four digits. Where another number follows in the same way
  /// (`8 777 123 45 67`) the digits are a telephone number and no group either.
  private func spacedGroups(
    _ token: Int,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    _ first: ExactDecimal
  ) -> (value: ExactDecimal, isWhole: Bool, end: Int)? {
    let head = table.span(token)
    guard (1...3).contains(head.count), text[head.start] != UInt8(ascii: "0") else { return nil }
    var total = first
    var isWhole = true
    var end = token + 1
    let isApostrophe = apostropheGroup(token + 1, table, text)
    while isWhole, end < table.count {
      if isApostrophe {
        guard apostropheGroup(end, table, text) else { break }
        end += 1
      } else {
        guard table.kinds[end] == .number, hasSingleBlank(end, table, text) else { break }
      }
      let span = table.span(end)
      guard span.end <= text.count else { return nil }
      let digits = DigitGroups.leadingDigits(text, span.start..<span.end)
      guard digits == 3,
        let group = ExactDecimal(digits: text, in: span.start..<span.end),
        chainEnd(end, table, text) == end + 1, !isGluedToLetters(end, end + 1, table, text),
        let sum = total.multiplied(by: 1000)?.adding(group)
      else { return nil }
      total = sum
      isWhole = digits == span.count
      end += 1
    }
    guard end > token + 1 else { return nil }
    // After a decimal part the run is over, whatever follows.
    return (total, isWhole, end)
  }

  /// Whether a token is an apostrophe right between two numbers.
  private func apostropheGroup(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    guard token + 1 < table.count, table.kinds[token] == .other, table.kinds[token + 1] == .number,
      isGlued(token, table), isGlued(token + 1, table)
    else { return false }
    let span = table.span(token)
    guard span.end <= text.count else { return false }
    switch UTF8Decoding.scalar(in: text, at: span.start).value {
    case 0x27, 0x2019: return true
    default: return false
    }
  }

  /// Whether exactly one blank of a kind that groups digits stands before a token.
  private func hasSingleBlank(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    let start = Int(table.ends[token - 1])
    let end = Int(table.starts[token])
    guard end <= text.count,
      table.flags[token].isDisjoint(with: [.lineBefore, .sentenceStart, .paragraphStart])
    else { return false }
    switch end - start {
    case 1: return text[start] == UInt8(ascii: " ")
    // U+00A0
    case 2: return text[start] == 0xC2 && text[start + 1] == 0xA0
    // U+2009, U+202F and their neighbours of fixed width
    case 3:
      guard text[start] == 0xE2, text[start + 1] == 0x80 else { return false }
      return (0x80...0x8A).contains(text[start + 2]) || text[start + 2] == 0xAF
    default: return false
    }
  }
}
