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
    /// The set's number and the letter's place; below 0 where there is none.
    var key: Int32
    var next: Int32
  }

  /// The set of no states, which every table has; nothing leads on from it.
  private static let dead: Int32 = 0
  private static let maximumSets = 1 << 13
  /// Longer words are not looked up: each letter can lead to a new set.
  private static let maximumLength = 1 << 8
  /// The places of letters that are told apart; all others share one, and steps with them are not kept.
  private static let placeCount = SpellingNeeds.placeCount - 1

  private let sets = Buffer<StateSet>()
  private let words = Buffer<UInt64>()
  private let setsByHash = HashSlots(size: 1 << 6)
  /// For each expression the set that it starts with, or -1.
  private let initial = Buffer<Int32>()
  /// The steps by their keys, a power of two of places.
  private let steps = Buffer<Step>()
  private var stepCount = 0

  init() { removeAll() }

  /// Forgets all steps.
  private func removeAll() {
    sets.removeAll()
    words.removeAll()
    setsByHash.removeAll()
    initial.removeAll()
    steps.fill(1 << 8, with: Step(key: -1, next: 0))
    stepCount = 0
    sets.append(StateSet(pattern: -1, start: 0, accepts: false))
  }

  /// Whether an expression takes all of a word.
  func matches(_ number: Int, of patterns: [TokenPattern], _ word: Span<UInt8>) -> Bool {
    if word.count > Self.maximumLength { return patterns[number].matches(word) }
    if sets.count > Self.maximumSets { removeAll() }
    initial.extend(to: number + 1, with: -1)
    if initial[number] < 0 {
      initial[number] = set(patterns[number].table.initial, number, patterns)
    }
    var current = initial[number]
    var index = 0
    while index < word.count {
      let (scalar, length) = UTF8Decoding.scalar(in: word, at: index)
      index += length
      current = next(current, scalar, patterns)
      if current == Self.dead { return false }
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
    let key = current * Int32(Self.placeCount) + Int32(truncatingIfNeeded: place)
    var slot = slot(of: key)
    while steps[slot].key >= 0 {
      if steps[slot].key == key { return steps[slot].next }
      slot = (slot + 1) & (steps.count - 1)
    }
    let next = find(from: current, scalar, patterns)
    if (stepCount + 1) * 2 > steps.count { grow() }
    insert(Step(key: key, next: next))
    return next
  }

  @inline(__always)
  private func slot(of key: Int32) -> Int {
    let mixed = UInt64(UInt32(bitPattern: key)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32) & (steps.count - 1)
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

  private func insert(_ step: Step) {
    var slot = slot(of: step.key)
    while steps[slot].key >= 0 { slot = (slot + 1) & (steps.count - 1) }
    steps[slot] = step
    stepCount += 1
  }

  private func grow() {
    let old = steps.array(0..<steps.count)
    steps.fill(old.count * 2, with: Step(key: -1, next: 0))
    stepCount = 0
    for step in old where step.key >= 0 { insert(step) }
  }

  /// The number of a set of states of an expression.
  private func set(_ states: [UInt64], _ pattern: Int, _ patterns: [TokenPattern]) -> Int32 {
    if states.allSatisfy({ $0 == 0 }) { return Self.dead }
    var mixed = UInt64(truncatingIfNeeded: pattern)
    for word in states { mixed = (mixed ^ (mixed >> 29) ^ word) &* 0x9E37_79B9_7F4A_7C15 }
    mixed = (mixed ^ mixed >> 32) &* 0x9E37_79B9_7F4A_7C15
    let known = setsByHash.number(UInt32(truncatingIfNeeded: mixed >> 32), next: sets.count) {
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
