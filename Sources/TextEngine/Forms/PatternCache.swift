/// What the regular expressions of a table of tests answer, with each step of theirs worked out once.
///
/// An expression goes from a set of states to the next one with each letter. There are few such sets, and an expression
/// tells few sorts of letters apart, so nearly every step is looked up. What is kept is forgotten when it has grown past
/// its limit.
///
/// Most expressions ask for an ending: they are read from a word's end, where most words fail at once.
final class PatternCache {
  /// A set of states of an expression.
  private struct StateSet: BitwiseCopyable {
    var pattern: Int32
    /// Where its words start.
    var start: Int32
    /// Where its steps start.
    var steps: Int32
    var accepts: Bool
  }

  /// What is known of an expression.
  private struct Expression: BitwiseCopyable {
    /// The set that it starts with, or -1 where nothing is known yet.
    var set: Int32 = -1
    var isBackward = false
    /// Where the sorts of its letters start.
    var letters: Int32 = 0
    /// How many sorts there are, and where the states that take those start.
    var sortCount: Int32 = 0
    var takers: Int32 = 0

    /// The places of the sorts of its letters.
    var places: Range<Int> { Int(letters)..<Int(letters) + LetterNumbers.other }
  }

  /// The set of no states, which every table has; nothing leads on from it.
  private static let dead: Int32 = 0
  private static let maximumSets = 1 << 13
  /// Longer words are not looked up: each letter can lead to a new set.
  private static let maximumLength = 1 << 8
  private static let unknown: Int16 = -1

  private let sets = Buffer<StateSet>()
  private let words = Buffer<UInt64>()
  private let setsByHash = HashSlots(size: 1 << 6)
  private let expressions = Buffer<Expression>()
  /// For each expression and letter that has a number of its own, the sort of the letter.
  private let sorts = Buffer<UInt8>()
  /// For each expression and sort, the states that take such letters.
  private let takers = Buffer<UInt64>()
  /// For each set and sort, the set that follows, where it is known.
  private let steps = Buffer<Int16>()
  /// Reused from step to step.
  private let found = Buffer<UInt64>()

  init() { removeAll() }

  /// Forgets all steps.
  private func removeAll() {
    sets.removeAll()
    words.removeAll()
    setsByHash.removeAll()
    expressions.removeAll()
    sorts.removeAll()
    takers.removeAll()
    steps.removeAll()
    sets.append(StateSet(pattern: -1, start: 0, steps: 0, accepts: false))
  }

  /// Whether an expression takes all of a word.
  func matches(_ number: Int, of patterns: [TokenPattern], _ letters: WordLetters) -> Bool {
    let numbers = letters.numbers.view(0..<letters.numbers.count)
    if numbers.count > Self.maximumLength {
      return letters.withSpelling { patterns[number].matches($0) }
    }
    if sets.count > Self.maximumSets { removeAll() }
    if number >= expressions.count || expressions[number].set < 0 { takeUp(number, patterns) }
    let expression = expressions[number]
    let sorts = sorts.view(expression.places)
    var current = expression.set
    var place = expression.isBackward ? numbers.count - 1 : 0
    let step = expression.isBackward ? -1 : 1
    while current != Self.dead, place >= 0, place < numbers.count {
      let letter = Int(numbers[place])
      if letter == LetterNumbers.other {
        current = find(from: current, other: letters.scalar(at: place), patterns)
      } else {
        current = next(current, sort: Int(sorts[letter]), expression, patterns)
      }
      place += step
    }
    return sets[Int(current)].accepts
  }

  /// Finds what an expression starts with, and which letters it tells apart.
  @inline(never)
  private func takeUp(_ number: Int, _ patterns: [TokenPattern]) {
    expressions.extend(to: number + 1, with: Expression())
    let pattern = patterns[number]
    let letters = pattern.table.letters
    expressions[number] = Expression(
      isBackward: pattern.isReadBackward,
      letters: Int32(sorts.count),
      sortCount: Int32(letters.takers.count / pattern.table.width),
      takers: Int32(takers.count)
    )
    sorts.append(letters.sorts)
    takers.append(letters.takers)
    found.removeAll()
    found.append(pattern.isReadBackward ? pattern.table.final : pattern.table.initial)
    expressions[number].set = numberOfFound(number, patterns)
  }

  /// The set that a letter of a sort leads to.
  @inline(__always)
  private func next(
    _ current: Int32,
    sort: Int,
    _ expression: Expression,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let place = Int(sets[Int(current)].steps) + sort
    let known = steps[place]
    if known != Self.unknown { return Int32(known) }
    let next = find(from: current, sort: sort, expression, patterns)
    steps[place] = Int16(truncatingIfNeeded: next)
    return next
  }

  @inline(never)
  private func find(
    from current: Int32,
    sort: Int,
    _ expression: Expression,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let width = patterns[Int(sets[Int(current)].pattern)].table.width
    let start = Int(expression.takers) + sort * width
    return find(from: current, through: takers.view(start..<start + width), patterns)
  }

  /// The set that a scalar leads to which shares its number with others.
  @inline(never)
  private func find(
    from current: Int32,
    other scalar: UInt32,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let takers = Buffer(patterns[Int(sets[Int(current)].pattern)].table.takers(of: scalar))
    return find(from: current, through: takers.view(0..<takers.count), patterns)
  }

  private func find(
    from current: Int32,
    through takers: BufferView<UInt64>,
    _ patterns: [TokenPattern]
  ) -> Int32 {
    let known = sets[Int(current)]
    let pattern = Int(known.pattern)
    let states = words.view(Int(known.start)..<Int(known.start) + takers.count)
    found.fill(takers.count, with: 0)
    if patterns[pattern].isReadBackward {
      patterns[pattern].table.addPrevious(before: states, through: takers, to: found)
    } else {
      patterns[pattern].table.addNext(after: states, through: takers, to: found)
    }
    return numberOfFound(pattern, patterns)
  }

  /// The number of the set of states that was found for an expression.
  private func numberOfFound(_ pattern: Int, _ patterns: [TokenPattern]) -> Int32 {
    let states = found.view(0..<found.count)
    var isEmpty = true
    var mixer = HashMixer()
    mixer.add(UInt64(truncatingIfNeeded: pattern))
    for word in 0..<states.count {
      isEmpty = isEmpty && states[word] == 0
      mixer.add(states[word])
    }
    if isEmpty { return Self.dead }
    let known = setsByHash.number(mixer.hash, next: sets.count) {
      let set = sets[$0]
      guard Int(set.pattern) == pattern else { return false }
      for word in 0..<states.count where words[Int(set.start) + word] != states[word] {
        return false
      }
      return true
    }
    if let known { return Int32(known) }
    let set = StateSet(
      pattern: Int32(pattern),
      start: Int32(words.count),
      steps: Int32(steps.count),
      accepts: patterns[pattern].isReadBackward
        ? patterns[pattern].table.starts(with: states) : patterns[pattern].table.accepts(states)
    )
    sets.append(set)
    for word in 0..<states.count { words.append(states[word]) }
    steps.extend(to: steps.count + Int(expressions[pattern].sortCount), with: Self.unknown)
    return Int32(sets.count - 1)
  }
}
