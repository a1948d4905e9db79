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
  }

  /// The cost of a case in which the word cannot stand.
  static let impossible = 60

  /// The word as it stands.
  var text: String
  /// What it can be.
  var readings: [Reading]

  /// The likeliest reading for a cell, and its cost.
  func best(_ cell: Cells) -> (nominative: String, cost: Int) {
    var best = (nominative: text, cost: Self.impossible)
    for reading in readings where reading.cost < best.cost && !reading.cells.isDisjoint(with: cell)
    {
      best = (reading.nominative, reading.cost)
    }
    return best
  }
}
