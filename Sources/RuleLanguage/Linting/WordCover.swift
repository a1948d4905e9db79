/// What words have to do with each other; what was looked up is kept.
final class WordCover {
  private let reader: WordReader
  private var lemmas: [String: Set<String>] = [:]

  init(reader: WordReader) {
    self.reader = reader
  }

  /// The folded spelling.
  func folded(_ word: String) -> String {
    String(decoding: WordReader.folded(Array(word.utf8)), as: UTF8.self)
  }

  /// Whether a word has a lemma among its readings.
  func hasLemma(_ form: String, _ lemma: String) -> Bool {
    if form == lemma { return true }
    if let known = lemmas[form] { return known.contains(lemma) }
    let found = Set(reader.lemmas(of: form).map { folded($0) })
    lemmas[form] = found
    return found.contains(lemma)
  }
}
