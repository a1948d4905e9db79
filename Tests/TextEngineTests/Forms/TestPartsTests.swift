import Testing

@testable import TextEngine

/// Tests as flat nodes: what is stored comes back, and what names nothing is refused.
struct TestPartsTests {
  private static let tests: [TokenTest] = [
    .anything,
    .all([.not(.form(3)), .any([.lemma(5), .list(1)]), .shape(.capitalised)]),
    .all([.exact(Array("Волга".utf8)), .length(1...40), .integer(2...7)]),
    .readingNot(.flags(.sentenceStart)),
  ]

  private static func bytes(_ tests: [TokenTest]) -> [UInt8] {
    var writer = BinaryWriter()
    TestPartsBuilder.parts(of: tests).store(in: &writer)
    return writer.bytes
  }

  private static func read(
    _ bytes: [UInt8],
    tests count: Int = tests.count,
    lists: Int = 2
  ) throws(BinaryFault) -> TestParts {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    defer { memory.deallocate() }
    memory.copyBytes(from: bytes)
    var reader = BinaryReader(UnsafeRawBufferPointer(memory))
    return try TestParts(from: &reader, tests: count, lists: lists)
  }

  @Test func `what was stored comes back`() throws {
    let bytes = Self.bytes(Self.tests)
    let parts = try Self.read(bytes)
    var writer = BinaryWriter()
    parts.store(in: &writer)
    #expect(writer.bytes == bytes)
    #expect(parts.tests.elements.map(\.asksForList) == [false, true, false, false])
    #expect(parts.tests[3].flagMask == .sentenceStart)
    #expect(parts.spellings == [Array("Волга".utf8)])
  }

  @Test func `a test asks for the lists that it names`() {
    let parts = TestPartsBuilder.parts(of: Self.tests)
    let asked = parts.tests.elements.map { parts.asks(node: Int($0.root), for: 1) }
    #expect(asked == [false, true, false, false])
    #expect(!parts.asks(node: Int(parts.tests[1].root), for: 0))
  }

  @Test func `another number of tests, or a list that is not there, is a fault`() throws {
    let bytes = Self.bytes(Self.tests)
    #expect(throws: BinaryFault.self) { try Self.read(bytes, tests: Self.tests.count + 1) }
    #expect(throws: BinaryFault.self) { try Self.read(bytes, lists: 1) }
  }

  @Test func `a damaged byte gives a fault or other tests, whose ways end`() {
    let bytes = Self.bytes(Self.tests)
    for place in bytes.indices {
      for value in [0, bytes[place] ^ 1, 0x7F, 0xFF] {
        var damaged = bytes
        damaged[place] = value
        guard let parts = try? Self.read(damaged) else { continue }
        for test in parts.tests.elements { _ = parts.asks(node: Int(test.root), for: 1) }
      }
    }
  }
}
