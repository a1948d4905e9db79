import TextEngine

/// The words of a name, letters' case and quotation marks apart.
struct NameWords: Hashable, Sendable {
  let words: [String]

  init(_ name: String) {
    words =
      Self.plainWords(name)
      ?? name.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == ".") }
      .map(String.init)
  }

  var count: Int { words.count }

  /// Whether two names have the same words, «е» and «ё» not told apart.
  func isLike(_ other: NameWords) -> Bool {
    guard count == other.count else { return false }
    return zip(words, other.words).allSatisfy { one, another in
      one == another || Self.folded(one) == Self.folded(another)
    }
  }

  private static func folded(_ word: String) -> [UInt8] {
    var (word, folded) = (word, [UInt8]())
    word.withUTF8 { Folding.appendFolded($0.span, keepingYo: false, to: &folded) }
    return folded
  }

  func starts(with other: NameWords) -> Bool {
    !other.words.isEmpty && words.starts(with: other.words)
  }

  func contains(_ other: NameWords) -> Bool {
    guard !other.words.isEmpty, other.count <= count else { return false }
    return (0...(count - other.count)).contains { start in
      words[start..<(start + other.count)].elementsEqual(other.words)
    }
  }

  /// The words of a name in ASCII and Russian letters, byte by byte; nil for others.
  private static func plainWords(_ name: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    var lead: UInt8 = 0
    for byte in name.utf8 {
      if lead != 0 {
        guard let letter = RussianLetter.small(lead, byte) else { return nil }
        word.append(letter.0)
        word.append(letter.1)
        lead = 0
        continue
      }
      switch byte {
      case 0xD0, 0xD1: lead = byte
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "."):
        word.append(byte)
      default:
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word.removeAll(keepingCapacity: true)
      }
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
