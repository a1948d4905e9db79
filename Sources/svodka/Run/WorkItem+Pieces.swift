/// An item as the pieces that a run begins with.
extension WorkItem {
  /// Calls with pieces of whole documents that are as large as `ramp` wants them, which goes on meanwhile.
  func forEachPiece(
    _ ramp: inout BlockRamp,
    _ body: (WorkItem) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    switch content {
    case .lines(let block) where !block.isTooLong && !ramp.isOver:
      var (start, line) = (0, block.firstLine)
      while start < block.bytes.count {
        let end = block.end(ofPieceAt: start, ramp)
        try body(piece(start..<end, of: block, line: line))
        line += block.bytes.lineFeedCount(in: start..<end)
        start = end
        ramp.grow()
      }
    case .records(let block) where !ramp.isOver:
      var start = 0
      while start < block.records.count {
        let end = block.end(ofPieceAt: start, ramp)
        try body(piece(start..<end, of: block))
        start = end
        ramp.grow()
      }
    case .lines, .records, .text, .fault: try body(self)
    }
  }

  private func piece(_ range: Range<Int>, of block: LineBlock, line: Int) -> WorkItem {
    range == 0..<block.bytes.count ? self : item(range, of: block, line: line)
  }

  private func piece(_ places: Range<Int>, of block: RecordBlock) -> WorkItem {
    places == block.records.indices ? self : item(places, of: block)
  }
}

extension LineBlock {
  /// The end of the piece that starts at an offset.
  fileprivate func end(ofPieceAt start: Int, _ ramp: BlockRamp) -> Int {
    guard !ramp.isOver, bytes.count - start > ramp.size else { return bytes.count }
    return bytes.firstLineFeed(from: start + max(0, ramp.size - 1)).map { $0 + 1 } ?? bytes.count
  }
}

extension RecordBlock {
  /// The place behind the records of the piece that starts with one.
  fileprivate func end(ofPieceAt start: Int, _ ramp: BlockRamp) -> Int {
    guard !ramp.isOver else { return records.count }
    var (end, size) = (start, 0)
    repeat {
      size += records[end].range.count
      end += 1
    } while end < records.count && size < ramp.size
    return end
  }
}
