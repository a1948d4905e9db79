import TextEngine

/// The likeliest ways to read a name otherwise than it was decided, no two of them alike.
struct NameChoices {
  /// The ways, the likeliest first.
  private(set) var choices: [NameChoice] = []
  private let words: [NameWord]
  /// What was decided; nil where the sex was not.
  private let decided: NameChoice?

  /// The most that a reading of a word is less likely than the best in the same case and still open.
  private static let openReading = 20
  private static let maximum = 12

  /// None so far.
  init(_ words: [NameWord], decided: NameChoice?) { (self.words, self.decided) = (words, decided) }

  /// Takes up a case and sex, and there each other reading of one of the words.
  mutating func add(_ cell: NameCell, extra: Int) {
    let open = NameChoice(cell: cell, extra: extra)
    add(open)
    let cells = cell.cells
    for (place, word) in words.enumerated() {
      let least = word.cost(cell)
      for reading in word.readings.indices {
        let more = word.readings[reading].cost - least
        guard more <= Self.openReading, !word.readings[reading].cells.isDisjoint(with: cells)
        else { continue }
        add(open.replacing(place, by: reading, costing: more))
      }
    }
  }

  /// Takes up a way, unless it is there already; the likelier of two alike is kept, and of all the likeliest.
  private mutating func add(_ other: NameChoice) {
    let last = choices.count == Self.maximum ? choices[Self.maximum - 1].extra : .max
    guard other.extra < last, !(decided?.isSpelled(like: other, words) ?? false) else { return }
    let alike = choices.firstIndex {
      $0.cell.column == other.cell.column && $0.isSpelled(like: other, words)
    }
    if let alike {
      guard other.extra < choices[alike].extra else { return }
      choices.remove(at: alike)
    }
    let place = choices.firstIndex { other.extra < $0.extra } ?? choices.endIndex
    choices.insert(other, at: place)
    if choices.count > Self.maximum { choices.removeLast() }
  }
}
