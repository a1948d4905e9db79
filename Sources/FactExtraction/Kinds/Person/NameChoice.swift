import TextEngine

/// One way to read a name: in one case and sex, each word by what is likeliest there, but for one of them perhaps.
struct NameChoice {
  /// The case and the sex.
  var cell: NameCell
  /// How much less likely it is than what the words and their surroundings tell.
  var extra = 0
  /// The word that is not read by what is likeliest, or -1.
  private var place = -1
  /// The reading of that word.
  private var reading = 0

  /// The likeliest way in a case and sex.
  init(cell: NameCell, extra: Int = 0) { (self.cell, self.extra) = (cell, extra) }

  /// The same with another reading of a word, which costs more.
  func replacing(_ place: Int, by reading: Int, costing more: Int) -> NameChoice {
    var other = self
    (other.place, other.reading) = (place, reading)
    other.extra += more
    return other
  }

  /// The place of the reading of a word; nil where the word stays as it is.
  func reading(of word: NameWord, at place: Int) -> Int? {
    place == self.place ? reading : word.best(cell)
  }

  /// Whether two ways give the same words.
  func isSpelled(like other: NameChoice, _ words: [NameWord]) -> Bool {
    for place in words.indices {
      let word = words[place]
      guard
        word.nominativeID(reading(of: word, at: place))
          == word.nominativeID(other.reading(of: word, at: place))
      else { return false }
    }
    return true
  }
}
