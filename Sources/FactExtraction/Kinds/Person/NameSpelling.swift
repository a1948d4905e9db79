import TextEngine

/// A word of a name in bytes: as it stands, and folded.
struct NameSpelling {
  /// The bytes as they stand.
  let text: [UInt8]
  /// The bytes folded.
  let folded: [UInt8]
  /// The letters of the folded word.
  let letters: [NameLetter]
  /// The last bytes of the folded word.
  let tail: NameTail

  /// Folds a word.
  init(_ word: String) {
    text = Array(word.utf8)
    folded = Folding.folded(word)
    letters = NameLetter.all(of: folded)
    tail = NameTail(of: folded)
  }

  /// Whether each letter as it stands is one letter of the folded word.
  var isAligned: Bool { NameLetter.count(text) == letters.count }

  /// The letter before the last ones; nil where there is none.
  func letter(before last: Int) -> NameLetter? {
    last < letters.count ? letters[letters.count - 1 - last] : nil
  }
}
