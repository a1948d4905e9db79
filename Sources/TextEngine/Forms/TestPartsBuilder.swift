/// Makes flat nodes of tests.
struct TestPartsBuilder {
  typealias Node = TestParts.Node

  private var nodes: [Node] = []
  private var children: [Int32] = []
  private var tests: [TestParts.Test] = []
  private var rests: [Int32] = []
  private var patterns: [TokenPattern] = []
  private var spellings: [[UInt8]] = []

  /// The flat nodes of some tests.
  static func parts(of tests: [TokenTest]) -> TestParts {
    var builder = TestPartsBuilder()
    for test in tests { builder.append(test) }
    return TestParts(
      nodes: FixedBuffer(builder.nodes),
      children: FixedBuffer(builder.children),
      tests: FixedBuffer(builder.tests),
      rests: FixedBuffer(builder.rests),
      patterns: builder.patterns,
      spellings: builder.spellings
    )
  }

  private mutating func append(_ test: TokenTest) {
    let root = add(test)
    var around = Surroundings()
    let start = rests.count
    addRests(root, &around)
    var marks: TestParts.Marks = []
    if around.canHold, !around.isInRest { marks.insert(.restIsOfForm) }
    if test.asksForList { marks.insert(.asksForList) }
    let onlyGrammemesChoose = rests[start...].allSatisfy {
      nodes[Int($0)].isOfReading || isPlain(Int($0))
    }
    if onlyGrammemesChoose { marks.insert(.onlyGrammemesChoose) }
    tests.append(
      TestParts.Test(root: root, rest: start..<rests.count, flagMask: test.flagMask, marks)
    )
  }

  /// What a test asks of what stands around the token.
  private struct Surroundings {
    var wanted: [UInt8] = []
    var forbidden: UInt8 = 0
    var isInRest = false

    /// Whether some token has what is asked.
    var canHold: Bool { wanted.allSatisfy { $0 & ~forbidden != 0 } }
  }

  private mutating func addRests(_ place: Int, _ around: inout Surroundings) {
    let node = nodes[place]
    switch node.operation {
    case .flags: around.wanted.append(UInt8(truncatingIfNeeded: node.bits))
    case .not where nodes[Int(children[node.first])].operation == .flags:
      around.forbidden |= UInt8(truncatingIfNeeded: nodes[Int(children[node.first])].bits)
    case _ where node.isAnsweredByRows && !node.isOfReading: break
    case .all where !node.isOfReading:
      for child in node.children { addRests(Int(children[child]), &around) }
    default:
      rests.append(Int32(place))
      around.isInRest = around.isInRest || looksAround(place)
    }
  }

  /// Whether a node or one of its parts asks for flags.
  private func looksAround(_ place: Int) -> Bool {
    let node = nodes[place]
    switch node.operation {
    case .flags: return true
    case .all, .any:
      return node.children.contains { looksAround(Int(children[$0])) }
    case .not, .readingNot: return looksAround(Int(children[node.first]))
    default: return false
    }
  }

  /// Whether the answer to a node is no choice among readings.
  private func isPlain(_ place: Int) -> Bool {
    let node = nodes[place]
    switch node.operation {
    case .anything, .not, .shape, .form, .exact, .pattern, .length, .integer: return true
    case .all, .any:
      return node.children.allSatisfy { isPlain(Int(children[$0])) }
    case .readingNot, .flags, .lemma, .grammemes, .list: return false
    }
  }

  private mutating func add(_ test: TokenTest) -> Int {
    var node: Node
    switch test {
    case .anything: node = Node(.anything)
    case .all(let parts):
      let isOrdered = zip(parts, parts.dropFirst()).allSatisfy { $0.cost <= $1.cost }
      node = group(.all, isOrdered ? parts : parts.sorted { $0.cost < $1.cost })
    case .any(let parts): node = group(.any, parts)
    case .not(let part): node = group(.not, [part])
    case .readingNot(let part): node = group(.readingNot, [part])
    case .shape(let shape): node = Node(.shape, bits: UInt128(shape.rawValue))
    case .flags(let flags): node = Node(.flags, bits: UInt128(flags.rawValue))
    case .form(let symbol): node = Node(.form, first: Int(symbol))
    case .exact(let spelling):
      node = Node(.exact, first: spellings.count)
      spellings.append(spelling)
    case .lemma(let symbol): node = Node(.lemma, first: Int(symbol))
    case .grammemes(let wanted): node = Node(.grammemes, bits: wanted.rawValue)
    case .list(let list): node = Node(.list, first: list)
    case .pattern(let pattern):
      node = Node(.pattern, first: patterns.count)
      patterns.append(pattern)
    case .length(let range): node = Node(.length, bounds: range)
    case .integer(let range): node = Node(.integer, bounds: range)
    }
    node.isAnsweredByRows = TestClause.isAnsweredByRows(test)
    node.isOfReading = node.isAnsweredByRows && TestClause.isOfReading(test)
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func group(_ operation: TestParts.Operation, _ parts: [TokenTest]) -> Node {
    let places = parts.map { Int32(add($0)) }
    let first = children.count
    children.append(contentsOf: places)
    return Node(operation, first: first, count: parts.count)
  }
}

extension TokenTest {
  /// The flags by which the test looks at what stands around the token.
  var flagMask: TokenFlags {
    switch self {
    case .flags(let flags): flags
    case .all(let parts), .any(let parts): parts.reduce([]) { $0.union($1.flagMask) }
    case .not(let part), .readingNot(let part): part.flagMask
    default: []
    }
  }

  /// Whether the test asks for the members of a list.
  var asksForList: Bool {
    switch self {
    case .list: true
    case .all(let parts), .any(let parts): parts.contains { $0.asksForList }
    case .not(let part), .readingNot(let part): part.asksForList
    default: false
    }
  }

  /// How much an answer costs, roughly.
  fileprivate var cost: Int {
    switch self {
    case .anything, .shape, .flags, .form, .length: 0
    case .grammemes, .integer, .exact: 1
    case .lemma: 2
    case .list: 3
    case .pattern: 40
    case .not(let part), .readingNot(let part): part.cost + 1
    case .all(let parts), .any(let parts): parts.reduce(1) { min($0 + $1.cost, 1_000) }
    }
  }
}
