/// Clauses of tests, list by list: for what few clauses ask for, where rows of bits would be nearly empty.
struct ClauseLists {
  /// Where the clauses of each list start, and behind them where those of the last one end.
  private let starts: Buffer<UInt32>
  private let clauses: Buffer<UInt32>

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
  }

  /// Reads `count` lists of so many clauses that were stored.
  init(from reader: inout BinaryReader, count: Int, clauses number: Int) throws(BinaryFault) {
    starts = try reader.buffer()
    clauses = try reader.buffer()
    guard starts.count == count + 1, starts.array(0..<starts.count).areStarts(of: clauses.count),
      clauses.array(0..<clauses.count).allSatisfy({ $0 < number })
    else { throw BinaryFault() }
  }

  func store(in writer: inout BinaryWriter) {
    writer.write(plain: starts)
    writer.write(plain: clauses)
  }

  /// Sets the bits of a list's clauses in some words.
  @inline(__always)
  func insert(_ list: Int, into words: Buffer<UInt64>) {
    for place in Int(starts[list])..<Int(starts[list + 1]) {
      let clause = Int(clauses[place])
      words[clause >> 6] |= 1 << UInt64(clause & 63)
    }
  }
}
