import Testing

@testable import TextEngine

@Suite struct LineTableTests {
  let lines = LineTable(SourceText("список\r\nновый закон\n\nконец"))

  @Test func `lines and columns count from one, columns in scalars`() {
    #expect(lines.count == 4)
    #expect(lines.position(ofByte: 0) == .init(line: 1, column: 1))
    #expect(lines.position(ofByte: 2) == .init(line: 1, column: 2))
    #expect(lines.position(ofByte: 14) == .init(line: 2, column: 1))
    #expect(lines.position(ofByte: 25) == .init(line: 2, column: 7))
    #expect(lines.position(ofByte: 36) == .init(line: 3, column: 1))
    #expect(lines.position(ofByte: 37) == .init(line: 4, column: 1))
  }

  @Test func `an offset outside the text is clamped`() {
    #expect(lines.position(ofByte: -5) == .init(line: 1, column: 1))
    #expect(lines.position(ofByte: 1000) == .init(line: 4, column: 6))
    #expect(LineTable(SourceText("")).position(ofByte: 3) == .init(line: 1, column: 1))
  }

  @Test func `an offset inside a scalar stands for the scalar`() {
    #expect(lines.position(ofByte: 3) == .init(line: 1, column: 2))
  }

  @Test func `the text of a line has no line break`() {
    #expect((0...5).map(lines.text(ofLine:)) == ["", "список", "новый закон", "", "конец", ""])
  }
}
