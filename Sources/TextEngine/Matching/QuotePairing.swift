/// The quotation marks of a text, paired.
///
/// Marks with a direction («», „“, “”) are paired first, also over several paragraphs. Straight marks, and what the
/// first step left over, are paired inside one paragraph by the blanks around them and, where these say nothing, by
/// turns. A mark without a partner is reported and disturbs nothing else:
///
///     Он сказал: "Мы идём в "Ромашку"".    two pairs, one inside the other
///     монитор 24" и "Ромашка"              one pair, and one mark unpaired
///
/// - Complexity: O(*n*) in the number of tokens.
public struct QuotePairing: Sendable {
  /// The pairs, sorted by their opening marks; they nest and never cross.
  public private(set) var pairs: [MarkPair] = []
  /// The marks without a partner, in text order.
  public private(set) var unpaired: [Int] = []

  /// The number of paragraphs that a pair may run over.
  public static let longestRun = 12

  /// Pairs the marks of a text.
  public init(table: TokenTable, text: Span<UInt8>) {
    var marks: [(token: Int, mark: QuoteMark, paragraph: Int)] = []
    var paragraph = 0
    for token in 0..<table.count {
      if token > 0, table.flags[token].contains(.paragraphStart) { paragraph += 1 }
      guard table.kinds[token] == .other, let mark = QuoteMark(table.span(token), text) else {
        continue
      }
      marks.append((token, mark, paragraph))
    }
    guard !marks.isEmpty else { return }
    // What a mark has turned out to be: opening, closing or nothing yet.
    var partners = [Int](repeating: -1, count: marks.count)
    pairDirected(marks, table, text, &partners)
    pairStraight(marks, table, text, &partners)
    for index in marks.indices {
      if partners[index] < 0 {
        unpaired.append(marks[index].token)
      } else if partners[index] > index {
        pairs.append(MarkPair(open: marks[index].token, close: marks[partners[index]].token))
      }
    }
    MarkPair.arrange(&pairs)
  }

  private typealias Marks = [(token: Int, mark: QuoteMark, paragraph: Int)]

  // MARK: Marks with a direction

  private func pairDirected(
    _ marks: Marks,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    _ partners: inout [Int]
  ) {
    var stack: [Int] = []
    // How many marks of each shape are open, so that a close without an open costs nothing.
    var open = [Int](repeating: 0, count: 8)

    func count(_ mark: QuoteMark) -> Int { open[Int(mark.rawValue)] }
    func push(_ index: Int) {
      stack.append(index)
      open[Int(marks[index].mark.rawValue)] += 1
    }
    func close(_ index: Int, _ first: QuoteMark, _ second: QuoteMark? = nil) {
      guard count(first) + (second.map(count) ?? 0) > 0 else { return }
      while let last = stack.popLast() {
        let mark = marks[last].mark
        open[Int(mark.rawValue)] -= 1
        guard mark == first || mark == second else { continue }
        if marks[index].paragraph - marks[last].paragraph < Self.longestRun {
          partners[last] = index
          partners[index] = last
        }
        return
      }
    }

    for index in marks.indices {
      switch marks[index].mark {
      case .openGuillemet, .openSingleGuillemet, .low: push(index)
      case .closeGuillemet: close(index, .openGuillemet)
      case .closeSingleGuillemet: close(index, .openSingleGuillemet)
      case .right: close(index, .left, .low)
      case .left:
        let around = MarkSurroundings(marks[index].token, table, text) { before in
          QuoteMark(before, table, text)?.hasOpeningShape ?? false
        }
        if around == .opening {
          push(index)
        } else if count(.low) > 0 || (around == .closing && count(.left) > 0) {
          close(index, .low, count(.low) > 0 ? nil : .left)
        } else if around == .unclear {
          push(index)
        }
      case .straight: break
      }
    }
  }

  // MARK: Straight marks and what is left

  private func pairStraight(
    _ marks: Marks,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    _ partners: inout [Int]
  ) {
    var open: [Int] = []
    // Where the marks inside each pair of directed marks begin in `open`: no pair crosses such a pair.
    var frames: [Int] = []
    var lastOpened = -1
    for index in marks.indices {
      if index > 0, marks[index].paragraph != marks[index - 1].paragraph {
        open.removeAll(keepingCapacity: true)
        for frame in frames.indices { frames[frame] = 0 }
      }
      if partners[index] > index {
        frames.append(open.count)
        lastOpened = marks[index].token
        continue
      }
      if partners[index] >= 0 {
        if let base = frames.popLast(), base < open.count { open.removeSubrange(base...) }
        continue
      }
      let base = frames.last ?? 0
      let around = MarkSurroundings(marks[index].token, table, text) { $0 == lastOpened }
      let opens: Bool
      switch marks[index].mark {
      case .openGuillemet, .openSingleGuillemet, .low: opens = true
      case .closeGuillemet, .closeSingleGuillemet: opens = false
      case .left, .right, .straight:
        switch around {
        case .opening: opens = true
        case .closing: opens = false
        // By turns: what is open is closed.
        case .unclear:
          opens = open.count <= base || open.last.map { marks[$0].mark } != .straight
        }
      }
      if opens {
        open.append(index)
        lastOpened = marks[index].token
      } else if open.count > base, let last = open.popLast() {
        partners[last] = index
        partners[index] = last
      }
    }
  }
}
