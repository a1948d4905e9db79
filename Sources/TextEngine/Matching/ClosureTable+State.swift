extension ClosureTable {
  /// From where ways go on: the start of a pattern, or what stands behind an element.
  ///
  /// What a matcher notes of it and of the element lies with it, so that it is all at hand at once. Matchers that run
  /// different patterns may share a table.
  struct State: BitwiseCopyable {
    /// Where the leaves start that are not known yet, and those that depend on what words share.
    static let unknown: Int32 = -1
    static let unsettled: Int32 = -2

    /// The place in the code.
    var place: Int32
    /// Where its leaves start; below 0 where there are none to look at.
    var start = Self.unknown
    /// Twice their number, and 1 more in a group of agreement.
    var size: UInt32 = 0
    /// The generation in which a way went on from it, where it stands outside all groups of agreement.
    var left: Int32 = -1
    /// The generation in which the element before it was reached.
    var reached: Int32 = -1
    /// The last of the threads that reached that element then, where it stands in a group of agreement.
    var latest: Int32 = -1

    /// Whether the state stands in a group of agreement, where ways that reach it may differ in their registers.
    @inline(__always)
    var isInGroup: Bool { size & 1 != 0 }

    /// Whether the leaves are known.
    ///
    /// They never are where a way can leave a group of agreement and come back to it: whether it has been there before
    /// depends on what the words share, and the ways must be followed instruction by instruction.
    @inline(__always)
    var isKnown: Bool { start >= 0 }

    /// The places of the leaves, where they are known.
    @inline(__always)
    var leaves: Range<Int> { Int(start)..<Int(start) &+ Int(size >> 1) }
  }
}
