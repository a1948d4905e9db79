/// How a form starts, by which most of those are passed over that are no form of a name's first word.
///
/// Forms of a word share its first two letters, or the first one only where it has no more than four: «Лев», «Льва»;
/// «День», «Дня».
struct NameStart {
  /// The first letter as the bytes that write it.
  let one: UInt32
  /// The first two letters.
  let two: UInt32
  /// Whether it may be a form of any word: letters of one byte are Latin, and may stand for those that look like them.
  let isAny: Bool

  /// The start of a form.
  ///
  /// - Parameter word: The first bytes of its folded spelling, four at most, and how many there are.
  init(_ word: (bytes: UInt32, count: Int)) {
    isAny = word.count == 0 || word.bytes >> UInt32(8 * word.count - 8) < 0x80
    two = word.bytes
    one = word.count <= 2 ? word.bytes : word.bytes >> UInt32(8 * word.count - 16)
  }

  /// The letters that all forms of a name's first word share, folded.
  static func letters(sharedBy word: ArraySlice<UInt8>) -> UInt32 {
    word.prefix(word.count <= 8 ? 2 : 4).reduce(0) { $0 << 8 | UInt32($1) }
  }
}
