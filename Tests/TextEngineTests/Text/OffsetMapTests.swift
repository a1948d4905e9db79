import Testing

@testable import TextEngine

@Suite struct OffsetMapTests {
  @Test func `offsets count scalars, bytes or UTF-16 units`() {
    let text = SourceText("в Актау 🙂!")
    #expect(OffsetMap(text, unit: .scalar).offset(ofByte: 14) == 8)
    #expect(OffsetMap(text, unit: .scalar).offset(ofByte: 18) == 9)
    #expect(OffsetMap(text, unit: .utf16).offset(ofByte: 18) == 10)
    #expect(OffsetMap(text, unit: .utf8).offset(ofByte: 18) == 18)
    #expect(OffsetMap(text, unit: .scalar).range(of: TextSpan(start: 3, end: 13)) == (2, 7))
  }

  @Test(arguments: OffsetUnit.allCases)
  func `offsets outside the text are clamped`(unit: OffsetUnit) {
    let text = SourceText("аб")
    let map = OffsetMap(text, unit: unit)
    #expect(map.offset(ofByte: -1) == 0)
    #expect(map.offset(ofByte: 100) == (unit == .utf8 ? 4 : 2))
    #expect(map.byte(atOffset: 7) == 4)
    #expect(map.byte(atOffset: -7) == 0)
    #expect(OffsetMap(SourceText(""), unit: unit).offset(ofByte: 5) == 0)
    #expect(OffsetMap(SourceText(""), unit: unit).byte(atOffset: 5) == 0)
  }

  @Test func `an offset inside a scalar stands for its start`() {
    #expect(OffsetMap(SourceText("аб"), unit: .scalar).offset(ofByte: 3) == 1)
    #expect(OffsetMap(SourceText("аб"), unit: .utf8).offset(ofByte: 3) == 2)
    #expect(OffsetMap(SourceText("🙂а"), unit: .utf16).byte(atOffset: 1) == 0)
  }

  @Test(arguments: 1...40)
  func `each offset is what counting from the start gives`(seed: UInt64) {
    var random = TextGenerator(seed: seed)
    let string = random.text(scalars: Int.random(in: 0...400, using: &random))
    let scalars = OffsetMap(SourceText(string), unit: .scalar)
    let pairs = OffsetMap(SourceText(string), unit: .utf16)
    var scalar = 0
    var utf16 = 0
    var byte = 0
    for next in string.unicodeScalars {
      #expect(scalars.offset(ofByte: byte) == scalar, "seed \(seed)")
      #expect(pairs.offset(ofByte: byte) == utf16, "seed \(seed)")
      #expect(scalars.byte(atOffset: scalar) == byte, "seed \(seed)")
      #expect(pairs.byte(atOffset: utf16) == byte, "seed \(seed)")
      scalar += 1
      utf16 += next.utf16.count
      byte += next.utf8.count
    }
    #expect(scalars.offset(ofByte: byte) == scalar)
    #expect(pairs.offset(ofByte: byte) == utf16)
    #expect(pairs.byte(atOffset: utf16) == byte)
  }
}
