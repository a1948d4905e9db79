/// Rows of bits in one piece of memory, all of one length.
struct BitRows {
  /// The words of a row.
  let length: Int
  private let words: Buffer<UInt64>

  /// Makes `count` rows of so many bits, all 0.
  init(count: Int, bits: Int) {
    length = max(1, (bits + 63) / 64)
    words = Buffer(capacity: max(1, count) * length)
    words.fill(count * length, with: 0)
  }

  /// Makes no rows of so many bits, of which there will be thousands.
  init(manyOfBits bits: Int) {
    length = max(1, (bits + 63) / 64)
    words = Buffer(reserving: Buffer<UInt64>.reserve)
  }

  /// Reads rows of so many bits that were stored; `count` of them, where that is known.
  init(from reader: inout BinaryReader, count: Int? = nil, bits: Int) throws(BinaryFault) {
    length = max(1, (bits + 63) / 64)
    words = try reader.buffer()
    guard words.count.isMultiple(of: length),
      words.count == (count.map { $0 * length } ?? words.count)
    else { throw BinaryFault() }
  }

  /// Appends all rows.
  func store(in writer: inout BinaryWriter) { writer.write(plain: words) }

  /// The number of rows.
  var count: Int { words.count / length }

  /// Forgets all rows.
  func removeAll() { words.removeAll() }

  /// Adds a row with all bits 0.
  func appendEmpty() { words.extend(to: words.count + length, with: 0) }

  /// Adds a row of words.
  func append(_ row: Buffer<UInt64>) { row.withSpan(0..<length) { words.append($0) } }

  /// Sets a bit of a row.
  @inline(__always)
  func insert(_ bit: Int, into row: Int) {
    words.insert(1 << UInt64(truncatingIfNeeded: bit & 63), at: row * length + bit >> 6)
  }

  /// Whether a bit of a row is set.
  @inline(__always)
  func contains(_ bit: Int, in row: Int) -> Bool {
    words[row * length + bit >> 6] & 1 << UInt64(truncatingIfNeeded: bit & 63) != 0
  }

  /// 64 bits of a row.
  @inline(__always)
  func word(_ word: Int, of row: Int) -> UInt64 { words[row * length + word] }

  /// The words of a row, until one is added.
  @inline(__always)
  func view(_ row: Int) -> BufferView<UInt64> {
    words.view(row &* length..<row &* length &+ length)
  }

  /// Joins some words with those of a row.
  @inline(__always)
  func join(_ row: Int, into other: Buffer<UInt64>, by join: (UInt64, UInt64) -> UInt64) {
    other.join(length, words, from: row * length, by: join)
  }

  /// Makes some words those of a row.
  func copy(_ row: Int, to other: Buffer<UInt64>) {
    other.extend(to: length, with: 0)
    join(row, into: other) { $1 }
  }

  /// Sets the bits of a row in some words.
  func formUnion(_ row: Int, into other: Buffer<UInt64>) { join(row, into: other, by: |) }

  /// Leaves the bits of some words that a row has too.
  func formIntersection(_ row: Int, into other: Buffer<UInt64>) { join(row, into: other, by: &) }

  /// Takes the bits of a row off some words.
  func subtract(_ row: Int, from other: Buffer<UInt64>) { join(row, into: other) { $0 & ~$1 } }

  /// Makes other words the bits of some that a row has too.
  func takeIntersection(_ row: Int, of some: Buffer<UInt64>, into other: Buffer<UInt64>) {
    other.takeIntersection(length, of: some, words, from: row * length)
  }

  /// Whether a row has the bits of some words.
  func isEqual(_ row: Int, _ other: Buffer<UInt64>) -> Bool {
    words.isEqual(row * length..<(row + 1) * length, other)
  }
}

extension UInt64 {
  /// Calls a function with the places of all bits that are set, lowest first.
  @inline(__always)
  func forEachBit(_ body: (Int) -> Void) {
    var rest = self
    while rest != 0 {
      body(rest.trailingZeroBitCount)
      rest &= rest - 1
    }
  }
}
