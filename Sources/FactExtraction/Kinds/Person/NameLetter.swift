/// A letter as the bytes that write it, which compare faster than characters.
struct NameLetter: Hashable, Sendable {
  private let bytes: UInt32

  /// The last letter of a word in UTF-8; nil where there is none.
  init?(endOf word: ArraySlice<UInt8>) {
    guard !word.isEmpty else { return nil }
    var bytes: UInt32 = 0
    var place = word.endIndex - 1
    var shift: UInt32 = 0
    while place > word.startIndex, Self.continues(word[place]), shift < 24 {
      bytes |= UInt32(word[place]) << shift
      shift += 8
      place -= 1
    }
    self.bytes = bytes | UInt32(word[place]) << shift
  }

  /// Whether a byte belongs to the letter before it.
  static func continues(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// How many letters are written.
  static func count(_ word: some Sequence<UInt8>) -> Int {
    word.reduce(0) { $0 + (continues($1) ? 0 : 1) }
  }

  /// A word in bytes without its last letters.
  static func dropLast(_ letters: Int, of word: [UInt8]) -> ArraySlice<UInt8> {
    var end = word.count
    for _ in 0..<letters where end > 0 {
      end -= 1
      while end > 0, continues(word[end]) { end -= 1 }
    }
    return word[..<end]
  }

  /// The letters of a word in UTF-8.
  static func all(of word: [UInt8]) -> [NameLetter] {
    var letters: [NameLetter] = []
    letters.reserveCapacity(word.count / 2 + 1)
    var start = 0
    while start < word.count {
      var end = start + 1
      while end < word.count, continues(word[end]) { end += 1 }
      if let letter = NameLetter(endOf: word[start..<end]) { letters.append(letter) }
      start = end
    }
    return letters
  }

  /// A bit that a letter shares with few others, and one from а to я with none from а to я.
  var bit: UInt64 { 1 << UInt64(bytes & 0x3F) }
}
