import TextEngine

/// Names as sequences of words, to be found in a document at a token.
struct NameTrie {
  /// A name that stands at a token.
  struct Found {
    /// The number of the name, in the order in which names were entered.
    var name: Int
    /// The number of its tokens.
    var length: Int
    /// Which spelling of the first token led to it.
    fileprivate var spelling: Int
  }

  /// A word of names behind the words that lead to it.
  private struct Node {
    /// The name that ends with it, or -1.
    var name = -1
    /// Whether some name goes on.
    var goesOn = false
  }

  /// The most steps of looking for names at one token.
  private static let maximumSteps = 256
  /// The number of an empty spelling: a soft hyphen or an accent by itself is no word of a name.
  private static let noWord: UInt32 = 0

  private var edges = NameEdges()
  /// How the names start.
  private var starts = NameEdges()
  /// A bit for each of them, so that most tokens need no look-up.
  private var startBits: UInt64 = 0
  private var nodes = [Node()]
  /// For each name, its fact.
  private(set) var facts: [Int] = []
  /// For each name the combinations of case, number and gender in which it stands; nil where its words tell.
  private(set) var cells: [Cells?] = []

  var isEmpty: Bool { facts.isEmpty }

  /// The most places whose memory is kept.
  private static let maximumKept = 1_024

  /// Forgets all names.
  mutating func removeAll() {
    guard !isEmpty else { return }
    guard nodes.count <= Self.maximumKept else { return self = NameTrie() }
    edges.removeAll()
    starts.removeAll()
    startBits = 0
    nodes.removeLast(nodes.count - 1)
    nodes[0] = Node()
    facts.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  /// Enters a name, which must be new.
  ///
  /// - Parameters:
  ///   - first: The folded spelling of its first word.
  ///   - cells: See `cells`.
  mutating func insert(
    _ words: [UInt32],
    first: ArraySlice<UInt8>,
    fact: Int,
    cells: Cells? = nil
  ) {
    let start = NameStart.letters(sharedBy: first)
    startBits |= Self.bit(start)
    _ = starts.next(0, start, orTo: 0)
    var node = 0
    for word in words {
      nodes[node].goesOn = true
      node = edges.next(node, word, orTo: nodes.count)
      if node == nodes.count { nodes.append(Node()) }
    }
    nodes[node].name = facts.count
    facts.append(fact)
    self.cells.append(cells)
  }

  /// Finds the names that start at a token whose form `canStart` one: by the order of its spellings, then by that of the names.
  func find(at start: Int, _ engine: Engine, into found: inout [Found]) {
    let spellings = engine.spellings(of: start)
    var steps = 0
    for place in spellings {
      guard let node = edges.next(0, engine.spellingNumber(at: place)) else { continue }
      let spelling = place - spellings.lowerBound
      if nodes[node].name >= 0 {
        found.append(Found(name: nodes[node].name, length: 1, spelling: spelling))
      }
      guard nodes[node].goesOn else {
        steps += 1
        continue
      }
      follow(node, from: start, spelling, engine, &steps, into: &found)
    }
    if found.count > 1 { found.sort { ($0.spelling, $0.name) < ($1.spelling, $1.name) } }
  }

  /// Finds the names that go on behind their first word.
  private func follow(
    _ first: Int,
    from start: Int,
    _ spelling: Int,
    _ engine: Engine,
    _ steps: inout Int,
    into found: inout [Found]
  ) {
    let count = engine.document.tokens.count
    var stack = [(node: first, token: start + 1)]
    while let (node, token) = stack.popLast(), steps < Self.maximumSteps {
      steps += 1
      guard token < count, nodes[node].goesOn else { continue }
      for place in engine.spellings(of: token) {
        let word = engine.spellingNumber(at: place)
        if word == Self.noWord {
          stack.append((node, token + 1))
        } else if let next = edges.next(node, word) {
          stack.append((next, token + 1))
          guard nodes[next].name >= 0 else { continue }
          found.append(
            Found(name: nodes[next].name, length: token + 1 - start, spelling: spelling)
          )
        }
      }
    }
  }

  /// Whether a name may start with a form that starts so.
  func canStart(_ form: NameStart) -> Bool {
    form.isAny || isStart(form.one) || isStart(form.two)
  }

  private func isStart(_ letters: UInt32) -> Bool {
    startBits & Self.bit(letters) != 0 && starts.next(0, letters) != nil
  }

  private static func bit(_ letters: UInt32) -> UInt64 {
    1 << UInt64((letters &* 0x9E37_79B9) >> 26)
  }
}
