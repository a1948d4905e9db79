/// What every token that an expression takes starts with and has in it, so that most tokens are passed over at once.
struct PatternHints: Sendable {
  /// The bytes that can come first, a bit each.
  private var firstBytes: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
  /// Whether the empty token is taken.
  private var takesEmpty = false
  /// A byte without which no token is taken, if there is one.
  private var required: UInt8?

  /// The bytes that are looked for: they are in expressions of compounds and figures, and in few words.
  private static let candidates: [UInt8] = [UInt8(ascii: "-"), UInt8(ascii: ".")]

  init(states: [TokenPattern.State], start: Int, accept: Int) {
    let initial = Self.reached([start], states)
    takesEmpty = initial[accept]
    for (id, state) in states.enumerated() where initial[id] && state.consumes {
      guard !state.isNegated else {
        firstBytes = (.max, .max, .max, .max)
        break
      }
      for range in state.ranges { insert(range) }
    }
    required = Self.candidates.first { byte in
      !Self.isReachable(accept, from: start, without: UInt32(byte), states)
    }
  }

  /// Whether a token can be taken.
  @inline(__always)
  func allow(_ bytes: Span<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return takesEmpty }
    guard has(bytes[0]) else { return false }
    guard let required else { return true }
    for index in 0..<bytes.count where bytes[index] == required { return true }
    return false
  }

  @inline(__always)
  private func has(_ byte: UInt8) -> Bool {
    let word =
      switch byte >> 6 {
      case 0: firstBytes.0
      case 1: firstBytes.1
      case 2: firstBytes.2
      default: firstBytes.3
      }
    return word & (1 << UInt64(byte & 63)) != 0
  }

  /// Adds the first bytes of some scalars.
  private mutating func insert(_ scalars: ClosedRange<UInt32>) {
    for byte in Self.leadByte(scalars.lowerBound)...Self.leadByte(scalars.upperBound) {
      let bit: UInt64 = 1 << UInt64(byte & 63)
      switch byte >> 6 {
      case 0: firstBytes.0 |= bit
      case 1: firstBytes.1 |= bit
      case 2: firstBytes.2 |= bit
      default: firstBytes.3 |= bit
      }
    }
  }

  /// The first byte of a scalar in UTF-8; it grows with the scalar.
  private static func leadByte(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case ..<0x80: UInt8(truncatingIfNeeded: scalar)
    case ..<0x800: UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
    case ..<0x1_0000: UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
    default: UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    }
  }

  /// The states that are reached from some without taking anything, those among them.
  private static func reached(_ seeds: [Int], _ states: [TokenPattern.State]) -> [Bool] {
    walk(seeds, states) { _ in false }
  }

  /// Whether a state is reached by any tokens that have not a certain scalar.
  private static func isReachable(
    _ target: Int,
    from start: Int,
    without scalar: UInt32,
    _ states: [TokenPattern.State]
  ) -> Bool {
    walk([start], states) { state in
      state.isNegated || state.ranges.contains { $0 != scalar...scalar }
    }[target]
  }

  private static func walk(
    _ seeds: [Int],
    _ states: [TokenPattern.State],
    through takes: (TokenPattern.State) -> Bool
  ) -> [Bool] {
    var seen = [Bool](repeating: false, count: states.count)
    var stack = seeds
    while let id = stack.popLast() {
      guard states.indices.contains(id), !seen[id] else { continue }
      seen[id] = true
      if !states[id].consumes || takes(states[id]) { stack += states[id].next }
    }
    return seen
  }
}
