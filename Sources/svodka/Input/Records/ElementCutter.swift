/// Finds the elements of a JSON array, or objects that stand one after the other.
///
/// What is wrong inside of an element is left to who reads it; brackets are only counted. A string that a line
/// with the beginning of another element stands in was not closed: the element is given up there.
struct ElementCutter: RecordCutter {
  private enum State {
    case outside, between, word, element, string, escape
  }

  private var state = State.outside
  private var isInArray = false
  private var depth = 0
  /// The bytes since the last line feed.
  private var column = 0
  /// The column that the element began in.
  private var elementColumn = 0
  /// In a string, whether only white space stands before the byte on its line.
  private var isIndentation = false
  /// In a string, the bytes since a brace that another element may begin with; 0 where there is none.
  private(set) var lookBehind = 0

  mutating func scan(_ bytes: Span<UInt8>, from position: inout Int) -> RecordCut {
    while position < bytes.count {
      let byte = bytes[position]
      let cut: RecordCut?
      switch state {
      case .outside: cut = outside(byte, at: position)
      case .between: cut = between(byte, at: position)
      case .word: cut = word(byte, at: position)
      case .element: cut = element(byte, at: position)
      case .string: cut = string(byte, at: position)
      case .escape:
        state = .string
        cut = nil
      }
      // A word ends before its separator, which is looked at once more.
      if case .ends(position) = cut { return .ends(position) }
      position += 1
      column = byte == UInt8(ascii: "\n") ? 0 : column + 1
      if let cut { return cut }
    }
    return .more
  }

  mutating func finish() -> RecordEnd {
    defer { (state, depth, lookBehind) = (.outside, 0, 0) }
    // What is open is read as far as it goes, which tells what is wrong with it.
    return isInArray ? .failure(Self.openArray) : .whole
  }

  /// What is said of an array without its end.
  static let openArray = "the file ends inside the array"

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  // MARK: States

  private mutating func outside(_ byte: UInt8, at position: Int) -> RecordCut? {
    switch byte {
    case _ where Self.isSpace(byte): return nil
    case UInt8(ascii: "["):
      isInArray = true
      state = .between
      return nil
    case UInt8(ascii: "{"): return begin(byte, at: position)
    default: return .failure("an array or an object should start here")
    }
  }

  private mutating func between(_ byte: UInt8, at position: Int) -> RecordCut? {
    switch byte {
    case UInt8(ascii: "]"):
      isInArray = false
      state = .outside
      return nil
    case UInt8(ascii: ","): return nil
    case _ where Self.isSpace(byte): return nil
    default: return begin(byte, at: position)
    }
  }

  private mutating func begin(_ byte: UInt8, at position: Int) -> RecordCut {
    elementColumn = column
    (depth, lookBehind) = (0, 0)
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      state = .element
      depth = 1
    case UInt8(ascii: "\""): openString()
    default: state = .word
    }
    return .begins(position)
  }

  private mutating func word(_ byte: UInt8, at position: Int) -> RecordCut? {
    guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") || Self.isSpace(byte) else {
      return nil
    }
    return end(at: position)
  }

  private mutating func element(_ byte: UInt8, at position: Int) -> RecordCut? {
    switch byte {
    case UInt8(ascii: "\""): openString()
    case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      if depth == 0 { return end(at: position + 1) }
    default: break
    }
    return nil
  }

  private mutating func openString() {
    state = .string
    isIndentation = false
    lookBehind = 0
  }

  private mutating func string(_ byte: UInt8, at position: Int) -> RecordCut? {
    switch byte {
    case UInt8(ascii: "\n"): isIndentation = true
    case UInt8(ascii: "{") where isIndentation && column == elementColumn && lookBehind == 0:
      lookBehind = 1
      isIndentation = false
      return nil
    case UInt8(ascii: "\"") where lookBehind > 0:
      // The string that is open now is the name of the next element's first member.
      let start = position - lookBehind
      depth = 1
      openString()
      return .restarts(start)
    case UInt8(ascii: "\""):
      if depth == 0 { return end(at: position + 1) }
      state = .element
    case UInt8(ascii: "\\"): state = .escape
    case _ where Self.isSpace(byte): break
    default:
      isIndentation = false
      lookBehind = 0
    }
    if lookBehind > 0 { lookBehind += 1 }
    return nil
  }

  private mutating func end(at place: Int) -> RecordCut {
    state = isInArray ? .between : .outside
    (depth, lookBehind) = (0, 0)
    return .ends(place)
  }
}
