/// One fact of a test that did not come out as the test has it.
public struct FactFailure: Sendable {
  /// How it came out; never `passed`.
  public var status: FactStatus
  /// The place of what expects it.
  public var place: TestPlace
  /// What was wanted; nil where nothing was.
  public var want: WantedFact?
  /// What was found; nil where nothing was.
  public var got: FoundFact?
  /// The fields with another value than wanted.
  public var fields: [FieldDifference] = []
  /// Facts and blocks of other rules that have the wanted words, in the order of the text.
  public var takers: [FoundFact] = []
  /// What a record calls the fact: its id, or `document` for what stands around the facts.
  public var subject: String?
  /// Lines of a record that differ.
  public var lines: [DifferenceLine] = []
  /// What else is to be said, in whole sentences.
  public var notes: [String] = []

  /// Makes a failure.
  public init(
    _ status: FactStatus,
    at place: TestPlace,
    want: WantedFact? = nil,
    got: FoundFact? = nil
  ) {
    self.status = status
    self.place = place
    self.want = want
    self.got = got
  }
}
