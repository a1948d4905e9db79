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

  private struct Edge: Hashable {
    var node: Int
    var word: UInt32
  }

  /// The most steps of looking for names at one token.
  private static let maximumSteps = 256
  /// The number of an empty spelling: a soft hyphen or an accent by itself is no word of a name.
  private static let noWord: UInt32 = 0

  private var edges: [Edge: Int] = [:]
  /// How the names start, by which most tokens are passed over.
  private var starts: Set<UInt32> = []
  /// A bit for each of them, so that most tokens need no look-up.
  private var startBits: UInt64 = 0
  /// For each node, the name that ends there, or nil.
  private var names: [Int?] = [nil]
  /// For each name, its fact.
  private(set) var facts: [Int] = []
  /// For each name the combinations of case, number and gender in which it stands; nil where its words tell.
  private(set) var cells: [Cells?] = []

  var isEmpty: Bool { facts.isEmpty }

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
    let start = first.prefix(first.count <= 8 ? 2 : 4).reduce(0) { $0 << 8 | UInt32($1) }
    starts.insert(start)
    startBits |= Self.bit(start)
    var node = 0
    for word in words {
      let edge = Edge(node: node, word: word)
      if let next = edges[edge] {
        node = next
      } else {
        edges[edge] = names.count
        node = names.count
        names.append(nil)
      }
    }
    names[node] = facts.count
    facts.append(fact)
    self.cells.append(cells)
  }

  /// Finds the names that start at a token: by the order of its spellings, then by that of the names.
  func find(at start: Int, _ engine: Engine, into found: inout [Found]) {
    guard canStart(engine.foldedStart(of: start)) else { return }
    let count = engine.document.tokens.count
    var steps = 0
    for (spelling, word) in engine.spellingNumbers(of: start).enumerated() {
      var stack: [(node: Int, token: Int)] = []
      func step(from node: Int, by word: UInt32, to token: Int) {
        guard let next = edges[Edge(node: node, word: word)] else { return }
        stack.append((next, token))
        guard let name = names[next] else { return }
        found.append(Found(name: name, length: token - start, spelling: spelling))
      }
      step(from: 0, by: word, to: start + 1)
      while let place = stack.popLast(), steps < Self.maximumSteps {
        steps += 1
        guard place.token < count else { continue }
        for word in engine.spellingNumbers(of: place.token) {
          if word == Self.noWord {
            stack.append((place.node, place.token + 1))
          } else {
            step(from: place.node, by: word, to: place.token + 1)
          }
        }
      }
    }
    if found.count > 1 { found.sort { ($0.spelling, $0.name) < ($1.spelling, $1.name) } }
  }

  /// Whether a name may start with a form whose spelling starts so.
  ///
  /// Forms of a word share its first two letters, or the first one only where it has no more than four: «Лев», «Льва»;
  /// «День», «Дня». Letters of one byte are Latin, and may stand for those that look like them.
  private func canStart(_ word: (bytes: UInt32, count: Int)) -> Bool {
    guard word.count > 0, word.bytes >> UInt32(8 * word.count - 8) >= 0x80 else { return true }
    return isStart(word.count <= 2 ? word.bytes : word.bytes >> UInt32(8 * word.count - 16))
      || isStart(word.bytes)
  }

  private func isStart(_ letters: UInt32) -> Bool {
    startBits & Self.bit(letters) != 0 && starts.contains(letters)
  }

  private static func bit(_ letters: UInt32) -> UInt64 {
    1 << UInt64((letters &* 0x9E37_79B9) >> 26)
  }
}
