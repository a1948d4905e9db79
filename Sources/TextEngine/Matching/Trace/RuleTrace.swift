/// What one rule did at one place of a document: how far it got, what stopped it, what it found.
///
/// Places of instructions are those of the rule's `code`, places in the text are tokens.
public struct RuleTrace: Sendable {
  /// The rule, by its place in the program.
  public var rule: Int
  /// The sentence or paragraph.
  public var window: Range<Int>
  /// The token at which the rule was tried.
  public var start: Int
  /// Where the pattern held, the longest first; empty where it held nowhere.
  public var candidates: [Candidate] = []
  /// The furthest token that some element of the pattern was asked about.
  public var reach: Int
  /// The elements that were taken on the preferred way that got as far as `reach`.
  public var path: [Step] = []
  /// What was asked at `reach` and failed, each element once, in the order of preference.
  public var stops: [Stop] = []
  /// The instructions that were reached on some way, each with the token at which that was.
  public var asked: Set<Asking> = []

  /// An instruction that was reached at a token.
  public struct Asking: Hashable, Sendable {
    /// The instruction.
    public var place: Int
    /// The token.
    public var token: Int
  }

  /// The match that the rule offers to its phase: the longest that nothing refuses.
  public var accepted: Candidate? { candidates.first { $0.refusal == nil } }

  /// An element that was taken.
  public struct Step: Hashable, Sendable {
    /// The instruction.
    public var place: Int
    /// The tokens that it took.
    public var tokens: Range<Int>
    /// What all words of the innermost open group share after it, or nil where no group of agreement is open.
    public var shared: Cells?
    /// The entry of a list that was taken, by its place among the document's list matches.
    public var entry: Int?
    /// The annotation that was taken, by its place among the document's.
    public var annotation: Int?
  }

  /// An element that failed.
  public struct Stop: Hashable, Sendable {
    /// The instruction.
    public var place: Int
    /// Why it failed.
    public var reason: Reason
  }

  /// Why an element failed.
  public enum Reason: Hashable, Sendable {
    /// The sentence or paragraph ends here.
    case windowEnd
    /// The token does not pass the test.
    case test
    /// No entry of the list starts here.
    case noEntry
    /// No annotation of the type starts here.
    case noAnnotation
    /// Annotations of the type start here, but none passes the test.
    case annotationTest
    /// What is here passes, but agrees with nothing before it: its own cells, and those that the group shares so far.
    case disagreement(own: Cells, shared: Cells)
    /// It fits, but runs over the end of the sentence or paragraph.
    case overWindow
    /// The place is none where the assertion holds.
    case assertion
  }

  /// A place where the pattern held.
  public struct Candidate: Sendable {
    /// The token after the last.
    public var end: Int
    /// The way as the engine's matches have it.
    public var path: MatchPath
    /// The elements that were taken.
    public var steps: [Step]
    /// All instructions on the way, in order.
    public var places: [Int]
    /// What refuses it, or nil.
    public var refusal: Refusal?
  }

  /// What refuses a match whose pattern holds.
  public enum Refusal: Hashable, Sendable {
    /// `unless inside`, by its place among the rule's.
    case inside(Int)
    /// `unless before` or `unless after`, by its place among the rule's contexts.
    case context(Int)
    /// A condition of `where`, by its place among the rule's.
    case condition(Int)
  }
}
