/// What the regular expressions of a table of tests answer, with each step of theirs worked out once.
///
/// An expression goes from a set of states to the next one with each letter. There are few such sets, and words have few
/// letters, so nearly every step is looked up. What is kept is forgotten when it has grown past its limit.
///
/// Most expressions ask for an ending: they are read from a word's end, where most words fail at once.
final class PatternCache {
  /// A set of states of an expression.
  private struct StateSet: BitwiseCopyable {
    var pattern: Int32
    /// Where its words start.
    var start: Int32
    var accepts: Bool
  }

  /// The set that an expression starts with, or -1 where it is not known yet.
  private struct Start: BitwiseCopyable {
    var set: Int32 = -1
    var isBackward = false
  }

  /// The set of no states, which every table has; nothing leads on from it.
  private static let dead: Int32 = 0
  private static let maximumSets = 1 << 13
  /// Longer words are not looked up: each letter can lead to a new set.
  private static let maximumLength = 1 << 8
  /// The letters whose steps are kept: those that have a number of their own.
  private static let letterCount = LetterNumbers.other
  private static let unknown: Int16 = -1

  private let sets = Buffer<StateSet>()
  private let words = Buffer<UInt64>()
  private let setsByHash = HashSlots(size: 1 << 6)
  /// What each expression starts with.
  private let initial = Buffer<Start>()
  /// For each set and letter, the set that follows, where it is known.
  private let steps = Buffer<Int16>()

  init() { removeAll() }

  /// Forgets all steps.
  private func removeAll() {
    sets.removeAll()
    words.removeAll()
    setsByHash.removeAll()
    initial.removeAll()
    steps.removeAll()
    append(StateSet(pattern: -1, start: 0, accepts: false))
  }

  /// Whether an expression takes all of a word.
  func matches(_ number: Int, of patterns: [TokenPattern], _ word: Span<UInt8>) -> Bool {
    if word.count > Self.maximumLength { return patterns[number].matches(word) }
    if sets.count > Self.maximumSets { removeAll() }
    initial.extend(to: number + 1, with: Start())
    if initial[number].set < 0 { initial[number] = start(of: number, patterns) }
    let start = initial[number]
    var current = start.set
    if start.isBackward {
      var end = word.count
      while end > 0, current != Self.dead {
        current = next(current, Self.scalar(in: word, before: &end), patterns)
      }
    } else {
      var index = 0
      while index < word.count, current != Self.dead {
        let (scalar, length) = UTF8Decoding.scalar(in: word, at: index)
        index += length
        current = next(current, scalar, patterns)
      }
    }
    return sets[Int(current)].accepts
  }

  /// What an expression starts with.
  private func start(of number: Int, _ patterns: [TokenPattern]) -> Start {
    let pattern = patterns[number]
    let states = pattern.isReadBackward ? pattern.table.final : pattern.table.initial
    return Start(set: set(states, number, patterns), isBackward: pattern.isReadBackward)
  }

  /// The scalar that ends at an offset, which is moved to where it starts.
  @inline(__always)
  private static func scalar(in word: Span<UInt8>, before end: inout Int) -> UInt32 {
    end -= 1
    let last = word[end]
    if last < 0x80 { return UInt32(last) }
    while end > 0, word[end] & 0xC0 == 0x80 { end -= 1 }
    return UTF8Decoding.scalar(in: word, at: end).value
  }

  /// The set that a letter leads to.
  @inline(__always)
  private func next(
    _ current: Int32,
    _ scalar: UInt32,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let letter = LetterNumbers.number(of: scalar)
    guard letter != LetterNumbers.other else { return find(from: current, scalar, patterns) }
    let place = Int(current) * Self.letterCount + letter
    let known = steps[place]
    if known != Self.unknown { return Int32(known) }
    let next = find(from: current, scalar, patterns)
    steps[place] = Int16(truncatingIfNeeded: next)
    return next
  }

  @inline(never)
  private func find(
    from current: Int32,
    _ scalar: UInt32,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let known = sets[Int(current)]
    let table = patterns[Int(known.pattern)].table
    let start = Int(known.start)
    let states = words.array(start..<start + table.width)
    let found =
      patterns[Int(known.pattern)].isReadBackward
      ? table.previous(before: states, scalar) : table.next(after: states, scalar)
    return set(found, Int(known.pattern), patterns)
  }

  /// The number of a set of states of an expression.
  private func set(_ states: [UInt64], _ pattern: Int, _ patterns: [TokenPattern]) -> Int32 {
    if states.allSatisfy({ $0 == 0 }) { return Self.dead }
    var mixer = HashMixer()
    mixer.add(UInt64(truncatingIfNeeded: pattern))
    for word in states { mixer.add(word) }
    let known = setsByHash.number(mixer.hash, next: sets.count) {
      let set = sets[$0]
      return Int(set.pattern) == pattern
        && states.indices.allSatisfy { words[Int(set.start) + $0] == states[$0] }
    }
    if let known { return Int32(known) }
    let table = patterns[pattern].table
    let accepts =
      patterns[pattern].isReadBackward ? table.starts(with: states) : table.accepts(states)
    append(StateSet(pattern: Int32(pattern), start: Int32(words.count), accepts: accepts))
    words.append(states)
    return Int32(sets.count - 1)
  }

  private func append(_ set: StateSet) {
    sets.append(set)
    steps.extend(to: sets.count * Self.letterCount, with: Self.unknown)
  }
}
