import TextEngine

/// A word of a person's name with all that it can be.
///
/// What the cases and sexes cost is looked up, since every mention of the word asks for all of them.
final class NameWord {
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
    /// The place of the first reading of the word with the same nominative.
    fileprivate(set) var firstAlike: Int32 = 0

    init(cells: Cells, nominative: String, cost: Int, source: NameSource) {
      (self.cells, self.nominative, self.cost, self.source) = (cells, nominative, cost, source)
    }
  }

  /// The cost of a case in which the word cannot stand.
  static let impossible = 60

  /// The word as it stands.
  let text: String
  /// What it can be.
  let readings: [Reading]
  /// The first reading whose nominative is the word as it stands, or -1.
  private let firstUnchanged: Int32
  /// For each case and sex the place of the likeliest reading, or -1, and its cost.
  private let best: [(place: Int32, cost: Int32)]

  /// Makes a word of its readings.
  init(text: String, readings: [Reading]) {
    self.text = text
    func first(_ nominative: String) -> Int? {
      let length = nominative.utf8.count
      // Most differ in length, which is told at once.
      return readings.firstIndex {
        $0.nominative.utf8.count == length && $0.nominative == nominative
      }
    }
    // A copy has no room to grow.
    self.readings = readings.map { reading in
      var reading = reading
      reading.firstAlike = Int32(first(reading.nominative) ?? 0)
      return reading
    }
    firstUnchanged = Int32(first(text) ?? -1)
    var best: [(place: Int32, cost: Int32)] = []
    best.reserveCapacity(NameCell.count)
    for index in 0..<NameCell.count {
      let cells = NameCell(index).cells
      var found = (place: -1, cost: Self.impossible)
      for place in readings.indices
      where readings[place].cost < found.cost && !readings[place].cells.isDisjoint(with: cells) {
        found = (place, readings[place].cost)
      }
      best.append((Int32(found.place), Int32(found.cost)))
    }
    self.best = best
  }

  /// The place of the likeliest reading for a case and sex; nil where there is none.
  func best(_ cell: NameCell) -> Int? {
    let place = best[cell.index].place
    return place < 0 ? nil : Int(place)
  }

  /// The lowest cost of a reading for a case and sex.
  func cost(_ cell: NameCell) -> Int { Int(best[cell.index].cost) }

  /// A number that readings have in common whose nominatives are the same; nil stands for the word as it is.
  func nominativeID(_ reading: Int?) -> Int32 {
    reading.map { readings[$0].firstAlike } ?? firstUnchanged
  }
}
