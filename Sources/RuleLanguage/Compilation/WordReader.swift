import TextEngine

/// Cuts the words of rule files as the texts are cut, and looks them up in the dictionary.
struct WordReader {
  /// A word as it is written.
  struct Word {
    /// The bytes as written.
    var bytes: [UInt8]
    /// The folded spelling.
    var folded: [UInt8]

    /// The word as written.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      folded = []
      folded.reserveCapacity(bytes.count)
      Folding.appendFolded(bytes.span, keepingYo: false, to: &folded)
    }
  }

  /// The dictionary's readings of a word.
  struct Readings {
    /// The spelling that was found, with its ё and without a stop.
    var spelling: [UInt8] = []
    var analyses: [Analysis] = []
  }

  private let tokenizer: Tokenizer
  let dictionary: MorphDictionary

  init(tokenizer: Tokenizer, dictionary: MorphDictionary) {
    self.tokenizer = tokenizer
    self.dictionary = dictionary
  }

  /// The same reader with words that the rule set adds.
  func adding(_ words: WordOverlay) -> WordReader {
    WordReader(tokenizer: tokenizer, dictionary: dictionary.adding(words))
  }

  /// The tokens of a phrase.
  func words(of phrase: String) -> [Word] {
    let bytes = Array(phrase.utf8)
    if Self.isPlain(bytes.span) { return [Word(bytes)] }
    var table = TokenTable()
    tokenizer.tokenize(SourceText(validUTF8: bytes), into: &table)
    return (0..<table.count).map { token in
      let span = table.span(token)
      return Word(Array(bytes[span.start..<span.end]))
    }
  }

  /// Cuts a text into tokens; what the table had before is dropped.
  func tokenize(_ text: SourceText, into table: inout TokenTable) {
    tokenizer.tokenize(text, into: &table)
  }

  /// The tokens of an entry of a list, which is written as words with blanks between.
  func words(of entry: [NameSyntax]) -> [Word] {
    var words: [Word] = []
    words.reserveCapacity(entry.count)
    for part in entry {
      let bytes = Array(part.text.utf8)
      guard Self.isPlain(bytes.span) else {
        return self.words(of: entry.map(\.text).joined(separator: " "))
      }
      words.append(Word(bytes))
    }
    return words
  }

  /// What the letters of a word tell of it.
  struct Spelling: BitwiseCopyable {
    /// Whether the token grammar surely takes it as one token: Latin letters and those of U+0400 to U+047F only, or
    /// small Cyrillic ones with single hyphens between.
    var isPlain = false
    /// Whether it surely is its own folded spelling.
    var isFolded = false

    /// Of no word.
    init() {}

    init(_ word: Span<UInt8>) {
      var index = 0
      var hyphens = false
      var isSmall = true
      var hasYo = false
      var isLetterBefore = false
      while true {
        let small = Folding.smallLetters(in: word, from: index)
        if small > index { isLetterBefore = true }
        index = small
        guard index < word.count else { break }
        let byte = word[index]
        if byte == 0xD0 || byte == 0xD1, index + 1 < word.count {
          // А to Я and the capitals before them; the small letters start at U+0430.
          let next = word[index + 1]
          if byte == 0xD0 ? next < 0xB0 : next >= 0xA0 { isSmall = false }
          if byte == 0xD1, next == 0x91 { hasYo = true }
          index += 2
          isLetterBefore = true
          continue
        }
        if byte == 0x2D, isLetterBefore {
          hyphens = true
          isLetterBefore = false
        } else if byte | 0x20 >= 0x61, byte | 0x20 <= 0x7A, byte < 0x80 {
          isSmall = false
          isLetterBefore = true
        } else {
          return
        }
        index += 1
      }
      isPlain = isLetterBefore && (!hyphens || isSmall)
      isFolded = isPlain && isSmall && !hasYo
    }
  }

  /// Whether the token grammar surely takes a word as one token.
  static func isPlain(_ word: Span<UInt8>) -> Bool { Spelling(word).isPlain }

  /// The dictionary's readings of a word.
  func readings(of word: Word) -> Readings {
    var readings = Readings()
    read(word.bytes.span, into: &readings)
    return readings
  }

  /// Puts the dictionary's readings of a word into `readings`, whose room is used again.
  func read(_ word: Span<UInt8>, into readings: inout Readings) {
    look(up: word, &readings.spelling, &readings.analyses)
  }

  private func look(up word: Span<UInt8>, _ spelling: inout [UInt8], _ found: inout [Analysis]) {
    spelling.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    Folding.appendFolded(word, keepingYo: true, to: &spelling)
    _ = dictionary.appendAnalyses(of: spelling.span, to: &found)
    if found.isEmpty, spelling.last == 0x2E {
      spelling.removeLast()
      _ = dictionary.appendAnalyses(of: spelling.span, to: &found)
    }
  }

  /// Appends the lemma of one of the readings of a word, in folded spelling.
  func appendFoldedLemma(_ readings: Readings, _ analysis: Analysis, to lemma: inout [UInt8]) {
    dictionary.appendFoldedLemma(of: readings.spelling.span, analysis, to: &lemma)
  }

  /// The lemma of one of the readings of a word, with its ё.
  func lemma(_ readings: Readings, _ analysis: Analysis) -> [UInt8] {
    dictionary.lemma(of: readings.spelling.span, analysis)
  }

  /// The lemmas of a word, each once.
  func lemmas(of word: String) -> Set<String> {
    let readings = readings(of: Word(Array(word.utf8)))
    return Set(readings.analyses.map { String(decoding: lemma(readings, $0), as: UTF8.self) })
  }

  /// The lemmas that are guessed for a word that the dictionary lacks, best first, each once.
  func guessedLemmas(of word: Word) -> [String] {
    var guesses: [Analysis] = []
    _ = dictionary.appendGuesses(of: word.folded.span, capitalised: false, to: &guesses)
    var lemmas: [String] = []
    for guess in guesses {
      let lemma = String(decoding: dictionary.lemma(of: word.folded.span, guess), as: UTF8.self)
      if !lemmas.contains(lemma) { lemmas.append(lemma) }
    }
    return lemmas
  }

  /// Whether some reading of a word has it as its lemma, or no dictionary knows it.
  func isLemma(_ text: String) -> Bool {
    let word = Word(Array(text.utf8))
    let readings = readings(of: word)
    return readings.analyses.isEmpty
      || readings.analyses.contains { Self.folded(lemma(readings, $0)) == word.folded }
  }

  /// A spelling with ё as е.
  static func folded(_ spelling: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(spelling.count)
    Folding.appendFolded(spelling.span, keepingYo: false, to: &folded)
    return folded
  }
}
