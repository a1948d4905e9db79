/// What happened in one run of a phase: which rules were tried, what they found, who won.
public struct PhaseRecord: Sendable {
  /// The phase, by its place in the program.
  public var phase: Int
  /// What each rule of the phase did, in the order of the rules.
  public var rules: [RuleEffort]
  /// All matches, those of blocks too, in the order in which they were found.
  public var candidates: [Match] = []
  /// For each candidate the one that took some of its words, by its place among them, or nil where it won.
  public var killers: [Int?] = []

  /// How much work a rule was.
  public struct RuleEffort: Sendable {
    /// At how many tokens its pattern was run.
    public var tries = 0
    /// The time that took.
    public var time = Duration.zero
  }

  init(phase: Int, ruleCount: Int) {
    self.phase = phase
    rules = [RuleEffort](repeating: RuleEffort(), count: ruleCount)
  }
}
