public import TextEngine

/// What a rule did at a place of a text, in words: the way that got furthest, what stopped it, what it found.
///
/// All spans are bytes of the text.
public struct RuleExplanation: Sendable {
  /// The rule's full name, `phase.rule`.
  public var rule: String
  /// Where the rule stands: `Rules/date/absolute.rules:12:6`.
  public var place: String
  /// The kind of fact that it gives, or nil for a block.
  public var kind: String?
  /// The sentence or paragraph that was looked at.
  public var window: TextSpan
  /// Whether the window is a paragraph, and not a sentence.
  public var isParagraph: Bool
  /// The number of tokens of the window at which the rule was tried.
  public var starts: Int
  /// At how many of them its first element failed.
  public var failedAtOnce: Int
  /// The token at which the shown try starts.
  public var start: TextSpan
  /// What was taken on the way that got furthest; empty where the pattern held.
  public var steps: [Step] = []
  /// What failed at the end of that way.
  public var stops: [Stop] = []
  /// Where the pattern held from this start, the longest first.
  public var matches: [Match] = []

  /// An element of the pattern, as the rule file has it.
  public struct Element: Hashable, Sendable {
    /// The element as it is written, with its label: `h:@authority`.
    public var text: String
    /// The definition in which it stands, or nil where it is the rule's own.
    public var definition: String?
    /// Where it stands.
    public var place: String
  }

  /// An element that was taken.
  public struct Step: Sendable {
    /// The element.
    public var element: Element
    /// What it took.
    public var span: TextSpan
    /// The readings that are left: those that pass, and agree with the other words of the group at its end.
    public var readings: [String] = []
    /// The entry or annotation that was taken: `@authority министерство`.
    public var taken: String?
    /// What the group of agreement has in common after it: `gen.fem`; nil where there is no group.
    public var shared: [String]?
  }

  /// An element that failed.
  public struct Stop: Sendable {
    /// The element.
    public var element: Element
    /// The token that it was asked of; empty at the end of the window.
    public var span: TextSpan
    /// Why it failed.
    public var reason: String
    /// The readings of the token, each with the part of the predicate that it does not pass.
    public var readings: [(reading: String, fails: String?)] = []
  }

  /// A place where the pattern held.
  public struct Match: Sendable {
    /// The words.
    public var span: TextSpan
    /// The number of tokens.
    public var tokens: Int
    /// The elements that were taken.
    public var steps: [Step]
    /// What each label that is set holds, in the order of the pattern.
    public var captures: [(label: String, spans: [TextSpan])]
    /// What became of it.
    public var outcome: Outcome
    /// The matches of its phase that share words with it, those that won first.
    public var competitors: [Competitor] = []
    /// The fields of the fact that it gave, as they were emitted.
    public var fields: [(name: String, value: String)] = []
  }

  /// What became of a match.
  public enum Outcome: Hashable, Sendable {
    /// Its fact has this id.
    case fact(String)
    /// It won, but its fact was put together with another one, or left out, by code.
    case assembled
    /// It is of a block: it took the words.
    case taken
    /// It was refused: the clause and where it stands.
    case refused(String, place: String)
    /// It won, but a value was impossible.
    case impossible
    /// It lost to another match.
    case lost
    /// A longer match of the same rule stands.
    case shorter
    /// A match of the same rule that starts earlier covers its start.
    case covered
  }

  /// A match that shares words with another one.
  public struct Competitor: Sendable {
    /// The rule.
    public var rule: String
    /// Where the rule stands.
    public var place: String
    /// The words.
    public var span: TextSpan
    /// Whether it won over the match, or the match over it; nil where a third one won over it.
    public var isWinner: Bool?
    /// Why the one that won did.
    public var reason: String
  }
}
