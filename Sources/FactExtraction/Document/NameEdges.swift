/// Which node of a trie each word leads to from another one.
///
/// An open hash table, since at most capitals of a document a name is looked for and none is there.
struct NameEdges {
  private struct Edge {
    var node: UInt32
    var word: UInt32
    var next: Int
  }

  private var edges: [Edge] = []
  /// The places of edges and one, by their hashes; 0 is free.
  private var slots: [UInt32] = []

  /// The node that a word leads to; nil where there is none.
  func next(_ node: Int, _ word: UInt32) -> Int? {
    guard !slots.isEmpty else { return nil }
    var slot = Self.hash(node, word) & (slots.count - 1)
    while slots[slot] != 0 {
      let edge = edges[Int(slots[slot]) - 1]
      if edge.word == word, edge.node == UInt32(node) { return edge.next }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Lets a word lead to another node, which it must not do yet.
  mutating func add(_ node: Int, _ word: UInt32, to next: Int) {
    edges.append(Edge(node: UInt32(node), word: word, next: next))
    if edges.count * 2 > slots.count {
      slots = [UInt32](repeating: 0, count: max(16, slots.count * 2))
      for place in edges.indices { put(place) }
    } else {
      put(edges.count - 1)
    }
  }

  private mutating func put(_ place: Int) {
    var slot = Self.hash(Int(edges[place].node), edges[place].word) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = UInt32(place + 1)
  }

  private static func hash(_ node: Int, _ word: UInt32) -> Int {
    let mixed = (UInt64(node) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    return Int(mixed >> 32)
  }
}
