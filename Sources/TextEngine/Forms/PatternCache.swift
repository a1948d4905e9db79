/// What the regular expressions of a table of tests answer, with each step of theirs worked out once.
///
/// An expression goes from a set of states to the next one with each letter. There are few such sets, and words have few
/// letters, so nearly every step is looked up. What is kept is forgotten when it has grown past its limit.
final class PatternCache {
  /// A set of states of an expression.
  private struct StateSet: BitwiseCopyable {
    var pattern: Int32
    /// Where its words start.
    var start: Int32
    var accepts: Bool
  }

  /// A step from a set of states with a letter, and where it leads.
  private struct Step: BitwiseCopyable {
    var set: Int32
    /// The letter's place.
    var place: Int32
    var next: Int32
  }

  /// The set of no states, which every table has; nothing leads on from it.
  private static let dead: Int32 = 0
  private static let maximumSets = 1 << 13
  private static let maximumSteps = 1 << 16
  /// Longer words are not looked up: each letter can lead to a new set.
  private static let maximumLength = 1 << 8
  /// The places of letters that are told apart; all others share one, and steps with them are not kept.
  private static let placeCount = SpellingNeeds.placeCount - 1

  private let sets = Buffer<StateSet>()
  private let words = Buffer<UInt64>()
  private let setsByHash = HashSlots(size: 1 << 6)
  /// For each expression the set that it starts with, or -1.
  private let initial = Buffer<Int32>()
  private let steps = Buffer<Step>()
  private let stepsByHash = HashSlots(size: 1 << 8)

  init() { removeAll() }

  /// Forgets all steps.
  private func removeAll() {
    sets.removeAll()
    words.removeAll()
    setsByHash.removeAll()
    initial.removeAll()
    steps.removeAll()
    stepsByHash.removeAll()
    sets.append(StateSet(pattern: -1, start: 0, accepts: false))
  }

  /// Whether an expression takes all of a word.
  func matches(_ number: Int, of patterns: [TokenPattern], _ word: Span<UInt8>) -> Bool {
    if word.count > Self.maximumLength { return patterns[number].matches(word) }
    if sets.count > Self.maximumSets || steps.count > Self.maximumSteps { removeAll() }
    initial.extend(to: number + 1, with: -1)
    if initial[number] < 0 {
      initial[number] = set(patterns[number].table.initial, number, patterns)
    }
    var current = initial[number]
    var index = 0
    while index < word.count, current != Self.dead {
      let (scalar, length) = UTF8Decoding.scalar(in: word, at: index)
      index += length
      current = next(current, scalar, patterns)
    }
    return sets[Int(current)].accepts
  }

  /// The set that a letter leads to.
  @inline(__always)
  private func next(
    _ current: Int32,
    _ scalar: UInt32,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let place = SpellingNeeds.place(of: scalar)
    guard place < Self.placeCount else { return find(from: current, scalar, patterns) }
    var mixer = HashMixer()
    mixer.add(UInt64(UInt32(bitPattern: current)) << 32 | UInt64(place))
    let known = stepsByHash.number(mixer.hash, next: steps.count) {
      steps[$0].set == current && Int(steps[$0].place) == place
    }
    if let known { return steps[known].next }
    let next = find(from: current, scalar, patterns)
    steps.append(Step(set: current, place: Int32(place), next: next))
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
    return set(table.next(after: states, scalar), Int(known.pattern), patterns)
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
    let accepts = patterns[pattern].table.accepts(states)
    sets.append(
      StateSet(pattern: Int32(pattern), start: Int32(words.count), accepts: accepts)
    )
    words.append(states)
    return Int32(sets.count - 1)
  }
}
