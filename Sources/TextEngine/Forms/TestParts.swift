/// The tests of a program as flat nodes, which all engines share.
///
/// The parts of `all` are put in an order that asks the cheap and seldom true ones first; which parts hold, and for
/// which readings, does not depend on the order.
struct TestParts: Sendable {
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
    // A node is stored as it lies in memory, so there are no gaps in it.
    private let firstGap: UInt8 = 0
    private let place: Int32
    private let count: Int32
    private let secondGap: Int32 = 0
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
    /// Whether it has any.
    var hasBounds: Bool { low <= high && high <= UInt64(Int.max) }

    /// The places of the children, where so many are known and these are among them.
    func childRange(of known: Int) -> Range<Int>? {
      guard place >= 0, count >= 0, Int(place) + Int(count) <= known else { return nil }
      return children
    }
  }

  /// What is known of a test.
  struct Test: PlainStorable {
    let root: Int32
    let restStart: Int32
    let restEnd: Int32
    private let mask: UInt8
    private let marks: UInt8
    private let gap: UInt16 = 0

    init(root: Int, rest: Range<Int>, flagMask: TokenFlags, _ marks: Marks) {
      self.root = Int32(root)
      (restStart, restEnd) = (Int32(rest.lowerBound), Int32(rest.upperBound))
      (mask, self.marks) = (flagMask.rawValue, marks.rawValue)
    }

    /// The place of the node that it begins with.
    @inline(__always)
    var node: Int { Int(root) }
    /// The places among `rests` of those of its nodes that must all hold and that the rows of all its clauses don't answer
    /// or answer reading by reading.
    @inline(__always)
    var rest: Range<Int> { Int(restStart)..<Int(restEnd) }
    /// Which flags of a token it looks at; most look at its spelling alone.
    @inline(__always)
    var flagMask: TokenFlags { TokenFlags(rawValue: mask) }
    /// Whether those nodes look at the form alone, and what it asks of the token's surroundings can hold.
    @inline(__always)
    var restIsOfForm: Bool { marks & Marks.restIsOfForm.rawValue != 0 }
    /// Whether no other part of it chooses among readings than those that ask for grammemes of one.
    @inline(__always)
    var onlyGrammemesChoose: Bool { marks & Marks.onlyGrammemesChoose.rawValue != 0 }
    /// Whether it asks for the members of a list.
    @inline(__always)
    var asksForList: Bool { marks & Marks.asksForList.rawValue != 0 }
  }

  /// The yes and no that is known of a test.
  struct Marks: OptionSet {
    let rawValue: UInt8

    static let restIsOfForm = Marks(rawValue: 1)
    static let onlyGrammemesChoose = Marks(rawValue: 2)
    static let asksForList = Marks(rawValue: 4)
  }

  let nodes: FixedBuffer<Node>
  let children: FixedBuffer<Int32>
  let tests: FixedBuffer<Test>
  /// The nodes of which `Test.rest` tells the places.
  let rests: FixedBuffer<Int32>
  let patterns: [TokenPattern]
  let spellings: [[UInt8]]

  /// Whether a token may pass a node for being an entry of a list.
  func asks(node place: Int, for list: ListID) -> Bool {
    let node = nodes[place]
    return switch node.operation {
    case .list: node.first == list
    case .all, .any: node.children.contains { asks(node: Int(children[$0]), for: list) }
    default: false
    }
  }
}
