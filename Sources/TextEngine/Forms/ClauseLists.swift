/// Clauses of tests, list by list: for what few clauses ask for, where rows of bits would be nearly empty.
///
/// The few long lists are kept as rows as well.
struct ClauseLists {
  /// Where the clauses of each list start, and behind them where those of the last one end.
  private let starts: Buffer<UInt32>
  private let clauses: Buffer<UInt32>
  private let rows: BitRows
  /// For each list its row, or -1.
  private let rowNumbers: Buffer<Int32>

  /// Makes `count` lists.
  ///
  /// - Parameter members: For each clause, the lists that it stands in.
  init(count: Int, members: [[Int]]) {
    var lists = [[UInt32]](repeating: [], count: count)
    for (clause, places) in members.enumerated() {
      for list in places { lists[list].append(UInt32(clause)) }
    }
    starts = Buffer([0])
    clauses = Buffer()
    for list in lists {
      clauses.append(list)
      starts.append(UInt32(clauses.count))
    }
    (rows, rowNumbers) = Self.rows(starts, clauses, bits: members.count)
  }

  /// Reads `count` lists of so many clauses that were stored.
  init(from reader: inout BinaryReader, count: Int, clauses number: Int) throws(BinaryFault) {
    starts = try reader.buffer()
    clauses = try reader.buffer()
    guard starts.count == count + 1, starts.array(0..<starts.count).areStarts(of: clauses.count),
      clauses.array(0..<clauses.count).allSatisfy({ $0 < number })
    else { throw BinaryFault() }
    (rows, rowNumbers) = Self.rows(starts, clauses, bits: number)
  }

  /// The lists that are longer than a row.
  private static func rows(
    _ starts: Buffer<UInt32>,
    _ clauses: Buffer<UInt32>,
    bits: Int
  ) -> (BitRows, Buffer<Int32>) {
    let rows = BitRows(count: 0, bits: bits)
    let numbers = Buffer<Int32>(capacity: starts.count)
    for list in 0..<starts.count - 1 {
      let places = Int(starts[list])..<Int(starts[list + 1])
      let isLong = places.count > rows.length
      numbers.append(isLong ? Int32(rows.count) : -1)
      guard isLong else { continue }
      rows.appendEmpty()
      for place in places { rows.insert(Int(clauses[place]), into: rows.count - 1) }
    }
    return (rows, numbers)
  }

  func store(in writer: inout BinaryWriter) {
    writer.write(plain: starts)
    writer.write(plain: clauses)
  }

  /// Sets the bits of a list's clauses in some words.
  @inline(__always)
  func insert(_ list: Int, into words: Buffer<UInt64>) {
    let row = rowNumbers[list]
    if row >= 0 { return rows.formUnion(Int(row), into: words) }
    let members = clauses.view(Int(starts[list])..<Int(starts[list + 1]))
    for place in 0..<members.count {
      let clause = Int(members[place])
      words.insert(1 << UInt64(clause & 63), at: clause >> 6)
    }
  }
}
