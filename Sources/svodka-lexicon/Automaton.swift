/// A minimal automaton built from sorted keys, each ending in a value.
///
/// Keys must come in ascending order. Equal tails of keys with equal values are stored once, as in J. Daciuk and
/// others, "Incremental Construction of Minimal Acyclic Finite-State Automata" (2000). Several automata may share
/// the states: call `finish()` after the keys of each.
struct Automaton {
  /// A way out of a state: to another one, or, under the terminal code, to a value.
  struct Edge {
    var code: UInt8
    var target: UInt32
  }

  /// The edges of all states, one after the other.
  private(set) var edges: [Edge] = []
  /// Where the edges of each state start; one more than there are states.
  private(set) var starts: [Int] = [0]
  private let terminal: UInt8

  /// The states on the path of the last key, which may still get edges.
  private var open: [[Edge]] = [[]]
  private var key: [UInt8] = []
  /// Open addressing over the states by their edges; 0 is free.
  private var register = [UInt32](repeating: 0, count: 1 << 20)

  init(terminal: UInt8) { self.terminal = terminal }

  var stateCount: Int { starts.count - 1 }

  func edges(of state: Int) -> ArraySlice<Edge> { edges[starts[state]..<starts[state + 1]] }

  /// Adds a key, which must be greater than the one before.
  mutating func add(_ next: ArraySlice<UInt8>, value: UInt32) {
    var common = 0
    while common < min(key.count, next.count), key[common] == next[next.startIndex + common] {
      common += 1
    }
    precondition(
      stateCount == 0 || open[0].isEmpty || common < next.count,
      "the keys must ascend"
    )
    freeze(downTo: common)
    for code in next.dropFirst(common) {
      open[key.count].append(Edge(code: code, target: 0))
      key.append(code)
      if open.count == key.count { open.append([]) }
    }
    // The terminal's code is greater than any letter's, but its edge comes first: order of edges is only identity.
    open[key.count].append(Edge(code: terminal, target: value))
  }

  /// Ends an automaton and gives its first state.
  mutating func finish() -> Int {
    freeze(downTo: 0)
    return Int(freeze(open: 0))
  }

  private mutating func freeze(downTo depth: Int) {
    while key.count > depth {
      let state = freeze(open: key.count)
      key.removeLast()
      open[key.count][open[key.count].count - 1].target = state
    }
  }

  private mutating func freeze(open depth: Int) -> UInt32 {
    if stateCount * 2 > register.count { growRegister() }
    var slot = Int(truncatingIfNeeded: hash(open[depth][...])) & (register.count - 1)
    while register[slot] != 0 {
      let state = Int(register[slot]) - 1
      if same(edges(of: state), open[depth]) {
        open[depth].removeAll(keepingCapacity: true)
        return UInt32(state)
      }
      slot = (slot + 1) & (register.count - 1)
    }
    edges.append(contentsOf: open[depth])
    open[depth].removeAll(keepingCapacity: true)
    starts.append(edges.count)
    register[slot] = UInt32(stateCount)
    return UInt32(stateCount - 1)
  }

  private mutating func growRegister() {
    register = [UInt32](repeating: 0, count: register.count * 2)
    for state in 0..<stateCount {
      var slot = Int(truncatingIfNeeded: hash(edges(of: state))) & (register.count - 1)
      while register[slot] != 0 { slot = (slot + 1) & (register.count - 1) }
      register[slot] = UInt32(state + 1)
    }
  }

  private func same(_ left: ArraySlice<Edge>, _ right: [Edge]) -> Bool {
    guard left.count == right.count else { return false }
    for (mine, its) in zip(left, right) where mine.code != its.code || mine.target != its.target {
      return false
    }
    return true
  }

  /// Not the standard library's hash, which differs from run to run.
  private func hash(_ edges: ArraySlice<Edge>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for edge in edges {
      hash = (hash ^ UInt64(edge.code) ^ UInt64(edge.target) << 8) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    return hash
  }
}
