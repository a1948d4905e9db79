/// Runs compiled patterns: a Pike machine over a lattice of tokens, list entries and annotations.
///
/// All ways through a pattern advance together, token by token, in the order of their preference; an element that
/// takes several tokens waits in its place. So the time is bounded by tokens × instructions × registers, without
/// recursion and without trying anything twice.
final class PatternMatcher {
  /// How many different registers of agreement one instruction may hold at one place.
  static let maximumRegisters = 8

  private struct Thread: BitwiseCopyable {
    var place: Int32
    /// The token at which the thread goes on.
    var wait: Int32
    /// The last node of its log, or -1.
    var log: Int32
    /// The registers of the group around the open one, as a node of the stack, or -1.
    var outer: Int32 = -1
    /// The cells that the words of the open group still share.
    var cells: UInt64 = Cells.all.rawValue
    /// The categories in which they agree.
    var categories: UInt64 = 0

    @inline(__always)
    func hasRegisters(of other: Thread) -> Bool {
      cells == other.cells && categories == other.categories && outer == other.outer
    }
  }

  private struct LogNode: BitwiseCopyable {
    var parent: Int32
    var kind: MatchPath.Kind
    var start: Int32
    var end: Int32
    var value: Int32
    var cells: Cells
  }

  /// A thread that has reached an instruction, and the one that had reached it before.
  private struct Visit: BitwiseCopyable {
    var thread: Thread
    var next: Int32
  }

  /// The end of a match: the token after it, and the last node of its preferred way's log.
  struct End: BitwiseCopyable {
    var end: Int
    var log: Int32
  }

  private var threads = Buffer<Thread>(capacity: 256)
  private var following = Buffer<Thread>(capacity: 256)
  private let closure = Buffer<Thread>(capacity: 256)
  private let log = Buffer<LogNode>(capacity: 256)
  private let outerStack = Buffer<Thread>(capacity: 16)
  private let seenAt: Buffer<Int32>
  private let seenHead: Buffer<Int32>
  private let visits = Buffer<Visit>(capacity: 256)
  private var generation: Int32 = 0
  /// Where the pattern held.
  let ends = Buffer<End>()
  /// Whether ways were dropped because an instruction held too many registers.
  private(set) var overflowed = false

  private let code: MatchCode
  private let document: EngineDocument
  private let forms: FormTable

  init(code: MatchCode, document: EngineDocument, forms: FormTable) {
    self.code = code
    self.document = document
    self.forms = forms
    seenAt = Buffer(capacity: code.steps.count)
    seenHead = Buffer(capacity: code.steps.count)
    seenAt.fill(code.steps.count, with: -1)
    seenHead.fill(code.steps.count, with: -1)
  }

  /// Forgets that ways were dropped.
  func reset() { overflowed = false }

  /// Whether the assertion that a pattern starts with, if it does, holds at a token.
  @inline(__always)
  func canStart(_ entry: Int32, at token: Int) -> Bool {
    let step = code.steps[Int(entry)]
    return step.operation != .assert
      || document.holds(code.assertions[Int(step.first)], at: token)
  }

  /// Finds every end of a match that starts at `start`, one preferred way for each.
  ///
  /// - Parameter entry: The place in the code where the pattern starts.
  func run(_ entry: Int32, from start: Int, window: Range<Int>) {
    threads.removeAll()
    log.removeAll()
    outerStack.removeAll()
    ends.removeAll()
    threads.append(Thread(place: entry, wait: Int32(start), log: -1))
    var position = start
    while threads.count > 0, position <= window.upperBound {
      following.removeAll()
      nextGeneration()
      var index = 0
      while index < threads.count {
        let thread = threads[index]
        if thread.wait > Int32(position) {
          following.append(thread)
        } else {
          advance(thread, position, window)
        }
        index += 1
      }
      swap(&threads, &following)
      position += 1
    }
  }

  private func nextGeneration() {
    if generation == .max {
      seenAt.fill(seenAt.count, with: -1)
      generation = 0
    }
    generation += 1
    visits.removeAll()
  }

  /// Notes that an instruction was reached with some registers; false where that was so before.
  @inline(__always)
  private func isNew(_ place: Int, _ thread: Thread) -> Bool {
    guard seenAt[place] == generation else {
      seenAt[place] = generation
      seenHead[place] = Int32(truncatingIfNeeded: visits.count)
      visits.append(Visit(thread: thread, next: -1))
      return true
    }
    var node = seenHead[place]
    var length = 0
    while node >= 0 {
      let visit = visits[Int(node)]
      if visit.thread.hasRegisters(of: thread) { return false }
      node = visit.next
      length += 1
    }
    if length >= Self.maximumRegisters {
      overflowed = true
      return false
    }
    visits.append(Visit(thread: thread, next: seenHead[place]))
    seenHead[place] = Int32(truncatingIfNeeded: visits.count - 1)
    return true
  }

  @inline(__always)
  private func note(
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

  /// Follows a thread through all instructions that take nothing, in order, and takes what it can.
  private func advance(_ thread: Thread, _ position: Int, _ window: Range<Int>) {
    closure.removeAll()
    var next: Thread? = thread
    while var current = next ?? closure.popLast() {
      next = nil
      let place = Int(current.place)
      guard isNew(place, current) else { continue }
      let step = code.steps[place]
      current.place += 1
      switch step.operation {
      case .token:
        takeToken(step, current, position, window)
      case .list:
        takeEntries(step, current, position, window)
      case .annotation:
        takeAnnotations(step, current, position, window)
      case .fork:
        // The preferred way is taken up first, so the other one waits.
        var other = current
        other.place = step.second
        closure.append(other)
        current.place = step.first
        next = current
      case .jump:
        current.place = step.first
        next = current
      case .labelStart:
        current.log = note(current.log, .labelStart, position, position, Int(step.first))
        next = current
      case .labelEnd:
        current.log = note(current.log, .labelEnd, position, position, Int(step.first))
        next = current
      case .assert:
        if document.holds(code.assertions[Int(step.first)], at: position) { next = current }
      case .agreementStart:
        current.log = note(current.log, .agreementStart, position, position, 0)
        current.outer = push(current)
        current.cells = Cells.all.rawValue
        current.categories = UInt64(step.first)
        next = current
      case .agreementEnd:
        current.log = note(
          current.log,
          .agreementEnd,
          position,
          position,
          0,
          Cells(rawValue: current.cells)
        )
        pop(&current)
        next = current
      case .head:
        current.log = note(current.log, .head, position, position, 0)
        next = current
      case .accept:
        if ends.count == 0 || ends[ends.count - 1].end != position {
          ends.append(End(end: position, log: current.log))
        }
      }
    }
  }

  @inline(__always)
  private func takeToken(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    let test = Int(step.first)
    guard position < window.upperBound, passes(position, test) else { return }
    var taken = thread
    if step.agrees, !restrict(&taken, cells(position, test)) { return }
    if step.isLogged { taken.log = note(taken.log, .token, position, position + 1, test) }
    taken.wait = Int32(truncatingIfNeeded: position + 1)
    following.append(taken)
  }

  private func takeEntries(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    for index in document.listMatches(at: position) {
      let match = document.foundEntries[index]
      guard match.list == Int(step.first), match.end <= window.upperBound else { continue }
      var taken = thread
      if step.agrees, !restrict(&taken, match.cells) { continue }
      taken.log = note(taken.log, .list, position, match.end, index)
      taken.wait = Int32(truncatingIfNeeded: match.end)
      following.append(taken)
    }
  }

  private func takeAnnotations(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    var index = document.firstAnnotation(at: position)
    while index >= 0 {
      let annotation = document.allAnnotations[index]
      let id = index
      index = document.annotation(after: index)
      guard annotation.type == Int(step.first), annotation.end <= window.upperBound,
        step.second < 0
          || document.passes(annotation, code.annotationTests[Int(step.second)], forms)
      else { continue }
      var taken = thread
      if step.agrees, !restrict(&taken, annotation.cells) { continue }
      taken.log = note(taken.log, .annotation, position, annotation.end, id)
      taken.wait = Int32(truncatingIfNeeded: annotation.end)
      following.append(taken)
    }
  }

  // MARK: Tests

  @inline(__always)
  private func passes(_ token: Int, _ test: Int) -> Bool {
    document.passes(token, test, forms)
  }

  private func cells(_ token: Int, _ test: Int) -> Cells {
    forms.cells(document.forms[token], test, flags: document.flags[token])
  }

  // MARK: Agreement

  /// Keeps equal stacks at one index, so that registers compare by value.
  private func push(_ thread: Thread) -> Int32 {
    var index = outerStack.count
    while index > 0 {
      index -= 1
      if outerStack[index].hasRegisters(of: thread) { return Int32(truncatingIfNeeded: index) }
    }
    outerStack.append(thread)
    return Int32(truncatingIfNeeded: outerStack.count - 1)
  }

  private func pop(_ thread: inout Thread) {
    let registers =
      thread.outer >= 0 ? outerStack[Int(thread.outer)] : Thread(place: 0, wait: 0, log: -1)
    thread.cells = registers.cells
    thread.categories = registers.categories
    thread.outer = registers.outer
  }

  /// Leaves in the open group's register what a word shares with it; false where nothing is left.
  @inline(__always)
  private func restrict(_ thread: inout Thread, _ cells: Cells) -> Bool {
    let categories = AgreementCategories(rawValue: UInt8(truncatingIfNeeded: thread.categories))
    thread.cells &= cells.widened(to: categories).rawValue
    return thread.cells != 0
  }

  /// The way that led to an end.
  func path(endingAt node: Int32) -> MatchPath {
    var events: [MatchPath.Event] = []
    var node = node
    while node >= 0 {
      let entry = log[Int(node)]
      events.append(
        MatchPath.Event(
          kind: entry.kind,
          start: Int(entry.start),
          end: Int(entry.end),
          value: Int(entry.value),
          cells: entry.cells
        )
      )
      node = entry.parent
    }
    events.reverse()
    return MatchPath(events: events)
  }
}
