import TextEngine

/// Cuts the words of rule files as the texts are cut, and looks them up in the dictionary.
struct WordReader {
  /// A word with its readings.
  struct Word {
    var text: String
    var kind: TokenKind
    var readings: [(analysis: Analysis, lemma: String)]
  }

  private let tokenizer: Tokenizer
  private let dictionary: MorphDictionary

  init(tokenizer: Tokenizer, dictionary: MorphDictionary) {
    self.tokenizer = tokenizer
    self.dictionary = dictionary
  }

  /// The tokens of a phrase.
  func words(of phrase: String) -> [Word] {
    var table = TokenTable()
    let text = SourceText(phrase)
    tokenizer.tokenize(text, into: &table)
    return (0..<table.count).map { token in
      let word = text.string(in: table.span(token))
      return Word(text: word, kind: table.kinds[token], readings: readings(of: word))
    }
  }

  /// The dictionary's readings of a word.
  func readings(of word: String) -> [(analysis: Analysis, lemma: String)] {
    var folded: [UInt8] = []
    Folding.appendFolded(Array(word.utf8).span, keepingYo: true, to: &folded)
    var found: [Analysis] = []
    _ = dictionary.appendAnalyses(of: folded.span, to: &found)
    if found.isEmpty, folded.last == 0x2E {
      folded.removeLast()
      _ = dictionary.appendAnalyses(of: folded.span, to: &found)
    }
    return found.map { analysis in
      (analysis, String(decoding: dictionary.lemma(of: folded.span, analysis), as: UTF8.self))
    }
  }

  /// Whether some reading of a word has it as its lemma, or no dictionary knows it.
  func isLemma(_ word: String) -> Bool {
    let readings = readings(of: word)
    let folded = Folding.folded(word)
    return readings.isEmpty || readings.contains { Folding.folded($0.lemma) == folded }
  }
}
