/// The round and square brackets of a text, paired inside its paragraphs.
///
///     Агентство (АФМ [новое]) сообщило     two pairs, one inside the other
///     а) первое; б) второе                 no pair, two marks unpaired
///
/// - Complexity: O(*n*) in the number of tokens.
public struct BracketPairing: Sendable {
  /// The pairs, sorted by their opening marks; they nest and never cross.
  public private(set) var pairs: [MarkPair] = []
  /// The marks without a partner, in text order.
  public private(set) var unpaired: [Int] = []

  /// Pairs the marks of a text.
  public init(table: TokenTable, text: Span<UInt8>) {
    var stack: [(token: Int, close: UInt8)] = []
    var open: (round: Int, square: Int) = (0, 0)
    func isOpen(_ close: UInt8) -> Bool {
      (close == UInt8(ascii: ")") ? open.round : open.square) > 0
    }
    func count(_ close: UInt8, _ change: Int) {
      if close == UInt8(ascii: ")") { open.round += change } else { open.square += change }
    }
    for token in 0..<table.count {
      if table.flags[token].contains(.paragraphStart) {
        unpaired += stack.map(\.token)
        stack.removeAll(keepingCapacity: true)
        open = (0, 0)
      }
      let span = table.span(token)
      guard table.kinds[token] == .other, span.count == 1, span.start >= 0, span.end <= text.count
      else { continue }
      switch text[span.start] {
      case UInt8(ascii: "("):
        stack.append((token, UInt8(ascii: ")")))
        open.round += 1
      case UInt8(ascii: "["):
        stack.append((token, UInt8(ascii: "]")))
        open.square += 1
      case let mark where mark == UInt8(ascii: ")") || mark == UInt8(ascii: "]"):
        guard isOpen(mark) else {
          unpaired.append(token)
          continue
        }
        while let last = stack.popLast() {
          count(last.close, -1)
          if last.close == mark {
            pairs.append(MarkPair(open: last.token, close: token))
            break
          }
          unpaired.append(last.token)
        }
      default: break
      }
    }
    unpaired += stack.map(\.token)
    unpaired.sort()
    MarkPair.arrange(&pairs)
  }
}
