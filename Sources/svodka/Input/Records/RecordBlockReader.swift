import FactExtraction

/// Cuts a source into blocks of records that are not lines.
///
/// Memory is bounded by a piece and the longest record that is allowed.
struct RecordBlockReader<Cutter: RecordCutter> {
  private let source: any ByteStream
  private let layout: RecordBlock.Layout
  private let limit: Int
  private var cutter: Cutter
  /// What was read and is not in a block yet.
  private var bytes: [UInt8] = []
  /// What was looked at.
  private var position = 0
  /// Where the open record begins.
  private var start: Int?
  /// Whether the open record is above the limit, and what was seen of it is dropped.
  private var isSkipping = false
  /// The line of the byte at `counted`.
  private var line = 1
  private var counted = 0
  /// The line of the open record.
  private var startLine = 1
  private var number: Int
  private var records: [RecordBlock.Record] = []
  private var isAtStart = true
  private var isAtEnd = false
  /// What is wrong with the file as a whole; thrown when the records before it are given.
  private var failure: CommandFailure?

  /// Reads from `source`.
  ///
  /// - Parameters:
  ///   - limit: The longest record in bytes; longer ones are passed over and reported.
  ///   - headers: The records at the beginning that are none of the documents.
  init(
    _ source: any ByteStream,
    cutter: Cutter,
    layout: RecordBlock.Layout,
    limit: Int,
    headers: Int = 0
  ) {
    self.source = source
    self.cutter = cutter
    self.layout = layout
    self.limit = limit
    number = 1 - headers
  }

  /// The next block, or nil at the end.
  mutating func next() throws(CommandFailure) -> RecordBlock? {
    while true {
      scan()
      if !records.isEmpty { return takeBlock() }
      if let failure { throw failure }
      if isAtEnd { return nil }
      dropUnneeded()
      try read()
    }
  }

  // MARK: Reading

  private mutating func read() throws(CommandFailure) {
    do throws(CommandFailure) {
      let count = try source.read(into: &bytes)
      isAtEnd = count == 0
    } catch {
      guard error.status == .inputOutput else { throw error }
      throw error.adding("the records from \(max(number, 1)), on line \(openLine), are lost")
    }
    guard isAtStart, bytes.count >= 3 || isAtEnd else { return }
    isAtStart = false
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  }

  /// The line of the open record, or of what comes next.
  private var openLine: Int {
    start == nil && !isSkipping ? line + bytes.lineFeedCount(in: counted..<position) : startLine
  }

  private mutating func dropUnneeded() {
    if isTooLong(upTo: position - cutter.lookBehind) {
      isSkipping = true
      self.start = nil
    }
    drop(before: start ?? position - cutter.lookBehind)
  }

  /// Whether the open record is above the limit already, however much of it was in memory at a time.
  private func isTooLong(upTo place: Int) -> Bool {
    isSkipping || start.map { place - $0 > limit } ?? false
  }

  private mutating func drop(before place: Int) {
    countLines(to: place)
    bytes.removeFirst(place)
    position -= place
    counted = 0
    start = start.map { $0 - place }
  }

  private mutating func countLines(to place: Int) {
    guard place > counted else { return }
    line += bytes.lineFeedCount(in: counted..<place)
    counted = place
  }

  private mutating func takeBlock() -> RecordBlock {
    let end = start ?? position - cutter.lookBehind
    let block = RecordBlock(
      bytes: Array(bytes[..<end]),
      records: records,
      layout: layout
    )
    records.removeAll()
    drop(before: end)
    return block
  }

  // MARK: Records

  /// Looks at all that was read.
  private mutating func scan() {
    // Until the first three bytes are there, a BOM cannot be told.
    guard !isAtStart, failure == nil else { return }
    while failure == nil {
      switch nextCut() {
      case .more:
        if isAtEnd { finish() }
        if position == bytes.count { return }
      case .begins(let place): begin(at: place)
      case .ends(let place): end(at: place)
      case .restarts(let place):
        end(at: place)
        begin(at: place)
      case .endsWithFirstLine: endWithFirstLine()
      case .failure(let message): fail(message, at: position)
      }
    }
  }

  private mutating func nextCut() -> RecordCut {
    let bytes = self.bytes
    return cutter.scan(bytes.span, from: &position)
  }

  private mutating func begin(at place: Int) {
    countLines(to: place)
    start = place
    startLine = line
  }

  private mutating func end(at place: Int) {
    defer {
      start = nil
      isSkipping = false
      number += 1
    }
    guard number >= 1 else { return }
    let isTooLong = isTooLong(upTo: place)
    records.append(
      RecordBlock.Record(
        range: isTooLong ? 0..<0 : (start ?? place)..<place,
        line: startLine,
        number: number,
        fault: isTooLong
          ? DocumentFault(.tooLong, "the record is longer than \(limit) bytes") : nil
      )
    )
  }

  private mutating func endWithFirstLine() {
    // Of a record above the limit the first line may be gone.
    guard !isTooLong(upTo: position), let first = start,
      let feed = bytes.firstLineFeed(from: first)
    else { return end(at: position) }
    end(at: feed)
    position = feed + 1
  }

  /// Takes what the end of the file means for the record that is open.
  private mutating func finish() {
    let isOpen = start != nil || isSkipping
    switch cutter.finish() {
    case .whole: if isOpen { end(at: bytes.count) }
    case .firstLine: if isOpen { endWithFirstLine() }
    case .failure(let message):
      if isOpen { end(at: bytes.count) }
      fail(message, at: bytes.count)
    }
  }

  private mutating func fail(_ message: String, at place: Int) {
    let line = line + bytes.lineFeedCount(in: counted..<max(counted, place))
    failure = CommandFailure(
      status: .inputOutput,
      message: "\(source.name):\(line): \(message)"
    )
  }
}
