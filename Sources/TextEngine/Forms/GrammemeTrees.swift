/// Tests for the grammemes of one reading with choices among rows, as nodes: the parts of a group follow it.
struct GrammemeTrees {
  private enum Sort: UInt8 {
    /// One of some grammemes is there, or none of them.
    case wanted, refused
    /// All parts hold, or one does.
    case all, any
  }

  private struct Node: BitwiseCopyable {
    var sort: Sort
    /// Where the node behind the last of its parts is.
    var end: Int32 = 0
    var low: UInt64 = 0
    var high: UInt64 = 0
  }

  private let nodes = Buffer<Node>()
  private let starts = Buffer<Int32>()

  init(_ tests: [TokenTest]) {
    for test in tests {
      starts.append(Int32(nodes.count))
      add(test, isDenied: false)
    }
  }

  /// The number of tests.
  var count: Int { starts.count }

  private func add(_ test: TokenTest, isDenied: Bool) {
    let place = nodes.count
    switch test {
    case .grammemes(let wanted):
      nodes.append(
        Node(
          sort: isDenied ? .refused : .wanted,
          low: UInt64(truncatingIfNeeded: wanted.rawValue),
          high: UInt64(truncatingIfNeeded: wanted.rawValue >> 64)
        )
      )
    // What denies that all hold asks that one of them does not.
    case .all(let parts):
      nodes.append(Node(sort: isDenied ? .any : .all))
      for part in parts { add(part, isDenied: isDenied) }
    case .any(let parts):
      nodes.append(Node(sort: isDenied ? .all : .any))
      for part in parts { add(part, isDenied: isDenied) }
    case .readingNot(let part): return add(part, isDenied: !isDenied)
    // No other test is one of grammemes; it does not hold.
    default: nodes.append(Node(sort: isDenied ? .all : .any))
    }
    nodes[place].end = Int32(nodes.count)
  }

  /// Whether a reading satisfies a test.
  func holds(_ test: Int, _ low: UInt64, _ high: UInt64) -> Bool {
    Self.holds(nodes.view(0..<nodes.count), Int(starts[test]), low, high)
  }

  private static func holds(
    _ nodes: BufferView<Node>,
    _ place: Int,
    _ low: UInt64,
    _ high: UInt64
  ) -> Bool {
    let node = nodes[place]
    switch node.sort {
    case .wanted: return node.low & low | node.high & high != 0
    case .refused: return node.low & low | node.high & high == 0
    case .all, .any:
      // A group is decided by the first part that does not hold, or that does.
      let deciding = node.sort == .any
      var part = place + 1
      while part < Int(node.end) {
        if holds(nodes, part, low, high) == deciding { return deciding }
        part = Int(nodes[part].end)
      }
      return !deciding
    }
  }
}
