extension RulePlaces {
  /// What something counts for as a first element or as a symbol of gates, in phases or in words of rules: a bit each, where
  /// the last bit stands for all from the 64th on.
  struct Roles: BitwiseCopyable {
    /// Those with a rule that may take it as its first element.
    var first: UInt64 = 0
    /// Those with a rule of whose gates it is a symbol.
    var gates: UInt64 = 0

    @inline(__always)
    mutating func formUnion(_ other: Roles) {
      first |= other.first
      gates |= other.gates
    }
  }

  /// The words of rules that something counts for in any way.
  struct Uses: BitwiseCopyable {
    var roles = Roles()
    /// Those with a rule that may take it as its second or third element.
    var further: UInt64 = 0

    @inline(__always)
    mutating func formUnion(_ other: Uses) {
      roles.formUnion(other.roles)
      further |= other.further
    }
  }

  /// The bit of a phase or word.
  static func bit(_ number: Int) -> UInt64 { 1 << UInt64(min(number, 63)) }
}
