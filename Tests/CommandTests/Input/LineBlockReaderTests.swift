import Foundation
import Testing

@testable import svodka

struct LineBlockReaderTests {
  /// The blocks that a file of these bytes is cut into.
  private func blocks(_ bytes: [UInt8], lineLimit: Int = 1 << 20) throws -> [LineBlock] {
    try TemporaryFolder.with { folder in
      let file = try folder.write(Data(bytes), to: "dump.jsonl")
      var reader = LineBlockReader(try ByteSource(path: file.path), lineLimit: lineLimit)
      var blocks: [LineBlock] = []
      while let block = try reader.next() { blocks.append(block) }
      return blocks
    }
  }

  @Test(arguments: [
    ("", []), ("a", ["a"]), ("a\n", ["a\n"]), ("\n\n", ["\n\n"]), ("a\nb", ["a\n", "b"]),
    ("\u{FEFF}a\n", ["a\n"]), ("\u{FEFF}", []), ("a\n\u{FEFF}b\n", ["a\n\u{FEFF}b\n"]),
  ])
  func `blocks end at line ends`(text: String, expected: [String]) throws {
    let cut = try blocks(Array(text.utf8))
    #expect(cut.map { String(decoding: $0.bytes, as: UTF8.self) } == expected)
  }

  @Test func `a long file comes whole and with its line numbers`() throws {
    var generator = SeededGenerator(state: 5)
    var bytes: [UInt8] = []
    for _ in 0..<30 {
      let length = Int.random(in: 0...60_000, using: &generator)
      bytes += repeatElement(UInt8(ascii: "x"), count: length)
      bytes.append(UInt8(ascii: "\n"))
    }
    let cut = try blocks(bytes)
    #expect(cut.count > 1)
    #expect(cut.flatMap(\.bytes) == bytes)
    var line = 1
    for block in cut {
      #expect(block.firstLine == line)
      #expect(block.bytes.last == UInt8(ascii: "\n"))
      line += block.bytes.count { $0 == UInt8(ascii: "\n") }
    }
  }

  @Test func `a line above the limit is passed over and the next one is read`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 700_000)
    let cut = try blocks(Array("a\n".utf8) + long + Array("\nb\nc".utf8), lineLimit: 1_000)
    #expect(cut.map(\.isTooLong) == [false, true, false, false])
    #expect(cut.map(\.firstLine) == [1, 2, 3, 4])
    #expect(cut[2].bytes == Array("b\n".utf8))
  }

  @Test func `a last line above the limit ends the file`() throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 700_000)
    let cut = try blocks(long, lineLimit: 1_000)
    #expect(cut.map(\.isTooLong) == [true])
  }
}
