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
  let states: [State]
  let start: Int
  let accept: Int
  private let table: StateTable
  private let hints: PatternHints

  init(source: String, states: [State], start: Int, accept: Int) {
    self.source = source
    self.states = states
    self.start = start
    self.accept = accept
    table = StateTable(states: states, start: start, accept: accept)
    hints = PatternHints(states: states, start: start, accept: accept)
  }

  /// Two expressions are the same where they are spelt the same.
  public static func == (left: TokenPattern, right: TokenPattern) -> Bool {
    left.source.utf8.elementsEqual(right.source.utf8)
  }

  /// Hashes the expression's spelling.
  public func hash(into hasher: inout Hasher) {
    for byte in source.utf8 { hasher.combine(byte) }
  }

  /// Whether the expression takes all of `bytes`.
  ///
  /// - Complexity: O(*n*·*m*) in scalars and states.
  public func matches(_ bytes: Span<UInt8>) -> Bool {
    hints.allow(bytes) && table.matches(bytes)
  }

  /// The scalars with which a token can start; nil where all can.
  var firstScalars: [ClosedRange<UInt32>]? { hints.firstScalars }

  /// A byte without which no token is taken, if one is known.
  var requiredByte: UInt8? { hints.required }

  /// The states as sets of bits: stepping all of them at once allocates nothing where there are 64 or fewer.
  private struct StateTable: Sendable {
    private let ranges: [ClosedRange<UInt32>]
    private let rangeStarts: [Int]
    private let isNegated: [Bool]
    /// The states that take a scalar.
    private var taking: [UInt64]
    /// For each state, those that are reached once it has taken its scalar.
    private var following: [UInt64] = []
    private var initial: [UInt64]
    private let accept: Int
    private let width: Int

    init(states: [State], start: Int, accept: Int) {
      width = (states.count + 63) / 64
      self.accept = accept
      var ranges: [ClosedRange<UInt32>] = []
      var starts = [0]
      taking = [UInt64](repeating: 0, count: width)
      for (id, state) in states.enumerated() {
        ranges += state.ranges
        starts.append(ranges.count)
        if state.consumes { taking[id >> 6] |= 1 << UInt64(id & 63) }
      }
      self.ranges = ranges
      rangeStarts = starts
      isNegated = states.map(\.isNegated)
      initial = Self.closure([start], states, width)
      for state in states {
        following +=
          state.consumes
          ? Self.closure(state.next, states, width) : [UInt64](repeating: 0, count: width)
      }
    }

    private static func closure(_ seeds: [Int], _ states: [State], _ width: Int) -> [UInt64] {
      var reached = [UInt64](repeating: 0, count: width)
      var stack = seeds
      while let id = stack.popLast() {
        let bit: UInt64 = 1 << UInt64(id & 63)
        if reached[id >> 6] & bit != 0 { continue }
        reached[id >> 6] |= bit
        if !states[id].consumes { stack += states[id].next }
      }
      return reached
    }

    @inline(__always)
    private func takes(_ state: Int, _ scalar: UInt32) -> Bool {
      var isInside = false
      for place in rangeStarts[state]..<rangeStarts[state + 1] where ranges[place].contains(scalar)
      {
        isInside = true
        break
      }
      return isInside != isNegated[state]
    }

    func matches(_ bytes: Span<UInt8>) -> Bool {
      width == 1 ? matchesNarrow(bytes) : matchesWide(bytes)
    }

    private func matchesNarrow(_ bytes: Span<UInt8>) -> Bool {
      var current = initial[0]
      var index = 0
      while index < bytes.count {
        let (scalar, step) = UTF8Decoding.scalar(in: bytes, at: index)
        index += step
        var next: UInt64 = 0
        var rest = current & taking[0]
        while rest != 0 {
          let state = rest.trailingZeroBitCount
          rest &= rest - 1
          if takes(state, scalar) { next |= following[state] }
        }
        if next == 0 { return false }
        current = next
      }
      return current & (1 << UInt64(accept)) != 0
    }

    private func matchesWide(_ bytes: Span<UInt8>) -> Bool {
      var current = initial
      var next = [UInt64](repeating: 0, count: width)
      var index = 0
      while index < bytes.count {
        let (scalar, step) = UTF8Decoding.scalar(in: bytes, at: index)
        index += step
        for word in 0..<width { next[word] = 0 }
        var isDead = true
        for word in 0..<width {
          var rest = current[word] & taking[word]
          while rest != 0 {
            let state = word << 6 + rest.trailingZeroBitCount
            rest &= rest - 1
            guard takes(state, scalar) else { continue }
            isDead = false
            for target in 0..<width { next[target] |= following[state * width + target] }
          }
        }
        if isDead { return false }
        swap(&current, &next)
      }
      return current[accept >> 6] & (1 << UInt64(accept & 63)) != 0
    }
  }
}
