/// What a match took on its way, in text order: labels, list entries, annotations and agreement groups.
///
/// Places are tokens of the document.
public struct MatchPath: Sendable {
  /// One event of the way.
  public struct Event: Sendable, BitwiseCopyable {
    /// The cells that a group ended with; of words and list entries all cells where they take part in the agreement
    /// around them, and none where they are free of it.
    public var cells: Cells
    // Numbers of 32 bits: the ways of all matches of a phase are kept until the document is done.
    @usableFromInline var storedStart: Int32
    @usableFromInline var storedEnd: Int32
    @usableFromInline var storedValue: Int32
    /// What happened.
    public var kind: Kind

    /// The token at which it starts.
    @inlinable public var start: Int { Int(storedStart) }
    /// The token after it, for what takes tokens.
    @inlinable public var end: Int { Int(storedEnd) }
    /// The label, entry, annotation or test, by kind.
    @inlinable public var value: Int { Int(storedValue) }

    init(kind: Kind, start: Int, end: Int, value: Int, cells: Cells) {
      self.kind = kind
      self.cells = cells
      storedStart = Int32(truncatingIfNeeded: start)
      storedEnd = Int32(truncatingIfNeeded: end)
      storedValue = Int32(truncatingIfNeeded: value)
    }
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

  /// The events of all matches of a phase, which lie in one array.
  let all: [Event]
  /// The places of those of this match.
  let places: Range<Int>

  /// The events in order.
  public var events: ArraySlice<Event> { all[places] }

  /// Makes the way of one match of many.
  init(_ places: Range<Int>, of all: [Event]) {
    self.all = all
    self.places = places
  }

  /// Makes a way that has an array of its own.
  init(events: [Event]) { self.init(events.indices, of: events) }

  /// The stretches of a label, in text order.
  public func ranges(ofLabel label: Int) -> [Range<Int>] {
    var open: [Int] = []
    var found: [Range<Int>] = []
    for place in places where all[place].value == label {
      if all[place].kind == .labelStart {
        open.append(all[place].start)
      } else if all[place].kind == .labelEnd, let start = open.popLast() {
        found.append(start..<all[place].start)
      }
    }
    return found
  }
}
