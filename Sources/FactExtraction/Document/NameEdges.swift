/// Where each word leads from a place, for names as chains of words.
///
/// An open hash table: it is asked for every capital of a document, and mostly has nothing there.
struct NameEdges {
  private struct Edge {
    var place: UInt32
    var word: UInt32
    var next: Int
  }

  private var edges: [Edge] = []
  /// The indices of edges and one, by their hashes; 0 is free.
  private var slots: [UInt32] = []

  /// Makes room for some edges.
  mutating func reserve(_ count: Int) {
    edges.reserveCapacity(count)
    var size = max(16, slots.count)
    while size < 2 * count { size *= 2 }
    if edges.isEmpty { slots = [UInt32](repeating: 0, count: size) }
  }

  /// Forgets all, and keeps the memory that few need.
  mutating func removeAll() {
    guard !edges.isEmpty else { return }
    edges.removeAll(keepingCapacity: true)
    if slots.count > 64 {
      slots = []
    } else {
      for slot in slots.indices { slots[slot] = 0 }
    }
  }

  /// Where a word leads; nil where it leads nowhere.
  func next(_ place: Int, _ word: UInt32) -> Int? {
    guard !slots.isEmpty else { return nil }
    let found = slots[slot(place, word)]
    return found == 0 ? nil : edges[Int(found) - 1].next
  }

  /// Where a word leads; to the given place from now on, if it led nowhere.
  mutating func next(_ place: Int, _ word: UInt32, orTo new: Int) -> Int {
    if slots.isEmpty { slots = [UInt32](repeating: 0, count: 16) }
    let slot = slot(place, word)
    let found = slots[slot]
    if found != 0 { return edges[Int(found) - 1].next }
    edges.append(Edge(place: UInt32(place), word: word, next: new))
    slots[slot] = UInt32(edges.count)
    if edges.count * 2 > slots.count { grow() }
    return new
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for (index, edge) in edges.enumerated() {
      slots[slot(Int(edge.place), edge.word)] = UInt32(index + 1)
    }
  }

  /// The slot of an edge, or the free one where it belongs.
  private func slot(_ place: Int, _ word: UInt32) -> Int {
    let mixed = (UInt64(place) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
    var slot = Int(mixed >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let edge = edges[Int(slots[slot]) - 1]
      if edge.word == word, edge.place == UInt32(place) { break }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
