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
}
