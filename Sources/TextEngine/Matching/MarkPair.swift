/// An opening mark and the mark that closes it.
///
/// Pairs nest and never cross. In «Сказка о „Ромашке“» there are two: one of depth 0 and inside it one of depth 1.
public struct MarkPair: Hashable, Sendable {
  /// The token of the opening mark.
  public var open: Int
  /// The token of the closing mark.
  public var close: Int
  /// The number of pairs around this one.
  public var depth: Int

  /// Makes a pair.
  public init(open: Int, close: Int, depth: Int = 0) {
    self.open = open
    self.close = close
    self.depth = depth
  }

  /// The tokens from mark to mark, both included.
  public var tokens: Range<Int> { open..<max(open, close) + 1 }
  /// The tokens between the marks.
  public var inner: Range<Int> { open + 1..<max(open + 1, close) }

  /// Sorts pairs that nest by their start and sets their depths.
  static func arrange(_ pairs: inout [MarkPair]) {
    pairs.sort { $0.open < $1.open }
    var closes: [Int] = []
    for index in pairs.indices {
      while let close = closes.last, close < pairs[index].open { closes.removeLast() }
      pairs[index].depth = closes.count
      closes.append(pairs[index].close)
    }
  }
}
