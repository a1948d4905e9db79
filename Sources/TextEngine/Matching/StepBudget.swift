/// How many steps of matching a document may take; counted, so that the same text and rules stop at the same place.
///
/// What honest rules take is far below. A rule that was made to be slow gives up one sentence or paragraph, and a whole rule
/// set that was is slowed down to a bounded number of steps for each token.
final class StepBudget {
  /// The steps that a rule may take for each token of a window.
  static let perToken = 4_096
  /// The steps for each token of a window that most rules stay below.
  static let quickPerToken = 256
  /// The most steps of one search, which also bound the memory that it takes.
  static let longestSearch = 1 << 20
  /// The steps that all rules together may take for each token of a document.
  static let documentPerToken = 10_000
  /// The steps that a document may take however short it is.
  static let documentBase = 4_000_000

  /// A search that takes no more steps than this is not counted for its rule, since each token has but one of it.
  private static let freeSteps = 64

  private var documentLimit = StepBudget.documentBase
  /// For each rule, the window in which it took steps last, and how many.
  private let windows: Buffer<Int32>
  private let spent: Buffer<Int>
  private var window: Int32 = 0
  private var length = 0
  /// One number: what each rule has left, as long as none has taken any; -1 from then on.
  private let common = Buffer<Int>([0])

  /// Makes the budgets of so many rules.
  init(rules: Int) {
    windows = Buffer(capacity: rules)
    windows.fill(rules, with: 0)
    spent = Buffer(capacity: rules)
    spent.fill(rules, with: 0)
  }

  /// Takes up a document of so many tokens.
  func begin(tokens: Int) { documentLimit = Self.documentBase + tokens * Self.documentPerToken }

  /// Takes up the next window of a document that has taken so many steps.
  func beginWindow(length: Int, taken: Int) {
    if window == .max {
      windows.fill(windows.count, with: 0)
      window = 0
    }
    window += 1
    self.length = length
    common[0] = max(0, min(Self.perToken * length, documentLimit - taken, Self.longestSearch))
  }

  /// The steps that a rule may still take in the window at hand of a document that has taken so many, and whether it has
  /// taken so many in the window that it pays to note what leads nowhere.
  @inline(__always)
  func left(_ rule: Int, taken: @autoclosure () -> Int) -> (steps: Int, isSlow: Bool) {
    common[0] >= 0 ? (common[0], false) : left(rule, of: taken())
  }

  private func left(_ rule: Int, of taken: Int) -> (steps: Int, isSlow: Bool) {
    let spent = spent(rule)
    let steps = min(Self.perToken * length - spent, documentLimit - taken, Self.longestSearch)
    return (max(0, steps), spent > Self.quickPerToken * length)
  }

  private func spent(_ rule: Int) -> Int { windows[rule] == window ? spent[rule] : 0 }

  /// Notes steps of a rule.
  @inline(__always)
  func take(_ steps: Int, rule: Int) {
    if steps > Self.freeSteps { note(steps, rule) }
  }

  private func note(_ steps: Int, _ rule: Int) {
    spent[rule] = spent(rule) + steps
    windows[rule] = window
    common[0] = -1
  }
}
