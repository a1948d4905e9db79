/// How many words have each ending and reading.
///
/// Endings are read from the last letter on, so that a shorter ending is the start of a longer one.
struct EndingCounts {
  /// An ending with a reading, and for how many words it stands.
  struct Entry {
    /// The letters' codes, 6 bits each, the last letter highest; below them 22 bits of the reading.
    var key: UInt64
    var count: Int

    /// The ending alone.
    var ending: UInt64 { key >> 22 }
    var paradigm: Int { Int(key >> 10 & 0xFFF) }
    var row: Int { Int(key & 0x3FF) }
    var reading: UInt32 { ReadingLists.reading(paradigm: paradigm, row: row) }
  }

  /// The letters of the longest ending.
  static let maxLength = 6

  private var entries: [Entry] = []
  private let foldedFrom: UInt8
  private let foldedTo: UInt8

  /// Counts nothing yet; texts seldom write ё, so the endings do not tell it from е.
  init(_ alphabet: Alphabet) {
    foldedFrom = alphabet.code(0x451)
    foldedTo = alphabet.code(0x435)
  }

  /// Whether paradigms and rows have numbers small enough.
  static func hasRoom(for dump: Dump) -> Bool {
    dump.paradigms.count <= 1 << 12 && dump.paradigms.allSatisfy { $0.count <= 1 << 10 }
  }

  /// Counts a form in the codes of its letters.
  mutating func add(_ form: [UInt8], paradigm: Int, row: Int) {
    entries.append(
      Entry(key: pack(form) << 22 | UInt64(paradigm << 10 | row), count: 1)
    )
  }

  /// The last letters of a form as a key.
  func pack(_ form: [UInt8]) -> UInt64 {
    var ending: UInt64 = 0
    for (index, code) in form.reversed().prefix(EndingCounts.maxLength).enumerated() {
      let folded = code == foldedFrom ? foldedTo : code
      ending |= UInt64(folded) << UInt64(6 * (EndingCounts.maxLength - 1 - index))
    }
    return ending
  }

  /// The codes of an ending, the last letter first.
  static func unpack(_ ending: UInt64) -> [UInt8] {
    (0..<maxLength).map { UInt8(ending >> UInt64(6 * (maxLength - 1 - $0)) & 63) }
      .filter { $0 != 0 }
  }

  /// The counts of endings of all lengths, the shortest ones first; within a length by ending and reading.
  func byLength() -> [[Entry]] {
    var lengths: [[Entry]] = []
    var entries = EndingCounts.summed(entries)
    for length in (1...EndingCounts.maxLength).reversed() {
      let dropped: UInt64 = UInt64(6 * (EndingCounts.maxLength - length)) + 22
      let mask: UInt64 = ~(((1 << dropped) - 1) & ~0x3F_FFFF)
      entries = EndingCounts.summed(entries.map { Entry(key: $0.key & mask, count: $0.count) })
      // A word shorter than this has no such ending.
      lengths.append(entries.filter { $0.key >> dropped & 63 != 0 })
    }
    return lengths.reversed()
  }

  private static func summed(_ entries: [Entry]) -> [Entry] {
    var sums: [Entry] = []
    for entry in entries.sorted(by: { $0.key < $1.key }) {
      if let last = sums.last, last.key == entry.key {
        sums[sums.count - 1].count += entry.count
      } else {
        sums.append(entry)
      }
    }
    return sums
  }
}
