/// What a test asks of what stands around a token, besides what it asks of the token's form.
struct FlagNeeds: PlainStorable {
  // Two sets of flags of each of which the token has one, where an empty set asks for nothing.
  private var (first, second): (UInt8, UInt8) = (0, 0)
  /// Flags that the token has not.
  private var forbidden: UInt8 = 0
  /// Not 0 if that is all; else the test must be answered as a whole.
  private var whole: UInt8 = 0

  /// That of what asks for nothing.
  static let none = FlagNeeds([])

  /// Finds what a test needs from its clauses.
  init(_ clauses: [TestClause]) {
    guard clauses.count == 1, let clause = clauses.first, clause.flags.count <= 2,
      !clause.restLooksAround
    else {
      // Most tests of several clauses look at the form alone.
      let looksAround = clauses.contains {
        !$0.flags.isEmpty || !$0.forbiddenFlags.isEmpty || $0.restLooksAround
      }
      whole = looksAround ? 0 : 1
      return
    }
    whole = 1
    forbidden = clause.forbiddenFlags.rawValue
    first = clause.flags.first?.rawValue ?? 0
    second = clause.flags.dropFirst().first?.rawValue ?? 0
  }

  /// Whether nothing else is asked of what stands around.
  @inline(__always)
  var isWhole: Bool { whole != 0 }

  /// Whether a token with some flags, whose form can pass the test, passes it.
  @inline(__always)
  func allow(_ flags: TokenFlags) -> Bool {
    forbidden & flags.rawValue == 0
      && (first == 0 || first & flags.rawValue != 0)
      && (second == 0 || second & flags.rawValue != 0)
  }
}
