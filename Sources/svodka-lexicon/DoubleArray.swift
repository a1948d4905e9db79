/// The states of an automaton laid out as a double array.
///
/// A state is a base; its edge with a code lies at base + code and holds the code and the base of the next state (or
/// the value, for the terminal code). That a unit belongs to a state is seen from the code alone, which is right only
/// because no two states have the same base.
struct DoubleArray {
  private(set) var units: [UInt32] = []
  private(set) var bases: [UInt32]

  /// Lays out all states.
  ///
  /// - Throws: `DumpError` if a base or a value needs more than 24 bits.
  init(_ automaton: Automaton, terminal: UInt8) throws {
    bases = [UInt32](repeating: 0, count: automaton.stateCount)
    // States with many edges first; the others fill the holes. Ties by number, so that the order is determined.
    let order = (0..<automaton.stateCount).sorted {
      let (left, right) = (automaton.edges(of: $0).count, automaton.edges(of: $1).count)
      return (-left, $0) < (-right, $1)
    }
    var slots = FreeSlots()
    // A search can start where the last one for the same codes ended: units get taken, never free.
    var lastWord: [UInt64: Int] = [:]
    for state in order {
      let edges = automaton.edges(of: state)
      let codes = edges.reduce(UInt64(0)) { $0 | 1 << UInt64($1.code) }
      let base = slots.takeBase(for: codes, from: &lastWord[codes, default: 0])
      guard base < 1 << 24 else { throw DumpError(message: "the automaton has too many states") }
      bases[state] = UInt32(base)
    }
    units = [UInt32](repeating: 0, count: slots.end)
    for state in 0..<automaton.stateCount {
      for edge in automaton.edges(of: state) {
        let value = edge.code == terminal ? edge.target : bases[Int(edge.target)]
        guard value < 1 << 24 else { throw DumpError(message: "too many readings") }
        units[Int(bases[state]) + Int(edge.code)] = value << 8 | UInt32(edge.code)
      }
    }
  }
}

/// The free units and bases of a double array under construction, as bits, 64 of them tried at once.
private struct FreeSlots {
  private var units: [UInt64] = []
  private var bases: [UInt64] = []
  /// One more than the last unit taken.
  private(set) var end = 0

  /// The lowest base such that it and the units of these codes (each below 64) are free; takes them.
  mutating func takeBase(for codes: UInt64, from start: inout Int) -> Int {
    var index = start
    while true {
      while bases.count < index + 2 {
        units.append(.max)
        bases.append(.max)
      }
      var candidates = bases[index]
      var left = codes
      while left != 0, candidates != 0 {
        let code = left.trailingZeroBitCount
        left &= left - 1
        let high = code == 0 ? 0 : units[index + 1] << UInt64(64 - code)
        candidates &= units[index] >> UInt64(code) | high
      }
      if candidates != 0 {
        start = index
        let bit = candidates.trailingZeroBitCount
        take(index * 64 + bit, codes)
        return index * 64 + bit
      }
      index += 1
    }
  }

  private mutating func take(_ base: Int, _ codes: UInt64) {
    bases[base / 64] &= ~(1 << UInt64(base % 64))
    var left = codes
    while left != 0 {
      let unit = base + left.trailingZeroBitCount
      left &= left - 1
      units[unit / 64] &= ~(1 << UInt64(unit % 64))
      end = max(end, unit + 1)
    }
  }
}
