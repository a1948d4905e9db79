/// A list of the rule set, by its place.
public typealias ListID = Int

/// The entries of all lists of a rule set as one trie over words.
///
/// An edge is the folded spelling of a word or one of its lemmas. The head of an entry and the words that agree with
/// it match by lemma, all others as they are written.
public struct Gazetteer: Sendable {
  /// One entry of a list.
  public struct Entry: BitwiseCopyable, Sendable {
    // Numbers of 32 bits: a list may have 100,000 entries, and all of them stay in memory.
    private var storedList: Int32
    private var storedIndex: Int32
    private var storedLength: Int32
    private var storedHead: Int32
    /// The list that it belongs to.
    public var list: ListID { Int(storedList) }
    /// The place of the entry in its list.
    public var index: Int { Int(storedIndex) }
    /// The number of its words.
    public var length: Int { Int(storedLength) }
    /// The place of the head among its words.
    public var head: Int {
      get { Int(storedHead) }
      set { storedHead = Int32(clamping: newValue) }
    }
    /// Which words agree with the head, a bit each; the head itself is one of them.
    public var agreeing: UInt32
    /// The place of its row of features, which `Gazetteer.add(features:)` gave.
    public var features: UInt32
    /// The place of its first word's lemma, if any of its words matches by lemma.
    var firstLemma: UInt32

    /// Makes an entry.
    public init(
      list: ListID,
      index: Int,
      length: Int,
      head: Int,
      agreeing: UInt32,
      features: UInt32
    ) {
      storedList = Int32(clamping: list)
      storedIndex = Int32(clamping: index)
      storedLength = Int32(clamping: length)
      storedHead = Int32(clamping: head)
      self.agreeing = agreeing
      self.features = features
      firstLemma = Self.noLemma
    }

    /// The `firstLemma` of an entry that matches as it is written.
    static var noLemma: UInt32 { .max }
  }

  /// One word of an entry.
  public enum Word: Hashable, BitwiseCopyable, Sendable {
    /// As it is written, in folded spelling.
    case form(SymbolID)
    /// Any form with this lemma.
    case lemma(SymbolID)
  }

  /// Where the words of entries lead; 0 is the root.
  public typealias Node = UInt32

  /// All entries of all lists.
  public private(set) var entries: [Entry] = []
  /// The lemmas of the words of all entries that have any, 0 for a word that matches as it is written.
  public private(set) var lemmas: [SymbolID] = []
  /// The distinct rows of features, each in the order of its list's; the first is empty.
  public private(set) var featureRows: [[FeatureValue]] = [[]]
  /// The edge that leads to each node but the root, in the order of the nodes.
  private(set) var orderedEdges: [Edge] = []
  /// The node at which each entry ends.
  private(set) var entryNodes: [UInt32] = []
  // The same edges for looking up: those that leave the root by symbol, the first that leaves any other node by the
  // node, as most have no other; all the rest in an open hash table of targets. A target of 0 is none.
  private(set) var rootEdges: [UInt32] = []
  private(set) var firstEdges: [FirstEdge] = [FirstEdge()]
  private(set) var slots = [UInt32](repeating: 0, count: 64)
  private var slotsTaken = 0
  // The entries that end at a node, in the order in which they came, as a chain; -1 ends it.
  private(set) var firstEntries: [Int32] = [-1]
  private(set) var lastEntries: [Int32] = [-1]
  private(set) var followingEntries: [Int32] = []

  /// An edge of the trie: where it starts, and its word as a number.
  struct Edge: Equatable, BitwiseCopyable, Sendable {
    var node: UInt32
    var code: UInt32
  }

  /// The first edge that leaves a node.
  struct FirstEdge: BitwiseCopyable, Sendable {
    var code: UInt32 = 0
    /// 0 where no edge leaves the node.
    var target: UInt32 = 0
    /// The number of those that the hash table has.
    var others: UInt32 = 0
  }

  /// Makes an empty gazetteer.
  public init() {}

  /// Reads a gazetteer that was stored, see `store(in:)`.
  init(from reader: inout BinaryReader) throws(BinaryFault) {
    entries = try reader.plain()
    lemmas = try reader.plain()
    featureRows = try reader.read()
    entryNodes = try reader.plain()
    orderedEdges = try reader.plain()
    rootEdges = try reader.plain()
    firstEdges = try reader.plain()
    slots = try reader.plain()
    firstEntries = try reader.plain()
    lastEntries = try reader.plain()
    followingEntries = try reader.plain()
    slotsTaken = slots.count { $0 != 0 }
    guard reader.isEmbedded || isSound && slotsTaken * 2 <= slots.count else {
      throw BinaryFault()
    }
  }

  /// Adds a row of features, and gives its place.
  public mutating func add(features: [FeatureValue]) -> UInt32 {
    featureRows.append(features)
    return UInt32(featureRows.count - 1)
  }

  /// Makes room for so many entries more.
  public mutating func reserve(entries count: Int) {
    // Some entries have two ways to match, and most begin with a word of their own.
    let count = count + count / 2
    entries.reserveCapacity(entries.count + count)
    lemmas.reserveCapacity(lemmas.count + count)
    rootEdges.reserveCapacity(rootEdges.count + count)
    entryNodes.reserveCapacity(entries.count + count)
    followingEntries.reserveCapacity(entries.count + count)
    let edges = orderedEdges.count + count
    orderedEdges.reserveCapacity(edges)
    firstEntries.reserveCapacity(edges)
    lastEntries.reserveCapacity(edges)
    firstEdges.reserveCapacity(edges)
  }

  /// The node at which entries with these words end, made if new.
  public mutating func node(of words: [Word]) -> Node {
    var node: Node = 0
    for word in words {
      let edge = Edge(node: node, code: word.code)
      node = find(edge) ?? add(edge)
    }
    return node
  }

  /// Adds an entry that ends at a node; `lemmas` has one for each word, or none if all match as they are written.
  public mutating func insert(_ entry: Entry, at node: Node, lemmas: [SymbolID]) {
    var entry = entry
    if lemmas.count == entry.length, !lemmas.isEmpty {
      entry.firstLemma = UInt32(self.lemmas.count)
      self.lemmas.append(contentsOf: lemmas)
    }
    append(entry, at: node)
  }

  private mutating func append(_ entry: Entry, at node: UInt32) {
    let id = Int32(entries.count)
    entries.append(entry)
    entryNodes.append(node)
    followingEntries.append(-1)
    let last = Int(lastEntries[Int(node)])
    if last >= 0 { followingEntries[last] = id } else { firstEntries[Int(node)] = id }
    lastEntries[Int(node)] = id
  }

  /// Adds an edge and the node behind it.
  private mutating func add(_ edge: Edge) -> UInt32 {
    let target = UInt32(firstEntries.count)
    firstEntries.append(-1)
    lastEntries.append(-1)
    firstEdges.append(FirstEdge())
    orderedEdges.append(edge)
    if edge.node == 0 {
      while rootEdges.count <= Int(edge.code) { rootEdges.append(0) }
      rootEdges[Int(edge.code)] = target
    } else if firstEdges[Int(edge.node)].target == 0 {
      firstEdges[Int(edge.node)].code = edge.code
      firstEdges[Int(edge.node)].target = target
    } else {
      firstEdges[Int(edge.node)].others += 1
      slotsTaken += 1
      if slotsTaken * 2 > slots.count { grow() }
      slots[slot(of: edge)] = target
    }
    return target
  }

  /// Calls a function with the entries of all lists that are one word and nothing else, whether it matches as it is
  /// written or by lemma.
  public func forEachEntry(ofOneWord word: SymbolID, _ body: (_ entry: Int) -> Void) {
    guard word != 0 else { return }
    for way in [Word.form(word), Word.lemma(word)] {
      var entry = step(from: 0, by: way).map { firstEntry(at: $0) } ?? -1
      while entry >= 0 {
        body(entry)
        entry = self.entry(after: entry)
      }
    }
  }

  /// Whether entries go on from a node.
  @inline(__always)
  func goesOn(from node: Node) -> Bool { firstEdges[Int(node)].target != 0 }

  /// The node behind an edge.
  @inline(__always)
  func step(from node: UInt32, by word: Word) -> UInt32? {
    find(Edge(node: node, code: word.code))
  }

  @inline(__always)
  private func find(_ edge: Edge) -> UInt32? {
    if edge.node == 0 {
      let place = Int(edge.code)
      guard place < rootEdges.count, rootEdges[place] != 0 else { return nil }
      return rootEdges[place]
    }
    let first = firstEdges[Int(edge.node)]
    if first.code == edge.code, first.target != 0 { return first.target }
    guard first.others > 0 else { return nil }
    let target = slots[slot(of: edge)]
    return target == 0 ? nil : target
  }

  /// The first of the entries that end at a node, or -1.
  public func firstEntry(at node: Node) -> Int { Int(firstEntries[Int(node)]) }

  /// The entry that ends at the same node after another one, or -1.
  public func entry(after entry: Int) -> Int { Int(followingEntries[entry]) }

  /// The lemma by which a word of an entry matches; 0 for one that matches as it is written.
  @inline(__always)
  public func lemma(_ place: Int, of entry: Entry) -> SymbolID {
    guard entry.firstLemma != Entry.noLemma, place < entry.length else { return 0 }
    return lemmas[Int(entry.firstLemma) + place]
  }

  /// The values of an entry's features, in the order of its list's; empty where it has none.
  public func features(of entry: Entry) -> [FeatureValue] { featureRows[Int(entry.features)] }

  /// The value of the feature at a place among those of the entry's list.
  public func feature(_ place: Int, of entry: Entry) -> FeatureValue {
    let row = featureRows[Int(entry.features)]
    return row.indices.contains(place) ? row[place] : .none
  }

  /// The slot that holds the edge's target, or the free one where it belongs.
  private func slot(of edge: Edge) -> Int {
    let mask = slots.count - 1
    let hash = (UInt64(edge.node) << 32 | UInt64(edge.code)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(truncatingIfNeeded: hash >> 32) & mask
    while slots[slot] != 0, orderedEdges[Int(slots[slot]) - 1] != edge { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    let known = slots
    slots = [UInt32](repeating: 0, count: known.count * 2)
    for target in known where target != 0 {
      slots[slot(of: orderedEdges[Int(target) - 1])] = target
    }
  }
}

extension Gazetteer.Word {
  /// The word as a number: twice the symbol, and one more for a lemma.
  fileprivate var code: UInt32 {
    switch self {
    case .form(let symbol): symbol << 1
    case .lemma(let symbol): symbol << 1 | 1
    }
  }
}

/// The value of a feature of a list entry.
public enum FeatureValue: Hashable, Sendable {
  /// The entry has no such feature.
  case none
  /// A name or a text.
  case text(String)
  /// A number.
  case decimal(ExactDecimal)

  /// The name or text; nil where there is none, or a number.
  public var text: String? {
    guard case .text(let text) = self else { return nil }
    return text
  }

  /// The number; nil where there is none, or a text.
  public var decimal: ExactDecimal? {
    guard case .decimal(let number) = self else { return nil }
    return number
  }
}
