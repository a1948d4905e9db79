extension TestParts {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: nodes)
    writer.write(plain: children)
    writer.write(plain: tests)
    writer.write(plain: rests)
    writer.write(patterns)
    writer.write(UInt64(spellings.count))
    for spelling in spellings { writer.write(bytes: spelling) }
  }

  /// Reads the nodes of so many tests of a program with so many lists.
  ///
  /// - Throws: where they are none of such a program's.
  init(from reader: inout BinaryReader, tests count: Int, lists: Int) throws(BinaryFault) {
    let isEmbedded = reader.isEmbedded
    let (nodeCount, run) = try reader.plainRun(of: MemoryLayout<Node>.stride)
    children = try reader.fixedBuffer()
    tests = try reader.fixedBuffer()
    rests = try reader.fixedBuffer()
    patterns = try reader.read()
    var spellings: [[UInt8]] = []
    for _ in 0..<(try reader.count()) { spellings.append(Array(try reader.byteRun())) }
    self.spellings = spellings
    // What anyone may have written is looked at before it is taken for nodes.
    guard isEmbedded || Self.areHeads(run, nodeCount) else { throw BinaryFault() }
    nodes = FixedBuffer(run, count: nodeCount, isEmbedded: isEmbedded)
    guard tests.count == count, isEmbedded || areTestsSound && areNodesSound(lists) else {
      throw BinaryFault()
    }
  }

  /// Whether the first four bytes of each node are an operation, two flags and a gap.
  private static func areHeads(_ run: UnsafeRawBufferPointer, _ count: Int) -> Bool {
    (0..<count).allSatisfy { place in
      let offset = place * MemoryLayout<Node>.stride
      let head = run.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
      return head & 0xFFFE_FE00 == 0 && head & 0xFF <= UInt32(Operation.integer.rawValue)
    }
  }

  private var areTestsSound: Bool {
    var isSound = true
    for place in 0..<tests.count {
      let test = tests[place]
      isSound =
        isSound && 0..<nodes.count ~= Int(test.root) && 0 <= test.restStart
        && test.restStart <= test.restEnd && Int(test.restEnd) <= rests.count
    }
    for place in 0..<rests.count { isSound = isSound && 0..<nodes.count ~= Int(rests[place]) }
    return isSound
  }

  /// Whether all that the nodes name is there, and all ways from one to the next end.
  private func areNodesSound(_ lists: Int) -> Bool {
    for place in 0..<nodes.count {
      let node = nodes[place]
      let isSound =
        switch node.operation {
        case .all, .any, .not, .readingNot: areChildrenSound(of: node, at: place)
        case .exact: 0..<spellings.count ~= node.first
        case .pattern: 0..<patterns.count ~= node.first
        case .list: 0..<lists ~= node.first
        case .length, .integer: node.hasBounds
        case .anything, .shape, .flags, .form, .lemma, .grammemes: true
        }
      guard isSound else { return false }
    }
    return true
  }

  private func areChildrenSound(of node: Node, at place: Int) -> Bool {
    guard let range = node.childRange(of: children.count) else { return false }
    let isAlone = node.operation == .not || node.operation == .readingNot
    if isAlone, range.count != 1 { return false }
    // A part stands before the whole.
    return range.allSatisfy { 0..<place ~= Int(children[$0]) }
  }
}

// An operation, two flags and a gap take a byte each, the rest are numbers; what is read is looked at before it is taken
// for nodes.
extension TestParts.Node: PlainStorable {}
