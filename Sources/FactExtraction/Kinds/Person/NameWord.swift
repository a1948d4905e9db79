import TextEngine

/// A word of a person's name with all that it can be.
struct NameWord {
  /// One thing that it can be.
  struct Reading {
    /// The cases and genders in which it stands then.
    var cells: Cells
    /// The nominative, with the capitals of the text.
    var nominative: String
    /// How unlikely that is: 0 for a name of the dictionary.
    var cost: Int
    /// What tells its other cases.
    var source: NameSource
  }

  /// The cost of a case in which the word cannot stand.
  static let impossible = 60

  /// The word as it stands.
  var text: String
  /// What it can be.
  var readings: [Reading]

  /// The likeliest reading for a cell, nil where there is none, and its cost.
  func best(_ cell: Cells) -> (reading: Reading?, cost: Int) {
    var best: Int?
    var cost = Self.impossible
    for (place, reading) in readings.enumerated()
    where reading.cost < cost && !reading.cells.isDisjoint(with: cell) {
      (best, cost) = (place, reading.cost)
    }
    return (best.map { readings[$0] }, cost)
  }

  /// The lowest cost of a reading for a cell.
  func cost(_ cell: Cells) -> Int {
    var cost = Self.impossible
    for reading in readings where reading.cost < cost && !reading.cells.isDisjoint(with: cell) {
      cost = reading.cost
    }
    return cost
  }
}
