/// What a spelling must start and end with and have in it to pass a test, so that most words are passed over at once.
struct SpellingNeeds {
  /// The scalars that can come first and last; nil where all can.
  let first: [ClosedRange<UInt32>]?
  let last: [ClosedRange<UInt32>]?
  /// A byte without which no spelling passes, if one is known.
  let required: UInt8?
  /// Whether no spelling of common scalars alone passes.
  let needsUncommon: Bool

  /// Finds what a test for a spelling needs; nil where it is another test, or its letters tell nothing.
  init?(_ test: TokenTest) {
    switch test {
    case .pattern(let pattern):
      first = pattern.firstScalars
      last = pattern.lastScalars
      required = pattern.requiredByte
      needsUncommon = pattern.needsUncommon
      if first == nil, last == nil, required == nil, !needsUncommon { return nil }
    case .exact(let spelling):
      let scalars = String(decoding: spelling, as: UTF8.self).unicodeScalars
      guard let start = scalars.first?.value, let end = scalars.last?.value else { return nil }
      first = [start...start]
      last = [end...end]
      required = nil
      needsUncommon = false
    default: return nil
    }
  }

  /// The number of a scalar among those that are told apart: one for each of ASCII and Cyrillic, one for all others.
  static func place(of scalar: UInt32) -> Int {
    switch scalar {
    case ..<0x80: Int(scalar)
    case 0x400..<0x500: Int(scalar) - 0x380
    default: placeCount - 1
    }
  }

  static let placeCount = 0x80 + 0x100 + 1

  /// The places of the scalars of some ranges.
  static func places(of ranges: [ClosedRange<UInt32>]) -> Set<Int> {
    var places: Set<Int> = []
    for range in ranges {
      for part in [range.clamped(to: 0...0x7F), range.clamped(to: 0x400...0x4FF)]
      where range.overlaps(part) {
        for scalar in part { places.insert(place(of: scalar)) }
      }
      let others = [0x80...0x3FF, 0x500...UInt32.max]
      if others.contains(where: range.overlaps) { places.insert(placeCount - 1) }
    }
    return places
  }
}
