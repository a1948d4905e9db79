/// A test that ran, and what came of it.
public struct TestResult: Sendable {
  /// What sort of test it is.
  public enum Kind: String, Sendable {
    /// A `test` or `reject` that stands in a rule.
    case example
    /// A case of a case file.
    case factCase = "case"
    /// A document with the facts that are written down for it.
    case article
    /// The reading of a file that is not as its format has it.
    case file
  }

  /// How the test ended.
  public enum Status: String, Sendable {
    /// All that it wants holds.
    case passed
    /// Something does not hold.
    case failed
    /// Something does not hold, and is known not to.
    case gap
  }

  /// What sort of test it is.
  public var kind: Kind
  /// The file that the test stands in, or for articles their folder.
  public var suite: String
  /// What names it in its file: `number.money, test 2`, or a title.
  public var name: String
  /// How the rule of an example ran; nil for other tests.
  public var mode: ExampleRunner.Mode?
  /// Where it stands.
  public var place: TestPlace
  /// How it ended.
  public var status: Status
  /// The facts that did not come out, in the order of what was wanted; then what was found beside.
  public var failures: [FactFailure]
  /// How many facts came out in which way.
  public var counts: FactCounts
  /// The text, if it is short enough to be shown whole.
  public var text = ""
  /// All facts that the test wants in the text.
  public var wanted: [WantedFact] = []
  /// What must be said of the test as a whole, in whole sentences.
  public var notes: [String] = []
  /// The record of an article, and the path where it belongs; nil where it is the one that is written down.
  public var newRecord: (path: String, text: String)?
  /// How long it took, in seconds.
  public var seconds = 0.0

  /// Makes the result of a test from what came of its facts.
  public init(
    _ kind: Kind,
    suite: String,
    name: String,
    mode: ExampleRunner.Mode? = nil,
    place: TestPlace,
    failures: [FactFailure] = [],
    passed: Int = 0
  ) {
    self.kind = kind
    self.suite = suite
    self.name = name
    self.mode = mode
    self.place = place
    self.failures = failures
    status = failures.isEmpty ? .passed : .failed
    counts = FactCounts()
    counts[.passed] = passed
    for failure in failures { counts[failure.status] += 1 }
  }

  /// Says of a test that it is a known gap: it may fail, and must.
  mutating func takeForGap() {
    switch status {
    case .failed: status = .gap
    case .passed:
      status = .failed
      notes.append("holds, but stands in known-gaps.txt: take the line out")
    case .gap: break
    }
  }
}
