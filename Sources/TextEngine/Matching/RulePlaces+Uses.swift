extension RulePlaces {
  /// What something counts for, in phases or in words of rules: a bit each, where the last bit stands for all from the 64th on.
  struct Uses: BitwiseCopyable {
    /// Those with a rule that may take it as its first element.
    var first: UInt64 = 0
    /// Those with a rule that may take it as its second or third; of phases they are not told.
    var further: UInt64 = 0
    /// Those with a rule of whose gates it is a symbol.
    var gates: UInt64 = 0

    @inline(__always)
    mutating func formUnion(_ other: Uses) {
      first |= other.first
      further |= other.further
      gates |= other.gates
    }

    /// The bit of a phase or word.
    static func bit(_ number: Int) -> UInt64 { 1 << UInt64(min(number, 63)) }
  }
}
