import Testing

@testable import TextEngine

struct WordLettersTests {
  @Test(arguments: ["", "Ёлка", "Ұлытау-1", "д’Артаньян", "a🙂б"])
  func `letters are numbered as their scalars are, one word after another`(word: String) {
    let letters = WordLetters()
    for word in [word, "и", word] {
      letters.take(Array(word.utf8).span)
      let scalars = word.unicodeScalars.map(\.value)
      let numbers = letters.numbers.array(0..<letters.numbers.count).map(Int.init)
      #expect(numbers == scalars.map { LetterNumbers.number(of: $0) })
      #expect(scalars.indices.map { letters.scalar(at: $0) } == scalars)
      #expect(letters.withSpelling { $0.count } == word.utf8.count)
    }
  }
}
