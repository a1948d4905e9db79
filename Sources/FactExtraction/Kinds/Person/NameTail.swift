/// The last bytes of a word or of an ending in one number, which refuses most endings without a look at their letters.
struct NameTail: Sendable {
  private let bytes: UInt32
  private let mask: UInt32

  /// The last four bytes, or all there are.
  init(of word: [UInt8]) {
    bytes = word.suffix(4).reduce(0) { $0 << 8 | UInt32($1) }
    mask = word.count >= 4 ? .max : (1 << UInt32(8 * word.count)) - 1
  }

  /// Whether the word with this tail may end in another one.
  func canEnd(in ending: NameTail) -> Bool {
    (bytes ^ ending.bytes) & ending.mask == 0
  }
}
