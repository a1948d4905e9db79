/// Runs compiled patterns: a Pike machine over a lattice of tokens, list entries and annotations.
///
/// All ways through a pattern advance together, token by token, in the order of their preference; an element that
/// takes several tokens waits in its place. So the time is bounded by tokens × elements × registers, without
/// recursion and without taking anything twice.
final class PatternMatcher {
  /// How many different registers of agreement one instruction may hold at one place.
  static let maximumRegisters = 8
  /// How far from its start a slow search notes, and passes over, what leads nowhere.
  private static let shallowLength = 4

  struct LogNode: BitwiseCopyable {
    var parent: Int32
    var kind: MatchPath.Kind
    var start: Int32
    var end: Int32
    var value: Int32
    var cells: Cells
  }

  /// The steps that an event of a way counts for: it is copied, and looked at for each condition.
  private static let stepsPerEvent = 8

  /// The end of a match: the token after it, and the last node of its preferred way's log.
  struct End: BitwiseCopyable {
    var end: Int
    var log: Int32
  }

  /// The token at which ways go on, as elements ask for it.
  struct Here {
    var position: Int
    /// The answers of all tests for its form; none behind the window, where no element takes anything.
    var answers: BufferView<UInt64>
    /// What starts there; nothing behind the window.
    var starts: EngineDocument.Starts
    var flags: TokenFlags
  }

  /// How many threads that have gone on are kept before their places are used again.
  private static let maximumPast = 256

  /// Those that have gone on, those at the token at hand, and those that go on at the next or later.
  let threads = Buffer<Thread>(capacity: 2 * maximumPast)
  private let log = Buffer<LogNode>(capacity: 256)
  private let outerStack = Buffer<Thread>(capacity: 16)
  let pending = Buffer<Thread>(capacity: 64)
  /// Of the instructions that were followed one by one; few programs have such.
  var marks: PlaceMarks?
  let visits = Buffer<Visit>(capacity: 256)
  var generation: Int32 = 0
  /// Where the pattern held.
  let ends = Buffer<End>()
  /// Whether ways were dropped because an instruction held too many registers.
  var overflowed = false
  /// One number: the steps since the matcher was made.
  ///
  /// It is a buffer, since a property would be checked at every access.
  let tally = Buffer<Int>([0])
  /// The steps taken since the matcher was made: ways carried on, instructions reached, and what else was looked at.
  @inline(__always)
  var steps: Int { tally[0] }
  /// States of the window at hand that lead nowhere.
  private let failed = FailedStates()
  private let deepVisits = Buffer<FailedStates.State>()
  /// The nodes of one way's log, the last first.
  private let way = Buffer<Int32>(capacity: 64)

  let code: MatchCode
  let closures: ClosureTable
  // The buffers of the closures.
  let states: Buffer<ClosureTable.State>
  let leaves: Buffer<ClosureTable.Leaf>
  let leafNeeds: Buffer<ClosureTable.LeafNeed>
  let actions: Buffer<MatchCode.Step>
  /// The answers of no test.
  private let noAnswers = Buffer<UInt64>()
  let document: EngineDocument
  let forms: FormTable

  /// Makes a matcher for some of the code's patterns.
  ///
  /// - Parameter closures: No other matcher that shares them runs the same patterns.
  init(
    code: MatchCode,
    closures: ClosureTable,
    document: EngineDocument,
    forms: FormTable
  ) {
    self.code = code
    self.closures = closures
    (states, leaves) = (closures.states, closures.leaves)
    (leafNeeds, actions) = (closures.leafNeeds, closures.actions)
    noAnswers.fill(max(1, (forms.classes.flagNeeds.count + 63) / 64), with: 0)
    self.document = document
    self.forms = forms
  }

  /// Forgets that ways were dropped.
  func reset() { overflowed = false }

  /// Whether the assertion that the pattern of a place starts with, if it does, holds at a token.
  @inline(__always)
  func canStart(_ place: Int32, at token: Int) -> Bool {
    let step = code.steps[Int(place)]
    return step.operation != .assert || holds(step, at: token)
  }

  /// Whether the assertion of a step holds at a token.
  func holds(_ step: MatchCode.Step, at token: Int) -> Bool {
    guard let assertion = Assertion(number: Int(step.first)) else { return false }
    return document.holds(assertion, at: token)
  }

  /// Takes up the next window, of which nothing is known.
  func beginWindow() { failed.removeAll() }

  /// Finds every end of a match that starts at `start`, one preferred way for each.
  ///
  /// - Parameters:
  ///   - entry: The state where the pattern starts, by its number.
  ///   - lastStart: Where set, matches may start at any token up to this one; their ends are not told apart.
  ///   - limit: The most steps to take.
  ///   - isSlow: Whether states that lead nowhere are noted, and passed over where that is known.
  /// - Returns: Whether the search came to its end; else nothing was found.
  func run(
    _ entry: Int32,
    from start: Int,
    through lastStart: Int? = nil,
    window: Range<Int>,
    limit: Int,
    isSlow: Bool = false
  ) -> Bool {
    threads.removeAll()
    log.removeAll()
    outerStack.removeAll()
    ends.removeAll()
    deepVisits.removeAll()
    let lastStep = steps &+ limit
    let hadOverflow = overflowed
    overflowed = false
    defer { overflowed = overflowed || hadOverflow }
    threads.append(Thread(state: entry, wait: Int32(truncatingIfNeeded: start), log: -1))
    let lastStart = lastStart ?? start
    let shallowEnd = isSlow ? start + Self.shallowLength : Int.max
    var position = start
    var first = 0
    while first < threads.count, position <= window.upperBound {
      nextGeneration()
      let here = here(position, window)
      let last = threads.count
      var looks = last &- first
      for index in first..<last {
        if threads[index].wait > Int32(truncatingIfNeeded: position) {
          threads.append(threads[index])
        } else if position < shallowEnd || !leadsNowhere(threads[index], position) {
          advance(index, here, window, &looks)
        }
      }
      let steps = tally[0] &+ looks &+ visits.count
      tally[0] = steps
      if steps > lastStep {
        ends.removeAll()
        return false
      }
      first = last
      if first > Self.maximumPast {
        threads.removeFirst(first)
        first = 0
      }
      position += 1
      if position <= lastStart {
        threads.append(Thread(state: entry, wait: Int32(truncatingIfNeeded: position), log: -1))
      }
    }
    if deepVisits.count > 0, !overflowed { keepFailures() }
    return true
  }

  @inline(__always)
  private func here(_ position: Int, _ window: Range<Int>) -> Here {
    guard position < window.upperBound else {
      return Here(
        position: position,
        answers: noAnswers.view(0..<noAnswers.count),
        starts: EngineDocument.Starts(),
        flags: []
      )
    }
    return Here(
      position: position,
      answers: forms.classes.answers(of: Int(document.classes[position])),
      starts: document.starts(at: position),
      flags: document.flags[position]
    )
  }

  /// Notes which of the states far from the start led to no end.
  private func keepFailures() {
    let last = ends.count > 0 ? ends[ends.count - 1].end : -1
    var index = deepVisits.count
    while index > 0 {
      index -= 1
      let state = deepVisits[index]
      if state.position <= last { break }
      failed.insert(state)
    }
  }

  /// Whether it is known that a thread leads nowhere; else it is noted for when that is known.
  ///
  /// What stands in more than one group is not noted.
  @inline(never)
  func leadsNowhere(_ thread: Thread, _ position: Int) -> Bool {
    guard thread.outer < 0 || outerStack[Int(thread.outer)].outer < 0 else { return false }
    let state = FailedStates.State(
      place: thread.state,
      position: position,
      register: thread.register
    )
    if !failed.isEmpty, failed.contains(state) { return true }
    deepVisits.append(state)
    return false
  }

  @inline(__always)
  func note(
    _ parent: Int32,
    _ kind: MatchPath.Kind,
    _ start: Int,
    _ end: Int,
    _ value: Int,
    _ cells: Cells = []
  ) -> Int32 {
    log.append(
      LogNode(
        parent: parent,
        kind: kind,
        start: Int32(truncatingIfNeeded: start),
        end: Int32(truncatingIfNeeded: end),
        value: Int32(truncatingIfNeeded: value),
        cells: cells
      )
    )
    return Int32(truncatingIfNeeded: log.count - 1)
  }

  // MARK: Agreement

  /// Keeps equal stacks at one index, so that registers compare by value.
  func push(_ thread: Thread) -> Int32 {
    var index = outerStack.count
    while index > 0 {
      index -= 1
      tally[0] &+= 1
      if outerStack[index].hasRegisters(of: thread) { return Int32(truncatingIfNeeded: index) }
    }
    outerStack.append(thread)
    return Int32(truncatingIfNeeded: outerStack.count - 1)
  }

  func pop(_ thread: inout Thread) {
    let registers =
      thread.outer >= 0 ? outerStack[Int(thread.outer)] : Thread(state: 0, wait: 0, log: -1)
    thread.register = registers.register
    thread.outer = registers.outer
  }

  /// Adds the way that led to an end, which takes some steps for each of its events.
  func appendPath(endingAt node: Int32, to ways: Buffer<MatchPath.Event>) {
    way.removeAll()
    var last = node
    while last >= 0 {
      way.append(last)
      last = log[Int(last)].parent
    }
    tally[0] &+= Self.stepsPerEvent &* way.count
    while let node = way.popLast() {
      let entry = log[Int(node)]
      ways.append(
        MatchPath.Event(
          kind: entry.kind,
          start: Int(entry.start),
          end: Int(entry.end),
          value: Int(entry.value),
          cells: entry.cells
        )
      )
    }
  }
}
