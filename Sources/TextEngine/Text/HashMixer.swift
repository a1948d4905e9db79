/// Makes a hash for `HashSlots` of some words.
struct HashMixer {
  private var mixed: UInt64 = 0

  /// Takes in a word.
  ///
  /// A product moves bits up only, so the higher half of the last one is brought down before the next.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    mixed = (mixed ^ mixed >> 32 ^ word) &* 0x9E37_79B9_7F4A_7C15
  }

  /// The hash of the words that were taken in.
  @inline(__always)
  var hash: UInt32 {
    UInt32(truncatingIfNeeded: ((mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
