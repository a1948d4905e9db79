extension TokenPattern {
  /// The sorts of letters that an expression tells apart: those of one sort are taken by the same states.
  struct Letters {
    /// For each letter that has a number of its own, its sort.
    private(set) var sorts: [UInt8] = []
    /// For each sort, the states that take its letters.
    private(set) var takers: [UInt64] = []

    /// Makes the sorts.
    ///
    /// - Parameters:
    ///   - states: For each letter, the states that take it, in so many words.
    ///   - width: The number of words.
    init(_ states: [UInt64], width: Int) {
      sorts.reserveCapacity(LetterNumbers.other)
      for letter in 0..<LetterNumbers.other {
        let start = letter * width
        // Letters that stand together mostly are of one sort.
        if let last = sorts.last, Self.areEqual(states, start, states, start - width, width) {
          sorts.append(last)
          continue
        }
        let count = takers.count / width
        var sort = 0
        while sort < count, !Self.areEqual(states, start, takers, sort * width, width) { sort += 1 }
        sorts.append(UInt8(sort))
        if sort == count { takers += states[start..<start + width] }
      }
    }

    @inline(__always)
    private static func areEqual(
      _ left: [UInt64],
      _ leftStart: Int,
      _ right: [UInt64],
      _ rightStart: Int,
      _ width: Int
    ) -> Bool {
      for word in 0..<width where left[leftStart + word] != right[rightStart + word] {
        return false
      }
      return true
    }
  }
}
