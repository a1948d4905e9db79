/// Names as sequences of words, each of which is there or not.
struct NameSet {
  private var edges = NameEdges()
  /// For each place whether a name ends there.
  private var isEnd = [false]

  /// Whether a name is new; it is there from now on.
  mutating func insert(_ words: [UInt32]) -> Bool {
    var place = 0
    for word in words {
      place = edges.next(place, word, orTo: isEnd.count)
      if place == isEnd.count { isEnd.append(false) }
    }
    defer { isEnd[place] = true }
    return !isEnd[place]
  }
}
