/// What clauses of tests allow by the length of a word and by a look at its letters: a bit for each clause.
struct SpellingRows {
  /// The clauses that look at the length, and those that look at the first and the last letter.
  private let looking: BitRows
  private static let length = 0
  private static let first = 1
  private static let last = 2
  /// Of those that look at the length, the clauses that allow each.
  private let byLength: BitRows
  /// Of those that look at these letters, the clauses that allow each.
  private let (byFirst, byLast): (BitRows, BitRows)
  /// The clauses that need a hyphen, and those that need a full stop.
  private let needing: BitRows
  private static let hyphen = 0
  private static let stop = 1

  init(_ clauses: [TestClause]) {
    looking = BitRows(count: 3, bits: clauses.count)
    byLength = BitRows(count: TestClause.maximumLength + 1, bits: clauses.count)
    byFirst = BitRows(count: SpellingNeeds.placeCount, bits: clauses.count)
    byLast = BitRows(count: SpellingNeeds.placeCount, bits: clauses.count)
    needing = BitRows(count: 2, bits: clauses.count)
    for (number, clause) in clauses.enumerated() {
      if !clause.lengths.isEmpty {
        looking.insert(number, into: Self.length)
        for length in 0...TestClause.maximumLength
        where clause.lengths.allSatisfy({ $0.contains(length) }) {
          byLength.insert(number, into: length)
        }
      }
      guard let needs = clause.spelling else { continue }
      if let first = needs.first {
        looking.insert(number, into: Self.first)
        for place in SpellingNeeds.places(of: first) { byFirst.insert(number, into: place) }
      }
      if let last = needs.last {
        looking.insert(number, into: Self.last)
        for place in SpellingNeeds.places(of: last) { byLast.insert(number, into: place) }
      }
      if needs.required == UInt8(ascii: "-") { needing.insert(number, into: Self.hyphen) }
      if needs.required == UInt8(ascii: ".") { needing.insert(number, into: Self.stop) }
    }
  }

  /// Reads the rows of so many clauses that were stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    looking = try BitRows(from: &reader, count: 3, bits: clauses)
    byLength = try BitRows(from: &reader, count: TestClause.maximumLength + 1, bits: clauses)
    byFirst = try BitRows(from: &reader, count: SpellingNeeds.placeCount, bits: clauses)
    byLast = try BitRows(from: &reader, count: SpellingNeeds.placeCount, bits: clauses)
    needing = try BitRows(from: &reader, count: 2, bits: clauses)
  }

  func store(in writer: inout BinaryWriter) {
    for rows in [looking, byLength, byFirst, byLast, needing] { rows.store(in: &writer) }
  }

  /// Leaves those of some clauses that may hold for a word.
  func restrict(_ clauses: Buffer<UInt64>, _ spelling: Span<UInt8>, length: Int) {
    let length = min(length, TestClause.maximumLength)
    let first = SpellingNeeds.place(of: Self.firstScalar(spelling))
    let last = SpellingNeeds.place(of: Self.lastScalar(spelling))
    var (hasHyphen, hasStop) = (false, false)
    for index in 0..<spelling.count {
      hasHyphen = hasHyphen || spelling[index] == UInt8(ascii: "-")
      hasStop = hasStop || spelling[index] == UInt8(ascii: ".")
    }
    for word in 0..<clauses.count where clauses[word] != 0 {
      var allowed = byLength.word(word, of: length) | ~looking.word(word, of: Self.length)
      allowed &= byFirst.word(word, of: first) | ~looking.word(word, of: Self.first)
      allowed &= byLast.word(word, of: last) | ~looking.word(word, of: Self.last)
      if !hasHyphen { allowed &= ~needing.word(word, of: Self.hyphen) }
      if !hasStop { allowed &= ~needing.word(word, of: Self.stop) }
      clauses[word] &= allowed
    }
  }

  /// The first scalar where it is one of ASCII or Cyrillic; else any other.
  private static func firstScalar(_ spelling: Span<UInt8>) -> UInt32 {
    guard !spelling.isEmpty, spelling[0] >= 0x80 else {
      return spelling.isEmpty ? .max : UInt32(spelling[0])
    }
    guard spelling.count > 1 else { return .max }
    return cyrillic(spelling[0], spelling[1])
  }

  /// The last scalar where it is one of ASCII or Cyrillic; else any other.
  private static func lastScalar(_ spelling: Span<UInt8>) -> UInt32 {
    let end = spelling.count - 1
    guard end >= 0, spelling[end] >= 0x80 else { return end < 0 ? .max : UInt32(spelling[end]) }
    guard end > 0 else { return .max }
    return cyrillic(spelling[end - 1], spelling[end])
  }

  private static func cyrillic(_ lead: UInt8, _ trail: UInt8) -> UInt32 {
    0xD0...0xD3 ~= lead ? UInt32(lead & 0x1F) << 6 | UInt32(trail & 0x3F) : .max
  }
}
