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
        let words = letter * width..<(letter + 1) * width
        let count = takers.count / width
        // Letters that stand together mostly are of one sort, which was the last.
        let known = (0..<count).last { sort in
          words.allSatisfy { takers[sort * width + $0 - words.lowerBound] == states[$0] }
        }
        sorts.append(UInt8(known ?? count))
        if known == nil { takers += states[words] }
      }
    }
  }
}
