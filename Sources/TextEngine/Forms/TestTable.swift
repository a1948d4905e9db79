/// The tests of a program as flat nodes, so that answering one touches no reference count.
///
/// The parts of `all` are put in an order that asks the cheap and seldom true ones first; which parts hold, and for
/// which readings, does not depend on the order.
struct TestTable {
  enum Operation: UInt8 {
    case anything, all, any, not, readingNot, shape, flags, form, exact, lemma, grammemes, list
    case pattern, length, integer
  }

  struct Node: BitwiseCopyable {
    let operation: Operation
    /// Whether the rows of all clauses answer the node.
    var isAnsweredByRows = false
    /// Whether it asks for grammemes of one reading alone.
    var isOfReading = false
    private let place: Int32
    private let count: Int32
    private let low: UInt64
    private let high: UInt64

    /// A node for the bits of a shape, flags or grammemes, or for nothing.
    init(_ operation: Operation, bits: UInt128 = 0) {
      self.operation = operation
      (place, count) = (0, 0)
      (low, high) = (UInt64(truncatingIfNeeded: bits), UInt64(truncatingIfNeeded: bits >> 64))
    }

    /// A node for a symbol, a list, the place of a spelling or pattern, or the places of some children.
    init(_ operation: Operation, first: Int, count: Int = 1) {
      self.operation = operation
      (place, self.count) = (Int32(first), Int32(count))
      (low, high) = (0, 0)
    }

    /// A node for the bounds of a length or number, which are not negative.
    init(_ operation: Operation, bounds: ClosedRange<Int>) {
      self.operation = operation
      (place, count) = (0, 0)
      (low, high) = (UInt64(bounds.lowerBound), UInt64(bounds.upperBound))
    }

    /// The first child, the symbol, list or place of a spelling or pattern.
    var first: Int { Int(place) }
    /// The places of the children.
    var children: Range<Int> { Int(place)..<Int(place) + Int(count) }
    /// The bits of a shape, flags or grammemes.
    var bits: UInt128 { UInt128(high) << 64 | UInt128(low) }
    /// The bounds of a length or number.
    var bounds: ClosedRange<Int> { Int(low)...Int(high) }
  }

  let nodes: Buffer<Node>
  let children: Buffer<Int32>
  /// The node of each test.
  let roots: Buffer<Int32>
  /// Of each test, the nodes that must all hold and that the rows of all its clauses don't answer or answer reading by
  /// reading, test after test.
  let rests: Buffer<Int32>
  let restStarts: Buffer<UInt32>
  /// Whether those of each test look at the form alone, and what it asks of the token's surroundings can hold.
  let restIsOfForm: Buffer<Bool>
  /// Whether no other part of each test chooses among readings than those that ask for grammemes of one.
  let onlyGrammemesChoose: Buffer<Bool>
  /// Which flags of a token each test looks at; most look at its spelling alone.
  let flagMasks: Buffer<TokenFlags>
  /// Whether each test asks for the members of a list.
  let asksForList: Buffer<Bool>
  /// The children of groups that are not whole yet; reused from group to group.
  private let open = Buffer<Int32>()
  private(set) var patterns: [TokenPattern] = []
  /// What is known of them.
  let patternCache = PatternCache()
  private(set) var spellings: [[UInt8]] = []

  init(_ tests: [TokenTest]) {
    nodes = Buffer(capacity: tests.count * 6)
    children = Buffer(capacity: tests.count * 6)
    roots = Buffer(capacity: tests.count)
    flagMasks = Buffer(capacity: tests.count)
    asksForList = Buffer(capacity: tests.count)
    rests = Buffer(capacity: tests.count * 2)
    restStarts = Buffer(capacity: tests.count + 1)
    restStarts.append(0)
    restIsOfForm = Buffer(capacity: tests.count)
    onlyGrammemesChoose = Buffer(capacity: tests.count)
    for test in tests {
      let root = add(test)
      roots.append(Int32(root))
      var around = Surroundings()
      addRests(root, &around)
      let first = Int(restStarts[restStarts.count - 1])
      onlyGrammemesChoose.append(
        (first..<rests.count).allSatisfy {
          nodes[Int(rests[$0])].isOfReading || isPlain(Int(rests[$0]))
        }
      )
      restStarts.append(UInt32(rests.count))
      restIsOfForm.append(around.canHold && !around.isInRest)
      flagMasks.append(test.flagMask)
      asksForList.append(test.asksForList)
    }
  }

  /// What a test asks of what stands around the token.
  private struct Surroundings {
    var wanted: [UInt8] = []
    var forbidden: UInt8 = 0
    var isInRest = false

    /// Whether some token has what is asked.
    var canHold: Bool { wanted.allSatisfy { $0 & ~forbidden != 0 } }
  }

  private func addRests(_ place: Int, _ around: inout Surroundings) {
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

  private mutating func group(_ operation: Operation, _ parts: [TokenTest]) -> Node {
    let start = open.count
    for part in parts { open.append(Int32(add(part))) }
    let first = children.count
    for place in start..<open.count { children.append(open[place]) }
    open.truncate(to: start)
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
