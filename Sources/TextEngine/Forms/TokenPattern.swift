/// A regular expression over one token, matched as a whole by stepping all its states at once.
///
/// It knows literals, `.`, classes, groups, `|`, `?`, `*`, `+` and `{m,n}`, and runs in time linear in the token.
public struct TokenPattern: Hashable, Sendable {
  struct State: Hashable, Sendable {
    /// The scalars that this state takes; empty for a fork.
    var ranges: [ClosedRange<UInt32>] = []
    var isNegated = false
    var next: [Int] = []
    var consumes = false
  }

  /// The expression as written.
  public let source: String
  var states: [State]
  var start: Int
  var accept: Int

  /// Whether the expression takes all of `bytes`.
  ///
  /// - Complexity: O(*n*·*m*) in scalars and states.
  public func matches(_ bytes: Span<UInt8>) -> Bool {
    var current = closure([start])
    var index = 0
    while index < bytes.count {
      let (scalar, step) = UTF8Decoding.scalar(in: bytes, at: index)
      index += step
      var following: [Int] = []
      for id in current where states[id].consumes {
        let state = states[id]
        let isInside = state.ranges.contains { $0.contains(scalar) }
        if isInside != state.isNegated { following += state.next }
      }
      if following.isEmpty { return false }
      current = closure(following)
    }
    return current.contains(accept)
  }

  private func closure(_ seeds: [Int]) -> [Int] {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = seeds
    var reached: [Int] = []
    while let id = stack.popLast() {
      if seen[id] { continue }
      seen[id] = true
      reached.append(id)
      if !states[id].consumes { stack += states[id].next }
    }
    return reached
  }
}
