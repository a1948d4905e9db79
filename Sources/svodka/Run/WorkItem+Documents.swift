import FactExtraction

/// An item as a sequence of documents: what a run that stops, goes on or samples cuts it into.
extension WorkItem {
  /// The number of documents, which is that of the records it will give.
  var documentCount: Int {
    switch content {
    case .lines(let block):
      guard !block.isTooLong else { return 1 }
      return block.bytes.lineFeedCount + (block.bytes.last == UInt8(ascii: "\n") ? 0 : 1)
    case .records(let block): return block.records.count
    case .text, .fault: return 1
    }
  }

  /// The first documents and the others.
  ///
  /// - Parameter count: The number of the first ones, more than none and less than all.
  func split(at count: Int) -> (first: WorkItem, rest: WorkItem) {
    switch content {
    case .lines(let block):
      guard let end = block.bytes.end(ofLine: count) else { return (self, self) }
      return (
        item(0..<end, of: block, line: block.firstLine),
        item(end..<block.bytes.count, of: block, line: block.firstLine + count)
      )
    case .records(let block):
      let (start, end) = (block.records.startIndex, block.records.endIndex)
      return (item(start..<start + count, of: block), item(start + count..<end, of: block))
    case .text, .fault: return (self, self)
    }
  }

  /// Calls with each document as an item of its own.
  func forEachDocument(
    _ body: (WorkItem) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    if case .records(let block) = content {
      for place in block.records.indices { try body(item(place..<place + 1, of: block)) }
      return
    }
    guard case .lines(let block) = content, !block.isTooLong else { return try body(self) }
    var (start, line) = (0, block.firstLine)
    while start < block.bytes.count {
      let end = block.bytes.firstLineFeed(from: start).map { $0 + 1 } ?? block.bytes.count
      try body(item(start..<end, of: block, line: line))
      start = end
      line += 1
    }
  }

  /// Some of the lines of a block, by their bytes.
  func item(_ range: Range<Int>, of block: LineBlock, line: Int) -> WorkItem {
    WorkItem(
      content: .lines(
        LineBlock(bytes: Array(block.bytes[range]), firstLine: line, limit: block.limit)
      ),
      file: file,
      inputSize: size(of: range, among: block.bytes.count)
    )
  }

  /// Some of the records of a block, by their places in it, and no bytes of the others.
  func item(_ places: Range<Int>, of block: RecordBlock) -> WorkItem {
    let records = block.records[places]
    let ranges = records.map(\.range).filter { !$0.isEmpty }
    let start = ranges.first?.lowerBound ?? 0
    let end = ranges.last?.upperBound ?? start
    return WorkItem(
      content: .records(
        RecordBlock(
          bytes: Array(block.bytes[start..<end]),
          records: records.map { $0.moved(by: -start) },
          layout: block.layout
        )
      ),
      file: file,
      inputSize: size(of: places, among: block.records.count)
    )
  }

  /// The part of the input that a part of the item stands for.
  ///
  /// Sizes are of the file, which may be compressed; those of the parts add up to that of the whole.
  private func size(of part: Range<Int>, among count: Int) -> Int {
    let count = max(1, count)
    func size(upTo offset: Int) -> Int {
      // In two steps, as the product of the sizes might be none that an integer holds.
      inputSize / count * offset + inputSize % count * offset / count
    }
    return size(upTo: part.upperBound) - size(upTo: part.lowerBound)
  }

  /// Adds all that the output depends on to a hash.
  ///
  /// How a file was cut into blocks makes no difference, nor what is in a document above the limit, which may not
  /// have been kept. `countsLines` adds the number of the first line, which makes one, and is for items that are
  /// single lines out of a file.
  func append(to hash: inout StreamHash, countsLines: Bool) {
    switch content {
    case .lines(let block):
      if block.firstLine == 1 || countsLines { hash.append(file ?? "-") }
      if countsLines { hash.append(block.firstLine) }
      append(block, to: &hash)
    case .records(let block):
      for record in block.records {
        if record.number == 1 || countsLines {
          hash.append(file ?? "-")
          block.layout.append(to: &hash)
        }
        hash.append(record.number)
        hash.append(record.line)
        hash.append(block.bytes[record.range])
        hash.append(record.range.count)
        if let fault = record.fault { hash.append(fault.message) }
      }
    case .text(let bytes, let id):
      hash.append(file ?? "-")
      hash.append(id.json)
      hash.append(bytes)
      hash.append(bytes.count)
    case .fault(let fault, let id):
      hash.append(file ?? "-")
      hash.append(id.json)
      hash.append(fault.message)
    }
  }

  private func append(_ block: LineBlock, to hash: inout StreamHash) {
    let tooLong = "too long"
    guard !block.isTooLong else { return hash.append(tooLong) }
    // Nearly all blocks are shorter than any line may be.
    guard block.bytes.count > block.limit else { return hash.append(block.bytes) }
    var start = 0
    while start < block.bytes.count {
      let end = block.bytes.firstLineFeed(from: start) ?? block.bytes.count
      let next = min(end + 1, block.bytes.count)
      if end - start > block.limit {
        hash.append(tooLong)
      } else {
        hash.append(block.bytes[start..<next])
      }
      start = next
    }
  }
}

extension RecordBlock.Layout {
  /// Adds all that a document depends on to a hash.
  fileprivate func append(to hash: inout StreamHash) {
    guard case .row(let layout) = self else { return hash.append("json") }
    hash.append("row")
    hash.append(Int(layout.delimiter))
    hash.append(layout.columnCount)
    for column in [layout.textColumn, layout.idColumn ?? -1, layout.dateColumn ?? -1] {
      hash.append(column)
    }
  }
}

extension [UInt8] {
  /// The offset behind the end of a line, counted from 1; nil if there are fewer lines.
  fileprivate func end(ofLine number: Int) -> Int? {
    var end = 0
    for _ in 0..<number {
      guard let found = firstLineFeed(from: end) else { return nil }
      end = found + 1
    }
    return end
  }
}
