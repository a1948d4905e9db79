/// What a match took on its way, in text order: labels, list entries, annotations and agreement groups.
///
/// Places are tokens of the document.
public struct MatchPath: Sendable {
  /// One event of the way.
  public struct Event: Sendable {
    /// What happened.
    public var kind: Kind
    /// The token at which it starts.
    public var start: Int
    /// The token after it, for what takes tokens.
    public var end: Int
    /// The label, entry, annotation or test, by kind.
    public var value: Int
    /// The cells that a group ended with.
    public var cells: Cells
  }

  /// The kinds of event.
  public enum Kind: UInt8, Sendable, BitwiseCopyable {
    /// `value` is a label.
    case labelStart, labelEnd
    /// `value` is a test of tokens.
    case token
    /// `value` is an entry of the gazetteer.
    case list
    /// `value` is an annotation of the document.
    case annotation
    case agreementStart
    /// `cells` are those that all its words share.
    case agreementEnd
    /// The element that starts here is the head.
    case head
  }

  /// The events in order.
  public var events: [Event]

  /// The stretches of a label, in text order.
  public func ranges(ofLabel label: Int) -> [Range<Int>] {
    var open: [Int] = []
    var found: [Range<Int>] = []
    for event in events where event.value == label {
      if event.kind == .labelStart {
        open.append(event.start)
      } else if event.kind == .labelEnd, let start = open.popLast() {
        found.append(start..<event.start)
      }
    }
    return found
  }
}
