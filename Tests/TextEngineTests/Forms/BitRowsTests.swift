import Testing

@testable import TextEngine

struct BitRowsTests {
  /// Rows of some words, of which the last ones are no whole run of what a loop takes at a time.
  @Test(arguments: 1..<12)
  func `rows are joined word by word`(length: Int) {
    var generator = SeededGenerator(seed: UInt64(length))
    func words() -> [UInt64] {
      (0..<length).map { _ in .random(in: 0...(.max), using: &generator) }
    }
    let rows = BitRows(count: 0, bits: length * 64)
    let all = (0..<4).map { _ in words() }
    for row in all { rows.append(Buffer(row)) }
    let some = words()
    let joined = Buffer<UInt64>()
    rows.takeIntersection(1, of: Buffer(some), into: joined)
    #expect(joined.array(0..<length) == zip(all[1], some).map { $0 & $1 })
    let left = Buffer(some)
    left.formIntersection(rows.view(0), rows.view(2), rows.view(3))
    let expected = (0..<length).map { some[$0] & all[0][$0] & all[2][$0] & all[3][$0] }
    #expect(left.array(0..<length) == expected)
    for (number, row) in all.enumerated() {
      #expect(rows.isEqual(number, Buffer(row)))
      var other = row
      other[length - 1] ^= 1 << 63
      #expect(!rows.isEqual(number, Buffer(other)))
    }
  }
}
