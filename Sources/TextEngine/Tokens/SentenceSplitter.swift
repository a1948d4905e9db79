/// Finds the paragraphs and sentences of a tokenized text.
///
/// A line break ends a paragraph, and a paragraph ends a sentence. Inside, a sentence ends after `.` `!` `?` `…` or an
/// abbreviation that may end one, if what follows can begin a sentence. Initials and other abbreviations end none; a
/// quotation or a bracket is not cut open.
struct SentenceSplitter {
  private let words: WordClassTable
  private var quotations = QuotationPairs()

  init(words: WordClassTable) { self.words = words }

  /// What a sentence may end with, weakest first.
  private enum End: Int { case initial, weakAbbreviation, abbreviation, mark }

  /// Fills the sentences and paragraphs of a table and the flags that name their first tokens.
  mutating func split(_ bytes: Span<UInt8>, _ table: inout TokenTable) {
    var first = 0
    while first < table.count {
      var end = first + 1
      while end < table.count, !table.flags[end].contains(.lineBefore) { end += 1 }
      table.paragraphStarts.append(UInt32(truncatingIfNeeded: first))
      table.flags[first].insert(.paragraphStart)
      startSentence(first, &table)
      splitParagraph(first..<end, bytes, &table)
      first = end
    }
  }

  private func startSentence(_ token: Int, _ table: inout TokenTable) {
    table.sentenceStarts.append(UInt32(truncatingIfNeeded: token))
    table.flags[token].insert(.sentenceStart)
  }

  private mutating func splitParagraph(
    _ paragraph: Range<Int>,
    _ bytes: Span<UInt8>,
    _ table: inout TokenTable
  ) {
    quotations.find(in: paragraph, of: table, bytes: bytes)
    var scan = Scan(paragraph: paragraph)
    var token = paragraph.lowerBound
    while token < paragraph.upperBound {
      guard let end = end(at: token, table, bytes) else {
        token += 1
        continue
      }
      scan.advance(to: token, quotations.outermost)
      let next = scan.absorb(from: token, end, self, table, bytes)
      if next < paragraph.upperBound, scan.mayCut(at: next),
        endsSentence(token, scan, before: next, table, bytes)
      {
        startSentence(next, &table)
        scan.sentence = next
      }
      token = max(next, token + 1)
    }
  }

  /// What the token can end a sentence with.
  private func end(at token: Int, _ table: TokenTable, _ bytes: Span<UInt8>) -> End? {
    switch table.kinds[token] {
    case .other:
      switch Mark(token, of: table, in: bytes) {
      case .stop, .ellipsis, .bang: return .mark
      default: return nil
      }
    case .finalAbbreviation:
      return table.flags[token].contains(.weakStop) ? .weakAbbreviation : .abbreviation
    case .initial: return .initial
    default: return nil
    }
  }
}

// MARK: Where the scan stands

extension SentenceSplitter {
  /// The state of the way through a paragraph.
  private struct Scan {
    let paragraph: Range<Int>
    /// The first token of the sentence so far.
    var sentence: Int
    /// The quotation or bracket around the candidate.
    var around: (open: Int, close: Int)?
    /// The strongest end in the run of closing marks after the candidate.
    var end = End.initial
    /// Whether a quotation mark or bracket closes in that run.
    var closes = false
    private var pair = 0

    init(paragraph: Range<Int>) {
      self.paragraph = paragraph
      sentence = paragraph.lowerBound
    }

    /// Finds the pair that the token lies in; tokens come in rising order.
    mutating func advance(to token: Int, _ pairs: [(open: Int, close: Int)]) {
      while pair < pairs.count, pairs[pair].close < token { pair += 1 }
      around = pair < pairs.count && pairs[pair].open < token ? pairs[pair] : nil
    }

    /// Takes the marks after a candidate that go with its sentence, and returns the token after them.
    mutating func absorb(
      from token: Int,
      _ first: End,
      _ splitter: SentenceSplitter,
      _ table: TokenTable,
      _ bytes: Span<UInt8>
    ) -> Int {
      end = first
      closes = false
      var next = token + 1
      // «Пушкин А. …»: the dots after an initial or an abbreviation are marks of their own.
      while next < paragraph.upperBound {
        if splitter.end(at: next, table, bytes) == .mark {
          end = .mark
        } else if isClosing(next, table, bytes) {
          closes = true
        } else {
          break
        }
        next += 1
      }
      return next
    }

    /// Whether a cut before the token leaves the pair around the candidate whole.
    func mayCut(at token: Int) -> Bool {
      guard let around else { return true }
      return token > around.close
    }

    private func isClosing(_ token: Int, _ table: TokenTable, _ bytes: Span<UInt8>) -> Bool {
      guard table.kinds[token] == .other else { return false }
      switch Mark(token, of: table, in: bytes) {
      case .close: return true
      case .either:
        if let around, token == around.close { return true }
        let blankAfter =
          token + 1 >= paragraph.upperBound || table.flags[token + 1].contains(.spaceBefore)
        return !table.flags[token].contains(.spaceBefore) && blankAfter
      default: return false
      }
    }
  }
}

// MARK: Whether a sentence begins

extension SentenceSplitter {
  private func endsSentence(
    _ token: Int,
    _ scan: Scan,
    before next: Int,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    if isListNumber(token, scan, table, bytes) || isRemark(token, table, bytes) { return false }
    let spaced = table.flags[next].contains(.spaceBefore)
    switch scan.end {
    case .initial:
      // «группа А. В Москве»: a name is no word that opens sentences.
      return spaced && isOpener(next, table, bytes)
    case .weakAbbreviation:
      return spaced && endsAfterYear(token, scan, before: next, table, bytes)
    case .abbreviation:
      guard spaced else { return false }
      if scan.closes || isOpener(next, table, bytes) { return isOpener(next, table, bytes) }
      if isUnit(next, behind: token, table, bytes) { return false }
      return beginsWithCapital(next, scan, digits: false, table, bytes)
    case .mark: break
    }
    switch Mark(next, of: table, in: bytes) {
    case .dash:
      // «— Готовы, — сказал он. — Начинаем.», but «Готовы!» — Иванов.
      guard !scan.closes, spaced, next + 1 < scan.paragraph.upperBound else { return false }
      return beginsWithCapital(next + 1, scan, digits: false, table, bytes)
    case .upper:
      if isTitle(token, scan, table, bytes) { return isOpener(next, table, bytes) }
      return spaced || isGluedStart(token, table, bytes)
    case .digit, .symbol: return spaced && !isTitle(token, scan, table, bytes)
    case .open, .either:
      // «Не может быть!» (1975)
      if scan.closes, case .open(.round) = Mark(next, of: table, in: bytes) { return false }
      return spaced && beginsWithCapital(next, scan, digits: true, table, bytes)
    case .lower:
      let kind = table.kinds[next]
      return spaced && (kind == .url || kind == .email || kind == .handle)
    default: return false
    }
  }

  /// Whether a sentence ends after a year or a century.
  ///
  /// A phrase of time begins a sentence as often as it ends one: «В 2019 г. Актау рос» goes on, «Завод построен
  /// в 2019 г. Директором стал …» does not. Initials go on: «основан в 1976 г. А. Ержановым».
  private func endsAfterYear(
    _ token: Int,
    _ scan: Scan,
    before next: Int,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    if isOpener(next, table, bytes) { return true }
    guard !scan.closes, table.kinds[next] != .initial, token - scan.sentence >= Self.longestTime,
      case .upper = Mark(next, of: table, in: bytes)
    else { return false }
    return true
  }

  /// The least number of tokens before `г.` that are more than a phrase of time at the head of a sentence.
  private static var longestTime: Int { 6 }

  /// Whether the token is a capital, or the first one behind opening marks is.
  private func beginsWithCapital(
    _ token: Int,
    _ scan: Scan,
    digits: Bool,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    var token = token
    // More than a few opening marks in a row are no text.
    let limit = min(token + 4, scan.paragraph.upperBound)
    while token < limit {
      switch Mark(token, of: table, in: bytes) {
      case .open, .either, .ellipsis: token += 1
      case .upper: return true
      case .digit: return digits
      default: return false
      }
    }
    return false
  }

  /// Whether the token is a unit that belongs to the multiplier before it.
  ///
  /// «90 тыс. Гкал», «5 тыс. долл. США»
  private func isUnit(
    _ token: Int,
    behind multiplier: Int,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard table.kinds[token] == .word else { return false }
    let unit = table.span(token)
    let span = table.span(multiplier)
    return words.classes(of: bytes.extracting(unit.start..<unit.end)).contains(.behind)
      && words.classesBeforeStop(of: bytes.extracting(span.start..<(span.end - 1))).contains(.scale)
  }

  private func isOpener(_ token: Int, _ table: TokenTable, _ bytes: Span<UInt8>) -> Bool {
    guard table.kinds[token] == .word else { return false }
    let span = table.span(token)
    return words.classes(of: bytes.extracting(span.start..<span.end)).contains(.opener)
  }

  /// Whether the stop belongs to the number of a heading, as in `1. Общие положения` or `IV. Итоги`.
  private func isListNumber(
    _ token: Int,
    _ scan: Scan,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard token == scan.sentence + 1, case .stop = Mark(token, of: table, in: bytes) else {
      return false
    }
    switch table.kinds[scan.sentence] {
    case .number: return scan.sentence == scan.paragraph.lowerBound
    case .mixed: return scan.sentence == scan.paragraph.lowerBound
    case .word:
      let span = table.span(scan.sentence)
      guard scan.sentence == scan.paragraph.lowerBound else { return false }
      return TokenAssembler.isRoman(bytes.extracting(span.start..<span.end))
    default: return false
    }
  }

  /// Whether the mark is a remark in brackets, `(!)` or `(?)`.
  private func isRemark(_ token: Int, _ table: TokenTable, _ bytes: Span<UInt8>) -> Bool {
    guard token > 0, case .open = Mark(token - 1, of: table, in: bytes) else { return false }
    return true
  }

  /// Whether the candidate is the end of a name in quotation marks rather than of speech: «передача „Что? Где?“ идёт».
  ///
  /// Speech follows a colon, a comma, a dash or the end of a sentence; a title follows a word.
  private func isTitle(
    _ token: Int,
    _ scan: Scan,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard let around = scan.around, scan.closes, around.open > scan.sentence else { return false }
    if case .stop = Mark(token, of: table, in: bytes) { return false }
    switch Mark(around.open - 1, of: table, in: bytes) {
    case .upper, .lower, .digit: return true
    default: return false
    }
  }

  /// A missing blank: «приняли закон.Он вступит», but not «А.С.Пушкин» or «Node.Js».
  private func isGluedStart(_ token: Int, _ table: TokenTable, _ bytes: Span<UInt8>) -> Bool {
    guard token > 0, table.kinds[token - 1] == .word else { return false }
    switch Mark(token - 1, of: table, in: bytes) {
    case .lower: return table.span(token - 1).count > 2
    default: return false
    }
  }
}
