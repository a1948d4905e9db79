/// What clauses of tests allow by the length of a word and by a look at its letters: a bit for each clause.
struct SpellingRows {
  private let byLength: BitRows
  /// For each byte, the clauses that allow it to be the first.
  private let byFirstByte: BitRows
  /// The clauses that need a hyphen, and those that need a full stop.
  private let needing: BitRows
  private static let (hyphen, stop) = (0, 1)

  init(_ clauses: [TestClause]) {
    byLength = BitRows(count: TestClause.maximumLength + 1, bits: clauses.count)
    byFirstByte = BitRows(count: 256, bits: clauses.count)
    needing = BitRows(count: 2, bits: clauses.count)
    for (number, clause) in clauses.enumerated() {
      for length in 0...TestClause.maximumLength
      where clause.lengths.allSatisfy({ $0.contains(length) }) {
        byLength.insert(number, into: length)
      }
      for byte in 0...UInt8.max where clause.patterns.allSatisfy({ $0.canStart(with: byte) }) {
        byFirstByte.insert(number, into: Int(byte))
      }
      if clause.patterns.contains(where: { $0.needs(UInt8(ascii: "-")) }) {
        needing.insert(number, into: Self.hyphen)
      }
      if clause.patterns.contains(where: { $0.needs(UInt8(ascii: ".")) }) {
        needing.insert(number, into: Self.stop)
      }
    }
  }

  /// Leaves those of some clauses that may hold for a word; the empty word is not looked at.
  func restrict(_ clauses: Buffer<UInt64>, _ spelling: Span<UInt8>, length: Int) {
    guard !spelling.isEmpty else { return }
    let length = min(length, TestClause.maximumLength)
    let first = Int(spelling[0])
    var (hasHyphen, hasStop) = (false, false)
    for index in 0..<spelling.count {
      hasHyphen = hasHyphen || spelling[index] == UInt8(ascii: "-")
      hasStop = hasStop || spelling[index] == UInt8(ascii: ".")
    }
    for word in 0..<clauses.count {
      var allowed = byLength.word(word, of: length) & byFirstByte.word(word, of: first)
      if !hasHyphen { allowed &= ~needing.word(word, of: Self.hyphen) }
      if !hasStop { allowed &= ~needing.word(word, of: Self.stop) }
      clauses[word] &= allowed
    }
  }
}
