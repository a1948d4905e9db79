import FactExtraction

/// Whole records that are worked on together, where a record is not a line.
struct RecordBlock: Sendable {
  /// One record.
  struct Record: Sendable {
    /// Where it lies in the block; nowhere if it is above the limit.
    var range: Range<Int>
    /// The line that it starts on, from 1.
    let line: Int
    /// Its number in the file, from 1.
    let number: Int
    /// Why there is no document in it, where that is known already.
    var fault: DocumentFault?

    /// The same record in a block that has other bytes before it.
    func moved(by distance: Int) -> Record {
      guard !range.isEmpty else { return self }
      var record = self
      record.range = range.lowerBound + distance..<range.upperBound + distance
      return record
    }
  }

  /// How a record is written.
  enum Layout: Sendable {
    /// One JSON value.
    case json
    /// A row of a table.
    case row(TableLayout)
  }

  /// The records and what stands between them.
  let bytes: [UInt8]
  /// The records, in order.
  let records: [Record]
  /// How they are written.
  let layout: Layout
}
