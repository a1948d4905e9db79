/// The letters of a word by their numbers, for the expressions that are asked about it one after another.
final class WordLetters {
  private let word = Buffer<UInt8>()
  /// For each letter its number, see `LetterNumbers`.
  let numbers = Buffer<UInt8>()

  /// Takes up a word.
  func take(_ word: Span<UInt8>) {
    self.word.removeAll()
    self.word.append(word)
    numbers.removeAll()
    var index = 0
    while index < word.count {
      let (scalar, length) = UTF8Decoding.scalar(in: word, at: index)
      index += length
      numbers.append(UInt8(truncatingIfNeeded: LetterNumbers.number(of: scalar)))
    }
  }

  /// Calls a function with the bytes of the word.
  @inline(__always)
  func withSpelling<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    word.withSpan(0..<word.count, body)
  }

  /// The scalar of a letter.
  func scalar(at place: Int) -> UInt32 {
    withSpelling { word in
      var index = 0
      for _ in 0..<place { index += UTF8Decoding.scalar(in: word, at: index).length }
      return UTF8Decoding.scalar(in: word, at: index).value
    }
  }
}
