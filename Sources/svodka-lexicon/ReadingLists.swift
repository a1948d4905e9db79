import TextEngine

/// Lists of readings, each stored once.
struct ReadingLists {
  /// The readings of all lists; the last one of each is marked.
  private(set) var entries: [UInt32] = []
  private var known: [[UInt32]: UInt32] = [:]

  /// A reading as it stands in `entries`, not marked as the last.
  static func reading(paradigm: Int, row: Int) -> UInt32 { UInt32(paradigm << 16 | row << 1) }

  /// The paradigm and the row of a reading.
  static func place(of reading: UInt32) -> (paradigm: Int, row: Int) {
    (Int(reading >> 16), Int(reading >> 1 & 0x7FFF))
  }

  /// Where a list starts.
  mutating func index(of list: [UInt32]) -> UInt32 {
    if let index = known[list] { return index }
    let index = UInt32(entries.count)
    entries.append(contentsOf: list)
    entries[entries.count - 1] |= 1
    known[list] = index
    return index
  }
}
