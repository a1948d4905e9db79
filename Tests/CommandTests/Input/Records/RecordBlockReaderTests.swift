import FactExtraction
import Testing

@testable import svodka

struct RecordBlockReaderTests {
  /// A record as it was cut.
  private struct Cut: Equatable, CustomStringConvertible {
    let text: String
    let line: Int
    let number: Int
    var isFaulty = false

    var description: String { "\(number)@\(line):\(isFaulty ? "!" : text)" }
  }

  private func read<Cutter: RecordCutter>(
    _ bytes: [UInt8],
    _ cutter: Cutter,
    pieceSize: Int,
    limit: Int = 1 << 20
  ) -> (cuts: [Cut], failure: CommandFailure?) {
    var reader = RecordBlockReader(
      PieceStream(bytes, pieceSize: pieceSize),
      cutter: cutter,
      layout: .json,
      limit: limit
    )
    var cuts: [Cut] = []
    do throws(CommandFailure) {
      while let block = try reader.next() {
        for record in block.records {
          let text = String(decoding: block.bytes[record.range], as: UTF8.self)
          cuts.append(
            Cut(
              text: text,
              line: record.line,
              number: record.number,
              isFaulty: record.fault != nil
            )
          )
        }
      }
      return (cuts, nil)
    } catch {
      return (cuts, error)
    }
  }

  private func rows(_ text: String, pieceSize: Int, limit: Int = 1 << 20) -> [String] {
    let found = read(
      Array(text.utf8),
      TableCutter(delimiter: UInt8(ascii: ",")),
      pieceSize: pieceSize,
      limit: limit
    )
    return found.cuts.map(\.description)
  }

  private func elements(_ text: String, pieceSize: Int, limit: Int = 1 << 20) -> [String] {
    let found = read(Array(text.utf8), ElementCutter(), pieceSize: pieceSize, limit: limit)
    return found.cuts.map(\.description) + (found.failure?.message.map { [$0] } ?? [])
  }

  private static let tables: [(String, [String])] = [
    ("", []), ("\u{FEFF}", []), ("\n\r\n", []), ("a", ["1@1:a"]), ("\u{FEFF}a\n", ["1@1:a"]),
    ("a,b\r\nc,d", ["1@1:a,b\r", "2@2:c,d"]), ("a\n\n\nb\n", ["1@1:a", "2@4:b"]),
    ("a,\"b\nc\"\nd", ["1@1:a,\"b\nc\"", "2@3:d"]),
    ("\"a\"\"\n\"\"b\",c\nd", ["1@1:\"a\"\"\n\"\"b\",c", "2@3:d"]),
    // A mark inside of a field is a mark.
    ("a\"b\nc,d\"\"\ne", ["1@1:a\"b", "2@2:c,d\"\"", "3@3:e"]),
    // A field that is never closed costs its line.
    ("a,\"b\nc\nd,e", ["1@1:a,\"b", "2@2:c", "3@3:d,e"]),
    ("a,\"b\nc,\"d\"\ne\n", ["1@1:a,\"b", "2@2:c,\"d\"", "3@3:e"]),
    ("a,\"b\nc\n\"d\"x\n", ["1@1:a,\"b", "2@2:c", "3@3:\"d\"x"]),
    ("a,\"b", ["1@1:a,\"b"]), ("\"a\"b\nc", ["1@1:\"a\"b", "2@2:c"]),
  ]

  @Test(arguments: tables, [1, 2, 3, 4096])
  func `rows end where no mark is open`(table: (String, [String]), pieceSize: Int) {
    #expect(rows(table.0, pieceSize: pieceSize) == table.1)
  }

  private static let arrays: [(String, [String])] = [
    ("", []), (" \n", []), ("[]", []), ("\u{FEFF}[ ]\n", []), ("[{}]", ["1@1:{}"]),
    ("[\n{\"a\":[1]},\n {\"b\":\"}]\\\"\"}\n]\n", ["1@2:{\"a\":[1]}", "2@3:{\"b\":\"}]\\\"\"}"]),
    ("[17, \"x,]\" ,null,[1,[2]]]", ["1@1:17", "2@1:\"x,]\"", "3@1:null", "4@1:[1,[2]]"]),
    ("{\"a\":\n1}\n\n{}{}", ["1@1:{\"a\":\n1}", "2@4:{}", "3@4:{}"]),
    ("[{}][{}]", ["1@1:{}", "2@1:{}"]),
    ("[{},\n{}", ["1@1:{}", "2@2:{}", "pieces:2: the file ends inside the array"]),
    ("[{},{\"a\":\"b", ["1@1:{}", "2@1:{\"a\":\"b", "pieces:1: the file ends inside the array"]),
    ("{\"a\":{", ["1@1:{\"a\":{"]), ("[{}]x", ["1@1:{}", "pieces:1: \(start)"]),
    ("\nnews", ["pieces:2: \(start)"]),
    // A raw line feed in a string is the element's own matter, a string that is not closed too.
    ("[{\"a\":\"b\nc\"},{}]", ["1@1:{\"a\":\"b\nc\"}", "2@2:{}"]),
    ("[\n{\"a\":\"b},\n{\"a\":1},\n{}]", ["1@2:{\"a\":\"b},\n", "2@3:{\"a\":1}", "3@4:{}"]),
    (
      "[\n  {\n    \"a\":\"b\n  },\n  {\n    \"a\":1\n  }\n]",
      ["1@2:{\n    \"a\":\"b\n  },\n  ", "2@5:{\n    \"a\":1\n  }"]
    ),
  ]

  private static let start = "an array or an object should start here"

  @Test(arguments: arrays, [1, 2, 3, 4096])
  func `elements end where no bracket is open`(array: (String, [String]), pieceSize: Int) {
    #expect(elements(array.0, pieceSize: pieceSize) == array.1)
  }

  @Test(arguments: [1, 7, 4096])
  func `a record above the limit is passed over and the next one is read`(pieceSize: Int) {
    let long = String(repeating: "x\n", count: 5_000)
    #expect(
      rows("a\n\"\(long)\"\nb\n", pieceSize: pieceSize, limit: 1_000) == [
        "1@1:a", "2@2:!", "3@5003:b",
      ]
    )
    #expect(
      rows("a\n\"\(long)", pieceSize: pieceSize, limit: 1_000).prefix(2) == ["1@1:a", "2@2:!"]
    )
    #expect(
      elements("[1,{\"a\":\"\(long)\"},\n2]", pieceSize: pieceSize, limit: 1_000)
        == ["1@1:1", "2@1:!", "3@5002:2"]
    )
    #expect(
      elements("[\n{\"a\":\"\(long)},\n{\"b\":2}]", pieceSize: pieceSize, limit: 1_000)
        == ["1@2:!", "2@5003:{\"b\":2}"]
    )
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `any bytes give the same records in pieces of any size`(seed: UInt64) {
    var generator = SeededGenerator(state: seed)
    let alphabet = Array("\"\",,\n\r{}[]\\ ab\u{FEFF}".utf8) + [0, 0xFF]
    for _ in 0..<200 {
      let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
        alphabet.randomElement(using: &generator) ?? 0
      }
      let limit = Int.random(in: 1...80, using: &generator)
      let table = TableCutter(delimiter: UInt8(ascii: ","))
      let (rows, elements) = (
        read(bytes, table, pieceSize: 4096), read(bytes, ElementCutter(), pieceSize: 4096)
      )
      for pieceSize in [1, 2, 5] {
        let other = read(bytes, table, pieceSize: pieceSize)
        #expect(other.cuts == rows.cuts, "seed \(seed): \(bytes)")
        let others = read(bytes, ElementCutter(), pieceSize: pieceSize)
        #expect(others.cuts == elements.cuts, "seed \(seed): \(bytes)")
        #expect(others.failure?.message == elements.failure?.message)
        // What is above a limit is so wherever pieces end.
        for limit in [1, 3, 8, limit] {
          let (some, others) = (
            read(bytes, table, pieceSize: pieceSize, limit: limit),
            read(bytes, ElementCutter(), pieceSize: pieceSize, limit: limit)
          )
          #expect(some.cuts == read(bytes, table, pieceSize: 4096, limit: limit).cuts)
          #expect(others.cuts == read(bytes, ElementCutter(), pieceSize: 4096, limit: limit).cuts)
        }
      }
      #expect(rows.cuts.map(\.number) == rows.cuts.indices.map { $0 + 1 })
    }
  }
}
