/// What clauses of tests allow by the length of a word and by a look at its letters: a bit for each clause.
struct SpellingRows {
  /// The clauses that allow each length, those among them that do not look at it.
  private let byLength: BitRows
  /// The same for the first and the last letter.
  private let (byFirst, byLast): (BitRows, BitRows)
  /// The clauses that need a hyphen, those that need a full stop, and those that need an uncommon scalar.
  private let needing: BitRows
  private static let hyphen = 0
  private static let stop = 1
  private static let uncommon = 2
  /// The clauses that allow words with some of the three, by the bits of those that they have.
  private let byMarks: BitRows

  init(_ clauses: [TestClause]) {
    byLength = BitRows(count: TestClause.maximumLength + 1, bits: clauses.count)
    byFirst = BitRows(count: LetterNumbers.count, bits: clauses.count)
    byLast = BitRows(count: LetterNumbers.count, bits: clauses.count)
    needing = BitRows(count: 3, bits: clauses.count)
    for (number, clause) in clauses.enumerated() {
      for length in 0...TestClause.maximumLength
      where clause.lengths.allSatisfy({ $0.contains(length) }) {
        byLength.insert(number, into: length)
      }
      let needs = clause.spelling
      for (rows, scalars) in [(byFirst, needs?.first), (byLast, needs?.last)] {
        let places = scalars.map { LetterNumbers.numbers(of: $0) }
        for place in places ?? Set(0..<LetterNumbers.count) {
          rows.insert(number, into: place)
        }
      }
      if needs?.required == UInt8(ascii: "-") { needing.insert(number, into: Self.hyphen) }
      if needs?.required == UInt8(ascii: ".") { needing.insert(number, into: Self.stop) }
      if needs?.needsUncommon == true { needing.insert(number, into: Self.uncommon) }
    }
    byMarks = Self.byMarks(needing)
  }

  private static func byMarks(_ needing: BitRows) -> BitRows {
    let rows = BitRows(count: 0, bits: needing.length * 64)
    let row = Buffer<UInt64>()
    for marks in 0..<1 << needing.count {
      row.fill(needing.length, with: .max)
      for mark in 0..<needing.count where marks & 1 << mark == 0 {
        needing.subtract(mark, from: row)
      }
      rows.append(row)
    }
    return rows
  }

  /// Reads the rows of so many clauses that were stored.
  init(from reader: inout BinaryReader, clauses: Int) throws(BinaryFault) {
    byLength = try BitRows(from: &reader, count: TestClause.maximumLength + 1, bits: clauses)
    byFirst = try BitRows(from: &reader, count: LetterNumbers.count, bits: clauses)
    byLast = try BitRows(from: &reader, count: LetterNumbers.count, bits: clauses)
    needing = try BitRows(from: &reader, count: 3, bits: clauses)
    byMarks = Self.byMarks(needing)
  }

  func store(in writer: inout BinaryWriter) {
    for rows in [byLength, byFirst, byLast, needing] { rows.store(in: &writer) }
  }

  /// What is looked at besides the first and the last letter.
  struct Look: BitwiseCopyable {
    /// The length and the bits of the marks.
    let number: UInt64
    fileprivate var length: Int { Int(number >> 3) }
    fileprivate var marks: Int { Int(number & 7) }

    init(_ spelling: Span<UInt8>, length: Int) {
      let length = min(length, TestClause.maximumLength)
      number = UInt64(length) << 3 | UInt64(SpellingRows.marks(of: spelling))
    }
  }

  /// Leaves those of some clauses that may hold for a word with such a look.
  func restrict(_ clauses: Buffer<UInt64>, _ look: Look) {
    byLength.formIntersection(look.length, into: clauses)
    byMarks.formIntersection(look.marks, into: clauses)
  }

  /// The clauses that may hold for words with the first letter of a word.
  @inline(__always)
  func first(of spelling: Span<UInt8>) -> BufferView<UInt64> {
    byFirst.view(LetterNumbers.number(of: Self.firstScalar(spelling)))
  }

  /// The same for the last letter.
  @inline(__always)
  func last(of spelling: Span<UInt8>) -> BufferView<UInt64> {
    byLast.view(LetterNumbers.number(of: Self.lastScalar(spelling)))
  }

  /// A bit for each of the three that a word has.
  private static func marks(of spelling: Span<UInt8>) -> Int {
    // Most words are small letters, of which the first may be a capital.
    let isCapital = spelling.count > 1 && RussianLetter.isCapital(spelling[0], spelling[1])
    let plain = Folding.smallLetters(in: spelling, from: isCapital ? 2 : 0)
    if plain == spelling.count { return 0 }
    var marks = 0
    for index in 0..<spelling.count {
      if spelling[index] == UInt8(ascii: "-") { marks |= 1 << hyphen }
      if spelling[index] == UInt8(ascii: ".") { marks |= 1 << stop }
    }
    if PatternHints.isUncommon(spelling) { marks |= 1 << uncommon }
    return marks
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
