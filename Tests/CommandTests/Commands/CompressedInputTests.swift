import Foundation
import Testing

/// `svodka extract` on compressed files.
struct CompressedInputTests {
  @Test(arguments: Compressor.present)
  func `a compressed file gives what it holds, whatever its name`(compressor: Compressor) throws {
    let lines = manyLines(300)
    let plain = try SvodkaProcess.extract(["--format", "jsonl"], input: Data(lines))
    let packed = Data(try compressor.compress(lines))
    #expect(try SvodkaProcess.extract(["-"], input: packed).output == plain.output)
    try TemporaryFolder.with { folder in
      try folder.write(packed, to: "dump.jsonl")
      try folder.write(packed, to: "dump.jsonl.gz")
      try folder.write(packed, to: "dump.jsonl.zst")
      for name in ["dump.jsonl", "dump.jsonl.gz", "dump.jsonl.zst"] {
        let outcome = try SvodkaProcess.extract([folder.path(name)])
        #expect(outcome.output == plain.output)
        #expect(outcome.status == 0)
      }
    }
  }

  @Test func `a folder's compressed files are read and called by their names`() throws {
    try TemporaryFolder.with { folder in
      let text = try Compressor.gzip.compress(Array("Было 5 домов".utf8))
      try folder.write(Data(text), to: "a.txt.gz")
      try folder.write(Data(text.dropLast(3)), to: "b.txt.gz")
      try folder.write(Data(text), to: "c.gz")
      try folder.write("Было 6 домов", to: "d.txt")
      let outcome = try SvodkaProcess.extract([folder.url.path])
      let records = try outcome.records()
      #expect(records.map { $0["id"] as? String } == ["a", "b", "d"])
      #expect(records.map { $0["error"] == nil } == [true, false, true])
      #expect(outcome.lines[1].contains(#""error":{"code":"unreadable""#))
      #expect(outcome.status == 0)
    }
  }

  @Test(arguments: Compressor.present)
  func `a cut dump gives its whole lines, a message, and status 74`(
    compressor: Compressor
  ) throws {
    let packed = try compressor.compress(manyLines(3_000))
    let cut = packed.count * 3 / 4
    let outcome = try SvodkaProcess.extract([], input: Data(packed.prefix(cut)))
    let ids = try outcome.records().map { $0["id"] as? Int }
    #expect(ids.count > 1_000)
    #expect(ids == Array(0..<ids.count))
    #expect(outcome.status == 74)
    #expect(
      outcome.messages.contains(
        "error: standard input: the \(compressor) data ends too early, at byte \(cut) of the file; "
          + "the lines from \(ids.count + 1) on are lost"
      )
    )
  }
}
