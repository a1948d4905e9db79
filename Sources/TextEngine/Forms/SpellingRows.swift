/// What clauses of tests allow by the length of a word and by a look at its letters: a bit for each clause.
struct SpellingRows {
  /// The clauses that look at the length, and those that look at the letters.
  private let looking: BitRows
  private static let (length, letters) = (0, 1)
  /// Of those that look at the length, the clauses that allow each.
  private let byLength: BitRows
  /// Of those that look at the letters, the clauses that allow each to be the first.
  private let byFirst: BitRows
  /// The clauses that need a hyphen, and those that need a full stop.
  private let needing: BitRows
  private static let (hyphen, stop) = (0, 1)

  init(_ clauses: [TestClause]) {
    looking = BitRows(count: 2, bits: clauses.count)
    byLength = BitRows(count: TestClause.maximumLength + 1, bits: clauses.count)
    byFirst = BitRows(count: SpellingNeeds.placeCount, bits: clauses.count)
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
      looking.insert(number, into: Self.letters)
      for place in needs.places { byFirst.insert(number, into: place) }
      if needs.required == UInt8(ascii: "-") { needing.insert(number, into: Self.hyphen) }
      if needs.required == UInt8(ascii: ".") { needing.insert(number, into: Self.stop) }
    }
  }

  /// Reads the rows of so many clauses that were stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    looking = try BitRows(from: &reader, count: 2, bits: clauses)
    byLength = try BitRows(from: &reader, count: TestClause.maximumLength + 1, bits: clauses)
    byFirst = try BitRows(from: &reader, count: SpellingNeeds.placeCount, bits: clauses)
    needing = try BitRows(from: &reader, count: 2, bits: clauses)
  }

  func store(in writer: inout BinaryWriter) {
    for rows in [looking, byLength, byFirst, needing] { rows.store(in: &writer) }
  }

  /// Leaves those of some clauses that may hold for a word.
  func restrict(_ clauses: Buffer<UInt64>, _ spelling: Span<UInt8>, length: Int) {
    let length = min(length, TestClause.maximumLength)
    let first = SpellingNeeds.place(of: Self.firstScalar(spelling))
    var (hasHyphen, hasStop) = (false, false)
    for index in 0..<spelling.count {
      hasHyphen = hasHyphen || spelling[index] == UInt8(ascii: "-")
      hasStop = hasStop || spelling[index] == UInt8(ascii: ".")
    }
    for word in 0..<clauses.count {
      var allowed = byLength.word(word, of: length) | ~looking.word(word, of: Self.length)
      allowed &= byFirst.word(word, of: first) | ~looking.word(word, of: Self.letters)
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
    guard 0xD0...0xD3 ~= spelling[0], spelling.count > 1 else { return .max }
    return UInt32(spelling[0] & 0x1F) << 6 | UInt32(spelling[1] & 0x3F)
  }
}
