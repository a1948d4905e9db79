/// What came of a run of tests.
public struct TestReport: Sendable {
  /// The tests, in the order of their files and places.
  public var results: [TestResult]
  /// The number of rules that ran.
  public var ruleCount: Int
  /// The rules whose examples lack something.
  public var untested: [UntestedRule]
  /// What the examples of the rules show at work, where that was counted.
  public var coverage: RuleCoverage?
  /// The paths of the records that were rewritten.
  public var rewritten: [String] = []
  /// How long the run took, in seconds.
  public var seconds: Double

  /// Makes a report.
  public init(
    results: [TestResult],
    ruleCount: Int,
    untested: [UntestedRule] = [],
    seconds: Double = 0
  ) {
    self.results = results
    self.ruleCount = ruleCount
    self.untested = untested
    self.seconds = seconds
  }

  /// Whether the run is no success: a test failed, or a record was rewritten, which nobody has read yet.
  public var isFailure: Bool {
    !rewritten.isEmpty || results.contains { $0.status == .failed }
  }

  /// The number of tests of a sort, or of all, that ended in one way.
  public func count(_ status: TestResult.Status, of kind: TestResult.Kind? = nil) -> Int {
    results.count { $0.status == status && (kind == nil || $0.kind == kind) }
  }

  /// How many facts of all tests came out in which way; those of known gaps do not count.
  public var facts: FactCounts {
    var sum = FactCounts()
    for result in results where result.status != .gap { sum.add(result.counts) }
    return sum
  }
}
