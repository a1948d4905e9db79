extension TokenPattern {
  /// The states as sets of bits: all of them are stepped at once.
  struct StateTable: Sendable {
    /// The first and the last scalar of a range.
    private struct Scalars: PlainStorable {
      var first: UInt32
      var last: UInt32
    }

    private let ranges: [Scalars]
    private let rangeStarts: [UInt32]
    /// The states that take what is in none of their ranges.
    private var negated: [UInt64]
    /// The states that take a scalar.
    private var taking: [UInt64]
    /// For each state, those that are reached once it has taken its scalar.
    private var following: [UInt64] = []
    /// The states that are reached before the first scalar.
    private(set) var initial: [UInt64]
    private let accept: Int
    /// The words of a set of states.
    let width: Int

    init(states: [State], start: Int, accept: Int) {
      width = (states.count + 63) / 64
      self.accept = accept
      var ranges: [Scalars] = []
      var starts: [UInt32] = [0]
      taking = [UInt64](repeating: 0, count: width)
      negated = taking
      for (id, state) in states.enumerated() {
        ranges += state.ranges.map { Scalars(first: $0.lowerBound, last: $0.upperBound) }
        starts.append(UInt32(ranges.count))
        if state.consumes { taking[id >> 6] |= 1 << UInt64(id & 63) }
        if state.isNegated { negated[id >> 6] |= 1 << UInt64(id & 63) }
      }
      self.ranges = ranges
      rangeStarts = starts
      initial = Self.closure([start], states, width)
      for state in states {
        following +=
          state.consumes
          ? Self.closure(state.next, states, width) : [UInt64](repeating: 0, count: width)
      }
    }

    private static func closure(_ seeds: [Int], _ states: [State], _ width: Int) -> [UInt64] {
      var reached = [UInt64](repeating: 0, count: width)
      var stack = seeds
      while let id = stack.popLast() {
        let bit: UInt64 = 1 << UInt64(id & 63)
        if reached[id >> 6] & bit != 0 { continue }
        reached[id >> 6] |= bit
        if !states[id].consumes { stack += states[id].next }
      }
      return reached
    }

    @inline(__always)
    private func takes(_ state: Int, _ scalar: UInt32) -> Bool {
      var isInside = false
      for place in Int(rangeStarts[state])..<Int(rangeStarts[state + 1])
      where ranges[place].first <= scalar && scalar <= ranges[place].last {
        isInside = true
        break
      }
      return isInside != (negated[state >> 6] & 1 << UInt64(state & 63) != 0)
    }

    /// Whether the expression takes all of a word.
    func matches(_ bytes: Span<UInt8>) -> Bool {
      var (current, next) = (initial, initial)
      var index = 0
      while index < bytes.count, current.contains(where: { $0 != 0 }) {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
        index += length
        step(from: current, scalar, to: &next)
        swap(&current, &next)
      }
      return accepts(current)
    }

    /// Adds the states that some states lead to with a letter that is taken by some.
    func addNext(
      after current: BufferView<UInt64>,
      through takers: BufferView<UInt64>,
      to next: Buffer<UInt64>
    ) {
      for word in 0..<width {
        (current[word] & takers[word]).forEachBit { bit in
          let state = word << 6 + bit
          for target in 0..<width { next[target] |= following[state * width + target] }
        }
      }
    }

    /// Adds the states that lead to some states with a letter that is taken by some.
    func addPrevious(
      before current: BufferView<UInt64>,
      through takers: BufferView<UInt64>,
      to previous: Buffer<UInt64>
    ) {
      for word in 0..<width {
        takers[word].forEachBit { bit in
          let state = word << 6 + bit
          for target in 0..<width where following[state * width + target] & current[target] != 0 {
            previous[word] |= 1 << UInt64(bit)
          }
        }
      }
    }

    /// The states that take a scalar.
    func takers(of scalar: UInt32) -> [UInt64] {
      var takers = [UInt64](repeating: 0, count: width)
      for word in 0..<width {
        taking[word].forEachBit { bit in
          if takes(word << 6 + bit, scalar) { takers[word] |= 1 << UInt64(bit) }
        }
      }
      return takers
    }

    /// The letters that are told apart.
    var letters: Letters {
      var takers = [UInt64](repeating: 0, count: LetterNumbers.other * width)
      for word in 0..<width {
        taking[word].forEachBit { bit in
          let state = word << 6 + bit
          let own: UInt64 = 1 << UInt64(bit)
          let isNegated = negated[word] & own != 0
          if isNegated {
            for letter in 0..<LetterNumbers.other { takers[letter * width + word] |= own }
          }
          for place in Int(rangeStarts[state])..<Int(rangeStarts[state + 1])
          where ranges[place].first <= ranges[place].last {
            LetterNumbers.forEach(in: ranges[place].first...ranges[place].last) { letter in
              if isNegated {
                takers[letter * width + word] &= ~own
              } else {
                takers[letter * width + word] |= own
              }
            }
          }
        }
      }
      return Letters(takers, width: width)
    }

    @inline(__always)
    private func step(from current: [UInt64], _ scalar: UInt32, to next: inout [UInt64]) {
      for word in 0..<width { next[word] = 0 }
      for word in 0..<width {
        (current[word] & taking[word]).forEachBit { bit in
          let state = word << 6 + bit
          guard takes(state, scalar) else { return }
          for target in 0..<width { next[target] |= following[state * width + target] }
        }
      }
    }

    /// Whether one of some states is the last one.
    func accepts(_ states: [UInt64]) -> Bool {
      states[accept >> 6] & (1 << UInt64(accept & 63)) != 0
    }

    /// Whether one of some states is the last one.
    func accepts(_ states: BufferView<UInt64>) -> Bool {
      states[accept >> 6] & (1 << UInt64(accept & 63)) != 0
    }

    /// The last state alone.
    var final: [UInt64] {
      var states = [UInt64](repeating: 0, count: width)
      states[accept >> 6] = 1 << UInt64(accept & 63)
      return states
    }

    /// Whether one of some states is reached before the first scalar.
    func starts(with states: BufferView<UInt64>) -> Bool {
      for word in 0..<width where states[word] & initial[word] != 0 { return true }
      return false
    }

    // MARK: Storing

    func store(in writer: inout BinaryWriter) {
      writer.write(plain: ranges)
      writer.write(plain: rangeStarts)
      writer.write(plain: negated)
      writer.write(plain: taking)
      writer.write(plain: following)
      writer.write(plain: initial)
      writer.write(accept)
    }

    init(from reader: inout BinaryReader) throws(BinaryFault) {
      ranges = try reader.plain()
      rangeStarts = try reader.plain()
      negated = try reader.plain()
      taking = try reader.plain()
      following = try reader.plain()
      initial = try reader.plain()
      accept = try reader.read()
      width = taking.count
      let states = rangeStarts.count - 1
      guard states > 0, width == (states + 63) / 64, negated.count == width,
        initial.count == width, following.count == states * width, 0..<states ~= accept,
        Int(rangeStarts[states]) <= ranges.count
      else { throw BinaryFault() }
      var isSound = true
      for state in 0..<states {
        isSound = isSound && rangeStarts[state] <= rangeStarts[state + 1]
      }
      // Bits behind the last state would be taken for states.
      if states & 63 != 0 { isSound = isSound && taking[width - 1] >> UInt64(states & 63) == 0 }
      guard isSound else { throw BinaryFault() }
    }
  }
}
