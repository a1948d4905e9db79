/// The outermost pairs of quotation marks and brackets in a paragraph.
///
/// A mark without its partner in the paragraph pairs with nothing, so it protects nothing. Each mark is pushed and
/// popped once: the time is linear for any order of marks.
struct QuotationPairs {
  /// The pairs as tokens, sorted; no pair lies inside another.
  private(set) var outermost: [(open: Int, close: Int)] = []

  private var stack: [(pair: Mark.Pair, token: Int)] = []
  private var pairs: [(open: Int, close: Int)] = []
  private var depths = [Int](repeating: 0, count: Mark.Pair.allCases.count)

  /// Finds the pairs among the tokens of a paragraph.
  mutating func find(in paragraph: Range<Int>, of table: TokenTable, bytes: Span<UInt8>) {
    outermost.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    stack.removeAll(keepingCapacity: true)
    for index in depths.indices { depths[index] = 0 }
    for token in paragraph where table.kinds[token] == .other {
      switch Mark(token, of: table, in: bytes) {
      case .open(let pair): push(pair, token)
      case .close(let pair): close(pair, token)
      case .either(let pair): either(pair, token, paragraph, table, bytes)
      default: break
      }
    }
    var limit = Int.max
    for pair in pairs.reversed() where pair.close < limit {
      outermost.append(pair)
      limit = pair.open
    }
    outermost.reverse()
  }

  private mutating func push(_ pair: Mark.Pair, _ token: Int) {
    stack.append((pair, token))
    depths[pair.rawValue] += 1
  }

  private mutating func close(_ pair: Mark.Pair, _ token: Int) {
    // „…” and “…” close alike.
    let low = Mark.Pair.low.rawValue
    let opened = pair == .high && depths[low] > 0 && depths[pair.rawValue] == 0 ? .low : pair
    guard depths[opened.rawValue] > 0 else { return }
    while let top = stack.popLast() {
      depths[top.pair.rawValue] -= 1
      guard top.pair == opened else { continue }
      pairs.append((top.token, token))
      return
    }
  }

  /// A mark that opens and closes: its blanks tell which, and where they do not, whether one is open.
  private mutating func either(
    _ pair: Mark.Pair,
    _ token: Int,
    _ paragraph: Range<Int>,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) {
    if pair == .high, depths[Mark.Pair.low.rawValue] > 0 {
      close(.high, token)
      return
    }
    let blankBefore = token == paragraph.lowerBound || table.flags[token].contains(.spaceBefore)
    let next = token + 1
    let blankAfter = next >= paragraph.upperBound || table.flags[next].contains(.spaceBefore)
    if blankBefore != blankAfter {
      if blankBefore { push(pair, token) } else { close(pair, token) }
    } else if depths[pair.rawValue] > 0, !opensAfterMark(token, paragraph, table, bytes) {
      close(pair, token)
    } else {
      push(pair, token)
    }
  }

  /// Whether the mark stands right after one that opens: `("Ромашка")`.
  private func opensAfterMark(
    _ token: Int,
    _ paragraph: Range<Int>,
    _ table: TokenTable,
    _ bytes: Span<UInt8>
  ) -> Bool {
    guard token > paragraph.lowerBound, !table.flags[token].contains(.spaceBefore) else {
      return false
    }
    switch Mark(token - 1, of: table, in: bytes) {
    case .open, .dash: return true
    default: return false
    }
  }
}
