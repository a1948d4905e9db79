import TextEngine

/// Which found fact answers which wanted one.
///
/// The same span comes first; what is left over on both sides is paired where it overlaps, each with the one it shares
/// the most bytes with.
struct FactPairing {
  /// The found fact at the very span of each wanted one, by their places; nil where there is none.
  private(set) var exact: [Int?]
  /// The found fact that overlaps each wanted one and answers no other; nil where there is none.
  private(set) var moved: [Int?]
  /// The found facts that answer nothing, in the order of the text.
  private(set) var noisy: [Int]

  /// Pairs spans.
  init(wanted: [TextSpan], found: [TextSpan]) {
    exact = Array(repeating: nil, count: wanted.count)
    moved = exact
    var free = Array(found.indices)
    for (place, span) in wanted.enumerated() {
      guard let index = free.firstIndex(where: { found[$0] == span }) else { continue }
      exact[place] = free.remove(at: index)
    }
    for (place, span) in wanted.enumerated() where exact[place] == nil {
      var best: (index: Int, shared: Int)?
      for (index, candidate) in free.enumerated() where found[candidate].overlaps(span) {
        let shared = min(found[candidate].end, span.end) - max(found[candidate].start, span.start)
        if shared > best?.shared ?? 0 { best = (index, shared) }
      }
      if let best { moved[place] = free.remove(at: best.index) }
    }
    noisy = free.sorted {
      (found[$0].start, found[$1].end, $0) < (found[$1].start, found[$0].end, $1)
    }
  }
}
