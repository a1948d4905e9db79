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
  let table: StateTable
  let hints: PatternHints
  /// Whether fewer scalars can come last than first, so that a word's end tells sooner whether it is taken.
  let isReadBackward: Bool

  init(source: String, states: [State], start: Int, accept: Int) {
    self.init(
      source: source,
      table: StateTable(states: states, start: start, accept: accept),
      hints: PatternHints(states: states, start: start, accept: accept)
    )
  }

  init(source: String, table: StateTable, hints: PatternHints) {
    (self.source, self.table, self.hints) = (source, table, hints)
    isReadBackward = Self.count(hints.lastScalars) < Self.count(hints.firstScalars)
  }

  /// How many scalars there are in some ranges; nil stands for all.
  private static func count(_ ranges: [ClosedRange<UInt32>]?) -> Int {
    ranges?.reduce(0) { $0 + Int($1.upperBound - $1.lowerBound) + 1 } ?? .max
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

  /// The scalars with which a token can end; nil where all can.
  var lastScalars: [ClosedRange<UInt32>]? { hints.lastScalars }

  /// A byte without which no token is taken, if one is known.
  var requiredByte: UInt8? { hints.required }

  /// Whether no token of letters and figures alone is taken.
  var needsUncommon: Bool { hints.needsUncommon }
}
