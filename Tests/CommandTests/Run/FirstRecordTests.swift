import FactExtraction
import Foundation
import Glibc
import Testing

@testable import svodka

/// The first record of a large input does not wait for the others.
struct FirstRecordTests {
  private static func dump(_ format: InputFormat, count: Int) -> String {
    let text = String(repeating: "Приняли 20 студентов. ", count: 4)
    let rows = (0..<count).map { number in
      format == .csv ? "\(number),\(text)" : "{\"id\":\"\(number)\",\"text\":\"\(text)\"}"
    }
    return switch format {
    case .csv: "id,text\n" + rows.joined(separator: "\n") + "\n"
    case .json: "[" + rows.joined(separator: ",\n") + "]"
    default: rows.joined(separator: "\n") + "\n"
    }
  }

  private static func isWritten(_ path: String) -> Bool {
    FileManager.default.contents(atPath: path)?.isEmpty == false
  }

  /// A worker that takes up no second document before the record of the first is there would wait for ever if both
  /// were in one piece.
  @Test(.timeLimit(.minutes(1)), arguments: [InputFormat.jsonl, .json, .csv], [1, 2])
  func `a record is written before the next documents are worked on`(
    format: InputFormat,
    jobs: Int
  ) throws {
    try TemporaryFolder.with { folder in
      let dump = Self.dump(format, count: 1_000)
      let input = try folder.write(Data(dump.utf8), to: "dump" + (format.endings.first ?? ""))
      let output = try OutputFile(path: folder.path("facts.jsonl"), isForced: false)
      let part = output.partPath
      let run = ExtractionRun(
        files: [InputFile(place: .path(input.path), id: "dump", size: 0, format: format)],
        jobs: jobs,
        reader: ItemReader(opener: InputOpener(), fields: RecordFields(), lineLimit: 1 << 20),
        settings: DocumentWorker.Settings()
      ) {
        { document, json in
          while document.id != DocumentID("0"), !Self.isWritten(part) { usleep(1_000) }
          let fault = DocumentFault(.tooLong, "")
          json.errorRecord(id: document.id, file: nil, line: nil, record: nil, fault: fault)
        }
      }
      let delivery = Delivery(output: output)
      try run.run(to: delivery)
      #expect(delivery.counts.written == 1_000)
      #expect(delivery.counts.bytes == dump.utf8.count)
    }
  }

  @Test func `pieces grow until blocks are taken as they were read`() throws {
    let line = [UInt8](repeating: UInt8(ascii: "x"), count: 99) + [UInt8(ascii: "\n")]
    let bytes = Array(repeatElement(line, count: 10_000).joined())
    var ramp = BlockRamp()
    var sizes: [Int] = []
    for first in [1, 10_001] {
      let item = WorkItem(
        content: .lines(LineBlock(bytes: bytes, firstLine: first)),
        file: nil,
        inputSize: bytes.count
      )
      var next = first
      try item.forEachPiece(&ramp) { piece in
        guard case .lines(let block) = piece.content else { return }
        #expect(block.firstLine == next)
        #expect(block.bytes.count == piece.inputSize)
        next += piece.documentCount
        sizes.append(piece.inputSize)
      }
      #expect(next == first + 10_000)
    }
    #expect(sizes == [100, 4_100, 8_200, 16_400, 32_800, 65_600, 872_800, 1_000_000])
  }
}
