/// How many steps of matching a document may take; counted, so that the same text and rules stop at the same place.
///
/// What honest rules take is far below. A rule that was made to be slow gives up one sentence or paragraph, and a whole rule
/// set that was is slowed down to a bounded number of steps for each token.
final class StepBudget {
  /// The steps that a rule may take for each token of a window.
  static let perToken = 4_096
  /// The steps for each token of a window that most rules stay below.
  static let quickPerToken = 64
  /// The most steps of one search, which also bound the memory that it takes.
  static let longestSearch = 1 << 20
  /// The steps that all rules together may take for each token of a document.
  static let documentPerToken = 10_000
  /// The steps that a document may take however short it is.
  static let documentBase = 4_000_000

  /// The steps taken in this document.
  private(set) var taken = 0
  private var documentLimit = StepBudget.documentBase
  /// For each rule, the window in which it took steps last, and how many.
  private let windows: Buffer<Int32>
  private let spent: Buffer<Int>
  private var window: Int32 = 0
  private var length = 0

  /// Makes the budgets of so many rules.
  init(rules: Int) {
    windows = Buffer(capacity: rules)
    windows.fill(rules, with: 0)
    spent = Buffer(capacity: rules)
    spent.fill(rules, with: 0)
  }

  /// Takes up a document of so many tokens.
  func begin(tokens: Int) {
    taken = 0
    documentLimit = Self.documentBase + tokens * Self.documentPerToken
  }

  /// Takes up the next window.
  func beginWindow(length: Int) {
    if window == .max {
      windows.fill(windows.count, with: 0)
      window = 0
    }
    window += 1
    self.length = length
  }

  /// The steps that a rule has taken in the window at hand.
  @inline(__always)
  func spent(_ rule: Int) -> Int { windows[rule] == window ? spent[rule] : 0 }

  /// The steps that a rule may still take in the window at hand; 0 where it has none left.
  @inline(__always)
  func left(_ rule: Int) -> Int {
    max(
      0,
      min(Self.perToken * length - spent(rule), documentLimit - taken, Self.longestSearch)
    )
  }

  /// Whether a rule has taken so many steps in the window that it pays to note what leads nowhere.
  @inline(__always)
  func isSlow(_ rule: Int) -> Bool { spent(rule) > Self.quickPerToken * length }

  /// Notes steps of a rule.
  func take(_ steps: Int, rule: Int) {
    spent[rule] = spent(rule) + steps
    windows[rule] = window
    taken += steps
  }

  /// Notes steps that belong to no rule.
  func take(_ steps: Int) { taken += steps }
}
