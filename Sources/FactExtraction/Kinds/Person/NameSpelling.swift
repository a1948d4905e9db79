import TextEngine

/// A word of a name in bytes: as it stands, and folded.
struct NameSpelling {
  /// The word as it stands.
  let string: String
  /// The bytes as they stand.
  let text: [UInt8]
  /// The bytes folded, but for ё: what the dictionary is asked for.
  let key: [UInt8]
  /// The bytes folded.
  let folded: [UInt8]
  /// The letters of the folded word.
  let letters: [NameLetter]
  /// The last bytes of the folded word.
  let tail: NameTail

  /// Folds a word.
  init(_ word: String) {
    let text = Array(word.utf8)
    var key: [UInt8] = []
    key.reserveCapacity(text.count)
    Folding.appendFolded(text.span, keepingYo: true, to: &key)
    (string, self.text, self.key) = (word, text, key)
    folded = Self.folded(key)
    letters = NameLetter.all(of: folded)
    tail = NameTail(of: folded)
  }

  /// Some bytes folded.
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    Folding.appendFolded(bytes.span, keepingYo: false, to: &folded)
    return folded
  }

  /// Whether the word has an е or ё, of which the dictionary may have the one in one case and the other in another.
  var hasIe: Bool {
    zip(folded, folded.dropFirst()).contains { $0 == 0xD0 && $1 == 0xB5 }
  }

  /// Whether each letter as it stands is one letter of the folded word.
  var isAligned: Bool { NameLetter.count(text) == letters.count }

  /// The letter before the last ones; nil where there is none.
  func letter(before last: Int) -> NameLetter? {
    last < letters.count ? letters[letters.count - 1 - last] : nil
  }

  /// Another form of the word with the letters that both share as they stand, as `LetterShape.merged` has it.
  ///
  /// - Parameters:
  ///   - form: The form in small letters.
  ///   - folded: The same, folded.
  func spelling(of form: [UInt8], _ folded: [UInt8]) -> String {
    if folded == self.folded { return string }
    let shared = sharedLetters(with: folded)
    guard isLaidOut(form, like: folded, upTo: shared),
      isLaidOut(text, like: self.folded, upTo: shared)
    else { return LetterShape.merged(String(decoding: form, as: UTF8.self), into: string) }
    var spelling: [UInt8] = []
    spelling.reserveCapacity(form.count)
    spelling.append(contentsOf: text[..<shared])
    spelling.append(contentsOf: form[shared...])
    // The dictionary's ё is put in, the text's is kept.
    for place in 0..<max(0, shared - 1)
    where form[place] == 0xD1 && form[place + 1] == 0x91 && text[place] == 0xD0
      && text[place + 1] == 0xB5
    {
      (spelling[place], spelling[place + 1]) = (0xD1, 0x91)
    }
    return String(decoding: spelling, as: UTF8.self)
  }

  /// How many bytes of whole letters another folded word starts with as this one does.
  private func sharedLetters(with other: [UInt8]) -> Int {
    let count = min(other.count, folded.count)
    var shared = 0
    while shared < count, other[shared] == folded[shared] { shared += 1 }
    while shared > 0, shared < count, NameLetter.continues(other[shared]) { shared -= 1 }
    return shared
  }

  /// Whether the first letters of a word have as many bytes as those of its folded spelling.
  private func isLaidOut(_ word: [UInt8], like folded: [UInt8], upTo end: Int) -> Bool {
    guard word.count == folded.count else { return false }
    for place in 0..<min(end + 1, word.count)
    where NameLetter.continues(word[place]) != NameLetter.continues(folded[place]) {
      return false
    }
    return true
  }
}
