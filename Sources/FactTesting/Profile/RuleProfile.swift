public import TextEngine

/// What each rule did over many documents, and what it cost.
public struct RuleProfile: Sendable {
  /// What one rule did.
  public struct Row: Sendable {
    /// The rule, by its place in the program.
    public var rule: Int
    /// At how many tokens its pattern was run.
    public var tried = 0
    /// How many matches it offered to its phase.
    public var matched = 0
    /// How many of them won.
    public var won = 0
    /// How many were lost to which other rule, by its place in the program.
    public var lost: [Int: Int] = [:]
    /// The time that its pattern ran.
    public var time = Duration.zero

    /// Makes the row of a rule that has done nothing.
    public init(rule: Int) { self.rule = rule }

    /// The rules that it lost to, those that took most first, then in the order of the program.
    public var killers: [(rule: Int, count: Int)] {
      lost.map { (rule: $0.key, count: $0.value) }.sorted {
        ($1.count, $0.rule) < ($0.count, $1.rule)
      }
    }
  }

  /// The rules, in the order of the program.
  public private(set) var rows: [Row]
  /// The number of documents.
  public private(set) var documents = 0
  private let phases: [CompiledPhase]

  /// Makes an empty profile of a program's rules.
  public init(_ program: RuleProgram) {
    rows = program.rules.indices.map { Row(rule: $0) }
    phases = program.phases
  }

  /// The time of all rules.
  public var time: Duration { rows.reduce(.zero) { $0 + $1.time } }

  /// The share of a rule in the time of all, from 0 to 1.
  public func share(_ row: Row) -> Double {
    let all = time
    return all > .zero ? row.time / all : 0
  }

  /// Adds what happened in one document.
  public mutating func add(_ records: [PhaseRecord]) {
    documents += 1
    for record in records {
      let rules = phases[record.phase].rules
      for (place, effort) in record.rules.enumerated() {
        rows[rules.lowerBound + place].tried += effort.tries
        rows[rules.lowerBound + place].time += effort.time
      }
      for (candidate, killer) in zip(record.candidates, record.killers) {
        rows[candidate.rule].matched += 1
        if let killer {
          rows[candidate.rule].lost[record.candidates[killer].rule, default: 0] += 1
        } else {
          rows[candidate.rule].won += 1
        }
      }
    }
  }
}
