/// A reading of a token with the cells in which it can stand.
public struct WordReading: Sendable {
  /// The reading.
  public var analysis: Analysis
  /// Its combinations of case, number and gender.
  public var cells: Cells

  init(_ reading: ReadingTable.Reading) {
    analysis = reading.analysis
    cells = reading.cells
  }
}

extension Engine {
  /// The bytes of some tokens, from the start of the first to the end of the last.
  public func span(of tokens: Range<Int>) -> TextSpan {
    guard !tokens.isEmpty, tokens.upperBound <= document.tokens.count else {
      return TextSpan(start: 0, end: 0)
    }
    return TextSpan(
      start: Int(document.tokens.starts[tokens.lowerBound]),
      end: Int(document.tokens.ends[tokens.upperBound - 1])
    )
  }

  /// The bytes of some tokens without the stop that ends their sentence.
  ///
  /// An abbreviation keeps its stop inside a sentence; in «Вклад составит 5 млн руб.» the stop is also the sentence's.
  public func spanInSentence(of tokens: Range<Int>) -> TextSpan {
    let whole = span(of: tokens)
    guard let last = tokens.last, last < document.tokens.count else { return whole }
    switch document.tokens.kinds[last] {
    case .abbreviation, .finalAbbreviation: break
    default: return whole
    }
    let next = last + 1
    let endsSentence =
      next == document.tokens.count || document.tokens.flags[next].contains(.sentenceStart)
    guard endsSentence, whole.end - whole.start > 1, text.bytes[whole.end - 1] == UInt8(ascii: ".")
    else { return whole }
    return TextSpan(start: whole.start, end: whole.end - 1)
  }

  /// The text of some tokens as it stands.
  public func text(of tokens: Range<Int>) -> String { text.string(in: span(of: tokens)) }

  /// The text of one token.
  public func text(of token: Int) -> String { text.string(in: document.tokens.span(token)) }

  /// The entries of lists that start at a token.
  public func listMatches(at token: Int) -> Range<Int> { document.listMatches(at: token) }

  /// Whether a token may pass a test of the program for being an entry of a list.
  public func asks(test: Int, for list: ListID) -> Bool {
    guard 0..<forms.tests.count ~= test else { return false }
    return forms.tests.parts.asks(node: forms.tests[test].node, for: list)
  }

  /// The value of a numeral's annotation.
  public func numericValue(of annotation: Annotation) -> ExactDecimal? {
    guard
      annotation.type == CoreAnnotation.numeral.type
        || annotation.type == CoreAnnotation.ordinal.type,
      document.numerals.indices.contains(annotation.payload)
    else { return nil }
    return document.numerals[annotation.payload].value
  }

  /// Whether a token has a bit of shape.
  public func has(_ shape: WordShape, _ token: Int) -> Bool {
    !forms.shapes[Int(document.forms[token])].isDisjoint(with: shape)
  }

  /// How often the forms have been dropped; what is kept by `FormID` holds for one age only.
  public var formsAge: Int { forms.age }

  /// The form of a token: the same number for the same spelling and readings, until `formsAge` changes.
  public func formID(of token: Int) -> FormID { document.forms[token] }

  /// The folded spelling of a token.
  public func folded(_ token: Int) -> [UInt8] { forms.folded(document.forms[token]) }

  /// The first bytes of the folded spelling of a token as a number, and how many there are: four, or fewer.
  public func foldedStart(of token: Int) -> (bytes: UInt32, count: Int) {
    forms.withFolded(document.forms[token]) { word in
      var bytes: UInt32 = 0
      let count = min(4, word.count)
      for index in 0..<count { bytes = bytes << 8 | UInt32(word[index]) }
      return (bytes, count)
    }
  }

  /// Whether an annotation of a type covers some tokens.
  public func isInside(_ type: Int, _ tokens: Range<Int>) -> Bool {
    document.isInside(type, tokens)
  }

  /// All readings of a token.
  public func readings(of token: Int) -> [WordReading] {
    forms.readingRange(document.forms[token]).map { index in
      WordReading(forms.readings[index])
    }
  }

  /// The readings of a token that a test of the program leaves.
  public func readings(of token: Int, passing test: Int) -> [WordReading] {
    let form = document.forms[token]
    let passing = forms.readings(of: form, passing: test, flags: document.tokens.flags[token])
    var found: [WordReading] = []
    found.reserveCapacity(passing.nonzeroBitCount)
    var bit: UInt64 = 1
    for index in forms.readingRange(form) {
      if passing & bit != 0 {
        found.append(WordReading(forms.readings[index]))
      }
      bit <<= 1
    }
    return found
  }

  /// The lemma of a reading of a token, small letters, with what stands before a hyphen kept.
  public func lemma(of token: Int, _ analysis: Analysis) -> String {
    let word = analysedWord(token)
    let lemma = forms.dictionary.lemma(of: word.analysed.span, analysis)
    return word.prefix + String(decoding: lemma, as: UTF8.self)
  }

  /// The form of a reading of a token in another case, number or gender, small letters; nil where there is none.
  public func form(of token: Int, _ analysis: Analysis, _ wanted: GrammemeSet) -> String? {
    let word = analysedWord(token)
    guard let form = forms.dictionary.inflect(word.analysed.span, analysis, to: wanted) else {
      return nil
    }
    return word.prefix + String(decoding: form, as: UTF8.self)
  }

  /// The readings that the dictionary has for a word in any letters; none are guessed.
  public func analyses(of word: String) -> [Analysis] {
    var analyses: [Analysis] = []
    _ = forms.dictionary.appendAnalyses(of: Self.key(word).span, to: &analyses)
    return analyses
  }

  /// The form of a reading of a word in another case, number or gender, small letters; nil where there is none.
  public func form(of word: String, _ analysis: Analysis, _ wanted: GrammemeSet) -> String? {
    forms.dictionary.inflect(Self.key(word).span, analysis, to: wanted)
      .map { String(decoding: $0, as: UTF8.self) }
  }

  /// A word as the dictionary is asked for it.
  private static func key(_ word: String) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(word.utf8.count)
    var word = word
    word.withUTF8 { Folding.appendFolded($0.span, keepingYo: true, to: &key) }
    return key
  }

  /// The folded part of a token that its readings belong to, and what stands before it.
  func analysedWord(_ token: Int) -> (prefix: String, analysed: [UInt8]) {
    let form = document.forms[token]
    var folded: [UInt8] = []
    forms.withSpelling(form) { spelling in
      folded.reserveCapacity(spelling.count)
      if let unified = LookAlikes.unified(spelling) {
        Folding.appendFolded(unified.span, keepingYo: true, to: &folded)
      } else {
        Folding.appendFolded(spelling, keepingYo: true, to: &folded)
      }
    }
    if folded.last == 0x2E, folded.count > 1 { folded.removeLast() }
    let start = min(Int(forms.analysedStarts[Int(form)]), folded.count)
    guard start > 0 else { return ("", folded) }
    return (String(decoding: folded[..<start], as: UTF8.self), Array(folded[start...]))
  }

  // MARK: Heads

  /// The head's token of a match: the element marked as head, else the first token.
  public func head(of match: Match, _ tokens: Range<Int>) -> Int {
    var isNext = false
    let events = match.path.all
    for place in match.path.places {
      let event = events[place]
      switch event.kind {
      case .head where tokens.contains(event.start):
        isNext = true
        // A marked token leaves no event of its own outside of agreement.
        if !takesMore(at: place, match.path) { return event.start }
      case .list where isNext:
        let found = document.listMatches[event.value]
        return event.start + program.gazetteer.entries[found.entry].head
      case .annotation where isNext:
        return document.annotations[event.value].head
      default: break
      }
    }
    return tokens.lowerBound
  }

  /// Whether an entry of a list or an annotation is taken at the token of an event.
  private func takesMore(at place: Int, _ path: MatchPath) -> Bool {
    let start = path.events[place].start
    func isThere(_ event: MatchPath.Event) -> Bool {
      event.start == start && (event.kind == .list || event.kind == .annotation)
    }
    // Events stand in text order.
    return path.events[place...].prefix { $0.start == start }.contains(where: isThere)
      || path.events[..<place].reversed().prefix { $0.start == start }.contains(where: isThere)
  }

  /// The cells of a match's phrase: those of the group that holds the head, else of the head itself.
  public func cells(of match: Match, head: Int) -> Cells {
    let events = match.path.all
    for place in match.path.places
    where events[place].kind == .agreementEnd && head < events[place].start {
      if let start = match.path.groupStart(endingAt: place), events[start].start <= head {
        return events[place].cells
      }
    }
    for place in match.path.places
    where events[place].start <= head && head < events[place].end {
      let event = events[place]
      if event.kind == .annotation { return document.annotations[event.value].cells }
      if event.kind == .list { return document.listMatches[event.value].cells }
    }
    var cells: Cells = []
    for index in forms.readingRange(document.forms[head]) {
      cells.formUnion(forms.readings.cells(index))
    }
    return cells.isEmpty ? .all : cells
  }
}
