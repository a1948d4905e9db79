import FactExtraction
import Testing

@testable import svodka

struct IntakeTests {
  private let lines = (1...100).map { String(repeating: "x", count: $0 % 7) + "\($0)\n" }

  /// The lines as a reader would cut them.
  private func items(cutAt size: Int) -> [WorkItem] {
    stride(from: 0, to: lines.count, by: size).map { start in
      let bytes = lines[start..<min(start + size, lines.count)].joined().utf8
      return WorkItem(
        content: .lines(LineBlock(bytes: Array(bytes), firstLine: start + 1)),
        file: "dump.jsonl",
        inputSize: bytes.count
      )
    }
  }

  /// What an intake makes of items.
  private func take(_ items: [WorkItem], _ settings: Intake.Settings) throws -> [WorkItem] {
    var intake = Intake(settings)
    var taken: [WorkItem] = []
    for item in items where !intake.isFull { try intake.take(item) { taken.append($0) } }
    try intake.finish { taken.append($0) }
    return taken
  }

  private func text(_ items: [WorkItem]) -> String {
    items.map { item in
      guard case .lines(let block) = item.content else { return "?" }
      return String(decoding: block.bytes, as: UTF8.self)
    }.joined()
  }

  private func firstLines(_ items: [WorkItem]) -> [Int] {
    items.map { item in
      guard case .lines(let block) = item.content else { return 0 }
      return block.firstLine
    }
  }

  @Test(arguments: [1, 3, 100])
  func `a limit takes the first documents`(size: Int) throws {
    for limit in [1, 2, 3, 4, 99, 100, 1_000] {
      let taken = try take(items(cutAt: size), Intake.Settings(limit: limit))
      #expect(text(taken) == lines.prefix(limit).joined())
    }
  }

  @Test func `an intake that splits hands on each document with its line`() throws {
    let taken = try take(items(cutAt: 7), Intake.Settings(isSplit: true))
    #expect(text(taken) == lines.joined())
    #expect(firstLines(taken) == Array(1...100))
    #expect(taken.reduce(0) { $0 + $1.inputSize } == lines.joined().utf8.count)
  }

  @Test func `what was done is passed over wherever blocks end now`() throws {
    for done in [1, 2, 50, 99, 100] {
      let whole = try take(items(cutAt: 1), Intake.Settings(limit: done, isHashed: true))
      let hash = try #require(whole.last?.inputHash)
      let before = Intake.Done(documents: done, hash: hash, bytes: 10)
      for size in [1, 3, 100] {
        let settings = Intake.Settings(isHashed: true, done: before)
        let taken = try take(items(cutAt: size), settings)
        #expect(text(taken) == lines.dropFirst(done).joined())
        // What was counted before and what is counted now is the whole.
        let bytes = taken.reduce(10) { $0 + $1.inputSize }
        #expect(taken.isEmpty || bytes == lines.joined().utf8.count)
        let all = try take(items(cutAt: 100), Intake.Settings(isHashed: true))
        #expect(taken.isEmpty || taken.last?.inputHash == all.last?.inputHash)
      }
    }
  }

  @Test func `a line above the limit is the same input wherever pieces of it end`() throws {
    let text =
      lines.joined() + String(repeating: "y", count: 30) + "\n" + lines.joined()
      + String(repeating: "z", count: 30)
    let hashes = try [1, 2, 20, 35, 4096].map { pieceSize in
      var reader = LineBlockReader(
        PieceStream(Array(text.utf8), pieceSize: pieceSize),
        lineLimit: 25
      )
      var items: [WorkItem] = []
      while let block = try reader.next() {
        items.append(WorkItem(content: .lines(block), file: nil, inputSize: 0))
      }
      #expect(items.reduce(0) { $0 + $1.documentCount } == 202)
      return try take(items, Intake.Settings(isHashed: true)).last?.inputHash
    }
    #expect(Set(hashes).count == 1 && hashes[0] != nil)
  }

  @Test func `another input or a shorter one is not gone on with`() throws {
    let settings = { (documents: Int, hash: UInt64) in
      Intake.Settings(
        isHashed: true,
        done: Intake.Done(documents: documents, hash: hash, bytes: 0)
      )
    }
    let all = try take(items(cutAt: 100), Intake.Settings(isHashed: true))
    let hash = try #require(all.last?.inputHash)
    for (documents, hash) in [(100, hash ^ 1), (99, hash), (101, hash), (1, hash)] {
      let failure = try #require(throws: CommandFailure.self) {
        try take(items(cutAt: 7), settings(documents, hash))
      }
      #expect(failure.status == .usage)
      #expect(failure.message?.contains("the input is not the one") == true)
    }
  }

  @Test func `a sample is the same however the input is cut, and in its order`() throws {
    let sample = { (size: Int, seed: UInt64, cut: Int) in
      let settings = Intake.Settings(sample: DocumentSample(size: size, seed: seed))
      return try firstLines(take(items(cutAt: cut), settings))
    }
    let some = try sample(10, 1, 100)
    #expect(some.count == 10)
    #expect(some == some.sorted())
    #expect(try sample(10, 1, 1) == some)
    #expect(try sample(10, 1, 7) == some)
    #expect(try sample(10, 2, 7) != some)
    #expect(try sample(200, 1, 7) == Array(1...100))
    // A smaller sample is part of a larger one.
    #expect(try Set(sample(5, 1, 7)).isSubset(of: some))
  }

  @Test func `each document has the same chance`() throws {
    var counts = [Int](repeating: 0, count: 100)
    for seed in 0..<2_000 as Range<UInt64> {
      let settings = Intake.Settings(sample: DocumentSample(size: 10, seed: seed))
      for line in firstLines(try take(items(cutAt: 100), settings)) { counts[line - 1] += 1 }
    }
    // 200 each, with a deviation of 13; the seeds are fixed, so this is no matter of luck.
    #expect(counts.allSatisfy { (140...260).contains($0) }, "\(counts)")
  }

  @Test func `a document that is no line counts as one`() throws {
    let fault = WorkItem(
      content: .fault(DocumentFault(.unreadable, "gone"), id: .none),
      file: "a.txt",
      inputSize: 1
    )
    let long = WorkItem(
      content: .lines(LineBlock(bytes: [], firstLine: 5, isTooLong: true)),
      file: nil,
      inputSize: 1
    )
    #expect([fault, long].map(\.documentCount) == [1, 1])
    #expect(try take([fault, long, fault], Intake.Settings(limit: 2, isSplit: true)).count == 2)
  }

  // MARK: Records that are no lines

  /// A hundred records as a reader of arrays would cut them.
  private func records(cutAt size: Int) -> [WorkItem] {
    stride(from: 0, to: lines.count, by: size).map { start in
      var bytes: [UInt8] = []
      let records = (start..<min(start + size, lines.count)).map { place in
        let first = bytes.count
        bytes += Array("{\"text\":\"\(place)\"},".utf8)
        return RecordBlock.Record(
          range: first..<bytes.count - 1,
          line: 1 + place / 3,
          number: place + 1
        )
      }
      return WorkItem(
        content: .records(RecordBlock(bytes: bytes, records: records, layout: .json)),
        file: "dump.json",
        inputSize: bytes.count
      )
    }
  }

  private func numbers(_ items: [WorkItem]) -> [Int] {
    items.flatMap { item in
      guard case .records(let block) = item.content else { return [0] }
      return block.records.map(\.number)
    }
  }

  @Test func `records are limited, sampled and split one by one`() throws {
    #expect(records(cutAt: 7).map(\.documentCount).reduce(0, +) == 100)
    for size in [1, 3, 100] {
      let limited = try take(records(cutAt: size), Intake.Settings(limit: 41))
      #expect(numbers(limited) == Array(1...41))
      let split = try take(records(cutAt: size), Intake.Settings(isSplit: true))
      #expect(split.map(\.documentCount) == Array(repeating: 1, count: 100))
      let sample = Intake.Settings(sample: DocumentSample(size: 10, seed: 1))
      let some = try numbers(take(records(cutAt: size), sample))
      #expect(some.count == 10 && some == some.sorted())
      #expect(try numbers(take(records(cutAt: 7), sample)) == some)
    }
  }

  @Test func `a record by itself holds no bytes of its neighbours`() throws {
    let split = try take(records(cutAt: 100), Intake.Settings(isSplit: true))
    for (number, item) in split.enumerated() {
      guard case .records(let block) = item.content else { return #expect(Bool(false)) }
      #expect(block.bytes == Array("{\"text\":\"\(number)\"}".utf8))
      #expect(block.records.map(\.range) == [block.bytes.indices])
    }
    // One above the limit has none at all.
    let block = RecordBlock(
      bytes: Array("12,34".utf8),
      records: [0..<2, 0..<0, 3..<5].enumerated().map {
        RecordBlock.Record(range: $1, line: 1, number: $0 + 1)
      },
      layout: .json
    )
    let item = WorkItem(content: .records(block), file: nil, inputSize: 5)
    let (first, rest) = item.split(at: 1)
    guard case .records(let one) = first.content, case .records(let others) = rest.content else {
      return #expect(Bool(false))
    }
    #expect(one.bytes == Array("12".utf8))
    #expect(others.bytes == Array("34".utf8) && others.records.map(\.range) == [0..<0, 0..<2])
    #expect(first.inputSize + rest.inputSize == 5)
  }

  @Test func `the sizes of parts add up, whatever the size`() throws {
    for size in [0, 1, 99, 100, Int.max, -7] {
      var item = records(cutAt: 100)[0]
      item.inputSize = size
      let split = try take([item], Intake.Settings(isSplit: true))
      #expect(split.reduce(0) { $0 + $1.inputSize } == size)
    }
  }

  @Test func `records that were done are passed over wherever blocks end now`() throws {
    for done in [1, 50, 99] {
      let whole = try take(records(cutAt: 1), Intake.Settings(limit: done, isHashed: true))
      let hash = try #require(whole.last?.inputHash)
      let before = Intake.Done(documents: done, hash: hash, bytes: 10)
      for size in [1, 3, 100] {
        let settings = Intake.Settings(isHashed: true, done: before)
        #expect(try numbers(take(records(cutAt: size), settings)) == Array((done + 1)...100))
      }
    }
  }
}
