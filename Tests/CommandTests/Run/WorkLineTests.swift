import FactExtraction
import Foundation
import Testing

@testable import svodka

/// Collects what a line delivers; the line calls it for one result at a time.
private final class Collector: @unchecked Sendable {
  var delivered: [[UInt8]] = []
}

struct WorkLineTests {
  private func item(_ number: Int) -> WorkItem {
    WorkItem(content: .text(Array("\(number)".utf8), id: .none), file: nil, inputSize: 0)
  }

  private func echo() -> @Sendable () -> WorkLine.Process {
    {
      { item in
        guard case .text(let bytes, _) = item.content else { return WorkResult() }
        // Items take unequal time, so that threads overtake each other.
        usleep(UInt32(bytes.last ?? 0) % 4 * 50)
        return WorkResult(output: bytes)
      }
    }
  }

  @Test(arguments: [1, 2, 3, 16])
  func `results come in the order of the items`(jobs: Int) throws {
    let collector = Collector()
    let line = WorkLine(jobs: jobs, makeProcess: echo()) { collector.delivered.append($0.output) }
    for number in 0..<500 { try line.submit(item(number)) }
    try line.finish()
    #expect(collector.delivered == (0..<500).map { Array("\($0)".utf8) })
  }

  @Test func `a line without items ends`() throws {
    try WorkLine(jobs: 4, makeProcess: echo()) { _ in }.finish()
  }

  @Test func `a failed delivery ends the line and is told to both callers`() throws {
    let collector = Collector()
    let line = WorkLine(jobs: 3, makeProcess: echo()) { result throws(CommandFailure) in
      collector.delivered.append(result.output)
      if collector.delivered.count == 20 { throw CommandFailure.usage("full") }
    }
    let submitting = try #require(throws: CommandFailure.self) {
      for number in 0..<10_000 { try line.submit(item(number)) }
    }
    #expect(submitting.message == "full")
    let finishing = try #require(throws: CommandFailure.self) { try line.finish() }
    #expect(finishing.message == "full")
    #expect(collector.delivered.count == 20)
  }
}
