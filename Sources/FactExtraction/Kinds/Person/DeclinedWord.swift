/// A word of a name as it is read and declined, which decides all its cases.
struct DeclinedWord: Hashable {
  /// The word, of which there is one object for each form and part.
  let word: NameWord
  /// The place of its reading; nil where it stays as it is.
  let reading: Int?
  /// The sex of the bearer, by its column.
  let column: Int

  static func == (left: DeclinedWord, right: DeclinedWord) -> Bool {
    left.word === right.word && left.reading == right.reading && left.column == right.column
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(word))
    hasher.combine(reading)
    hasher.combine(column)
  }
}
