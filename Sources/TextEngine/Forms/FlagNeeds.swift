/// What a test asks of what stands around a token, besides what it asks of the token's form.
struct FlagNeeds: BitwiseCopyable {
  /// Two sets of flags of each of which the token has one; an empty set asks for nothing.
  private var wanted: (TokenFlags, TokenFlags) = ([], [])
  /// Flags that the token has not.
  private var forbidden: TokenFlags = []
  /// Whether that is all; else the test must be answered as a whole.
  private(set) var isWhole = false

  /// Finds what a test needs from its clauses.
  init(_ clauses: [TestClause]) {
    guard clauses.count == 1, let clause = clauses.first, clause.flags.count <= 2,
      !clause.restLooksAround
    else {
      // Most tests of several clauses look at the form alone.
      isWhole = clauses.allSatisfy {
        $0.flags.isEmpty && $0.forbiddenFlags.isEmpty && !$0.restLooksAround
      }
      return
    }
    isWhole = true
    forbidden = clause.forbiddenFlags
    wanted = (clause.flags.first ?? [], clause.flags.dropFirst().first ?? [])
  }

  /// Whether a token with some flags, whose form can pass the test, passes it.
  @inline(__always)
  func allow(_ flags: TokenFlags) -> Bool {
    forbidden.rawValue & flags.rawValue == 0
      && (wanted.0.rawValue == 0 || wanted.0.rawValue & flags.rawValue != 0)
      && (wanted.1.rawValue == 0 || wanted.1.rawValue & flags.rawValue != 0)
  }
}
