/// Where each word leads from a place, for names as chains of words.
struct NameEdges {
  /// The places that are led to, by the place and below it the word.
  private var places: [UInt64: Int] = [:]

  /// The most edges whose memory is kept.
  private static let maximumKept = 32

  /// Forgets all.
  mutating func removeAll() {
    places.removeAll(keepingCapacity: places.count <= Self.maximumKept)
  }

  /// Where a word leads; nil where it leads nowhere.
  func next(_ place: Int, _ word: UInt32) -> Int? { places[Self.key(place, word)] }

  /// Where a word leads; to the given place from now on, if it led nowhere.
  mutating func next(_ place: Int, _ word: UInt32, orTo new: Int) -> Int {
    let known = places[Self.key(place, word), default: new]
    places[Self.key(place, word)] = known
    return known
  }

  private static func key(_ place: Int, _ word: UInt32) -> UInt64 {
    UInt64(truncatingIfNeeded: place) << 32 | UInt64(word)
  }
}
