/// A list of the rule set, by its place.
public typealias ListID = Int

/// The entries of all lists of a rule set as one trie over words.
///
/// An edge is the folded spelling of a word or one of its lemmas. The head of an entry and the words that agree with
/// it match by lemma, all others as they are written.
public struct Gazetteer: Sendable {
  /// One entry of a list.
  public struct Entry: Sendable {
    /// The list that it belongs to.
    public var list: ListID
    /// The place of the entry in its list.
    public var index: Int
    /// The number of its words.
    public var length: Int
    /// The place of the head among its words.
    public var head: Int
    /// Which words agree with the head, a bit each; the head itself is one of them.
    public var agreeing: UInt32
    /// The lemma of each word that matches by lemma, 0 for the others.
    public var lemmas: [SymbolID]
    /// The values of the list's features, in their order.
    public var features: [FeatureValue]

    /// Makes an entry.
    public init(
      list: ListID, index: Int, length: Int, head: Int, agreeing: UInt32, lemmas: [SymbolID],
      features: [FeatureValue]
    ) {
      self.lemmas = lemmas
      self.list = list
      self.index = index
      self.length = length
      self.head = head
      self.agreeing = agreeing
      self.features = features
    }
  }

  /// One word of an entry.
  public enum Word: Hashable, Sendable {
    /// As it is written, in folded spelling.
    case form(SymbolID)
    /// Any form with this lemma.
    case lemma(SymbolID)
  }

  /// All entries of all lists.
  public private(set) var entries: [Entry] = []
  private var edges: [Edge: UInt32] = [:]
  private(set) var accepting: [[UInt32]] = [[]]

  private struct Edge: Hashable, Sendable {
    var node: UInt32
    var word: Word
  }

  /// An edge of the trie with its ends.
  struct OrderedEdge {
    var from: UInt32
    var word: Word
    var to: UInt32
  }

  /// All edges in the order of the nodes that they lead to.
  var orderedEdges: [OrderedEdge] {
    edges.map { OrderedEdge(from: $0.key.node, word: $0.key.word, to: $0.value) }
      .sorted { $0.to < $1.to }
  }

  /// Puts a gazetteer together from its parts, whose nodes must all exist.
  init(
    entries: [Entry], accepting: [[UInt32]], orderedEdges: [OrderedEdge]
  ) throws(BinaryFault) {
    self.entries = entries
    self.accepting = accepting
    edges.reserveCapacity(orderedEdges.count)
    for edge in orderedEdges {
      guard edge.to < accepting.count, edge.from < accepting.count else { throw BinaryFault() }
      edges[Edge(node: edge.from, word: edge.word)] = edge.to
    }
    guard !accepting.isEmpty, accepting.allSatisfy({ $0.allSatisfy { $0 < entries.count } }) else {
      throw BinaryFault()
    }
  }

  /// Makes an empty gazetteer.
  public init() {}

  /// Adds an entry under its words.
  public mutating func insert(_ words: [Word], entry: Entry) {
    var node: UInt32 = 0
    for word in words {
      let edge = Edge(node: node, word: word)
      if let next = edges[edge] {
        node = next
      } else {
        let next = UInt32(accepting.count)
        accepting.append([])
        edges[edge] = next
        node = next
      }
    }
    accepting[Int(node)].append(UInt32(entries.count))
    entries.append(entry)
  }

  /// The node behind an edge.
  func step(from node: UInt32, by word: Word) -> UInt32? {
    edges[Edge(node: node, word: word)]
  }

  /// The entries that end at a node.
  func entries(at node: UInt32) -> [UInt32] { accepting[Int(node)] }
}

/// The value of a feature of a list entry.
public enum FeatureValue: Hashable, Sendable {
  /// The entry has no such feature.
  case none
  /// A name or a text.
  case text(String)
  /// A number.
  case decimal(ExactDecimal)
}
