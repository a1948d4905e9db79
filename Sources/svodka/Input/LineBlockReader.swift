/// Cuts a source into blocks at line ends.
///
/// A block is what one read gives plus the beginning of its first line, so memory is bounded by a piece
/// and the longest line that is allowed.
struct LineBlockReader {
  private let source: any ByteStream
  private let lineLimit: Int
  /// What was read and is not in a block yet; its first `searched` bytes hold no line end.
  private var rest: [UInt8] = []
  private var searched = 0
  private var nextLine = 1
  private var isAtStart = true

  /// Reads from `source`; lines above `lineLimit` bytes are passed over and reported.
  init(_ source: any ByteStream, lineLimit: Int) {
    self.source = source
    self.lineLimit = lineLimit
  }

  /// The next block, or nil at the end.
  mutating func next() throws(CommandFailure) -> LineBlock? {
    while true {
      if let end = rest.lastLineFeed(from: searched) {
        return takeBlock(upTo: end + 1)
      }
      searched = rest.count
      if rest.count > lineLimit { return try skipLine() }
      let count = try read()
      dropByteOrderMark(atEnd: count == 0)
      if count == 0 { return rest.isEmpty ? nil : takeBlock(upTo: rest.count) }
    }
  }

  private mutating func read() throws(CommandFailure) -> Int {
    do throws(CommandFailure) {
      return try source.read(into: &rest)
    } catch {
      guard error.status == .inputOutput else { throw error }
      throw error.adding("the lines from \(nextLine) on are lost")
    }
  }

  private mutating func takeBlock(upTo end: Int) -> LineBlock {
    let tail = Array(rest[end...])
    rest.removeLast(rest.count - end)
    let block = LineBlock(bytes: rest, firstLine: nextLine, limit: lineLimit)
    nextLine += rest.lineFeedCount
    rest = tail
    searched = 0
    return block
  }

  /// Drops the line that `rest` is the beginning of.
  private mutating func skipLine() throws(CommandFailure) -> LineBlock {
    let block = LineBlock(bytes: [], firstLine: nextLine, limit: lineLimit, isTooLong: true)
    searched = 0
    while true {
      rest.removeAll(keepingCapacity: true)
      guard try read() > 0 else { return block }
      if let end = rest.firstLineFeed() {
        nextLine += 1
        rest.removeFirst(end + 1)
        return block
      }
    }
  }

  /// Drops a BOM before the first line, which RFC 8259 lets a reader do; in a text it stays.
  private mutating func dropByteOrderMark(atEnd: Bool) {
    guard isAtStart, rest.count >= 3 || atEnd else { return }
    isAtStart = false
    guard rest.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    rest.removeFirst(3)
    searched = 0
  }
}
