/// Runs compiled patterns: a Pike machine over a lattice of tokens, list entries and annotations.
///
/// All ways through a pattern advance together, token by token, in the order of their preference; an element that
/// takes several tokens waits in its place. So the time is bounded by tokens × instructions × registers, without
/// recursion and without trying anything twice.
struct PatternMatcher {
  /// How many different registers of agreement one instruction may hold at one place.
  static let maximumRegisters = 8

  private struct Thread {
    var place: Int32
    /// The token at which the thread goes on.
    var wait: Int32
    /// The last node of its log, or -1.
    var log: Int32
    var registers: Registers
  }

  /// The cells that the words of the open group still share, and the group around it.
  private struct Registers: Equatable {
    var cells: Cells = .all
    var categories: AgreementCategories = []
    /// The registers of the group around, as a node of the stack, or -1.
    var outer: Int32 = -1
  }

  private struct LogNode {
    var parent: Int32
    var kind: MatchPath.Kind
    var start: Int32
    var end: Int32
    var value: Int32
    var cells: Cells
  }

  private var threads: [Thread] = []
  private var following: [Thread] = []
  private var closure: [Thread] = []
  private var log: [LogNode] = []
  private var outerStack: [Registers] = []
  private var seenAt: [Int32] = []
  private var seenHead: [Int32] = []
  private var seen: [(registers: Registers, next: Int32)] = []
  private var generation: Int32 = 0
  /// Where the pattern held: the token after the match, and the end of the preferred way's log.
  private(set) var ends: [(end: Int, log: Int32)] = []
  /// How many steps were taken so far.
  private(set) var steps = 0
  /// Whether ways were dropped because an instruction held too many registers.
  private(set) var overflowed = false

  /// Finds every end of a match that starts at `start`, one preferred way for each.
  mutating func run(
    _ code: [Instruction], in document: EngineDocument, forms: FormTable, from start: Int,
    window: Range<Int>
  ) {
    threads.removeAll(keepingCapacity: true)
    log.removeAll(keepingCapacity: true)
    outerStack.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    if seenAt.count < code.count {
      seenAt = [Int32](repeating: -1, count: code.count)
      seenHead = [Int32](repeating: -1, count: code.count)
      generation = 0
    }
    threads.append(Thread(place: 0, wait: Int32(start), log: -1, registers: Registers()))
    var position = start
    while !threads.isEmpty, position <= window.upperBound {
      following.removeAll(keepingCapacity: true)
      nextGeneration()
      for thread in threads {
        if thread.wait > Int32(position) {
          following.append(thread)
        } else {
          advance(thread, code, document, forms, position, window)
        }
      }
      swap(&threads, &following)
      position += 1
    }
  }

  private mutating func nextGeneration() {
    if generation == .max {
      for index in seenAt.indices { seenAt[index] = -1 }
      generation = 0
    }
    generation += 1
    seen.removeAll(keepingCapacity: true)
  }

  /// Notes that an instruction was reached with some registers; false where that was so before.
  private mutating func isNew(_ place: Int, _ registers: Registers) -> Bool {
    if seenAt[place] != generation {
      seenAt[place] = generation
      seenHead[place] = -1
    }
    var node = seenHead[place]
    var length = 0
    while node >= 0 {
      if seen[Int(node)].registers == registers { return false }
      node = seen[Int(node)].next
      length += 1
    }
    if length >= Self.maximumRegisters {
      overflowed = true
      return false
    }
    seen.append((registers, seenHead[place]))
    seenHead[place] = Int32(seen.count - 1)
    return true
  }

  private mutating func note(
    _ parent: Int32, _ kind: MatchPath.Kind, _ start: Int, _ end: Int, _ value: Int,
    _ cells: Cells = []
  ) -> Int32 {
    log.append(
      LogNode(
        parent: parent, kind: kind, start: Int32(start), end: Int32(end),
        value: Int32(truncatingIfNeeded: value), cells: cells))
    return Int32(log.count - 1)
  }

  /// Follows a thread through all instructions that take nothing, in order, and takes what it can.
  private mutating func advance(
    _ thread: Thread, _ code: [Instruction], _ document: EngineDocument, _ forms: FormTable,
    _ position: Int, _ window: Range<Int>
  ) {
    closure.append(thread)
    while var current = closure.popLast() {
      let place = Int(current.place)
      guard isNew(place, current.registers) else { continue }
      steps += 1
      current.place += 1
      switch code[place] {
      case .token(let test, let agrees):
        guard position < window.upperBound, document.passes(position, test, forms) else { continue }
        if agrees, !restrict(&current, document.cells(position, test, forms)) { continue }
        if agrees || document.hasList(test) {
          current.log = note(current.log, .token, position, position + 1, test)
        }
        current.wait = Int32(position + 1)
        following.append(current)
      case .list(let list, let agrees):
        for index in document.listMatches(at: position) {
          let match = document.listMatches[index]
          guard match.list == list, match.end <= window.upperBound else { continue }
          var taken = current
          if agrees, !restrict(&taken, match.cells) { continue }
          taken.log = note(taken.log, .list, position, match.end, index)
          taken.wait = Int32(match.end)
          following.append(taken)
        }
      case .annotation(let type, let test, let agrees):
        for index in document.annotations(at: position) {
          let annotation = document.annotations[index]
          guard annotation.type == type, annotation.end <= window.upperBound,
            document.passes(annotation, test, forms)
          else { continue }
          var taken = current
          if agrees, !restrict(&taken, annotation.cells) { continue }
          taken.log = note(taken.log, .annotation, position, annotation.end, index)
          taken.wait = Int32(annotation.end)
          following.append(taken)
        }
      case .fork(let first, let second):
        // The preferred way is taken up first, so it goes on top.
        var other = current
        other.place = Int32(second)
        closure.append(other)
        current.place = Int32(first)
        closure.append(current)
      case .jump(let target):
        current.place = Int32(target)
        closure.append(current)
      case .labelStart(let label):
        current.log = note(current.log, .labelStart, position, position, label)
        closure.append(current)
      case .labelEnd(let label):
        current.log = note(current.log, .labelEnd, position, position, label)
        closure.append(current)
      case .assert(let assertion):
        if document.holds(assertion, at: position, window: window) { closure.append(current) }
      case .agreementStart(let categories):
        current.log = note(current.log, .agreementStart, position, position, 0)
        current.registers.outer = push(current.registers)
        current.registers.cells = .all
        current.registers.categories = categories
        closure.append(current)
      case .agreementEnd:
        current.log = note(
          current.log, .agreementEnd, position, position, 0, current.registers.cells)
        let outer = Int(current.registers.outer)
        current.registers = outer >= 0 ? outerStack[outer] : Registers()
        closure.append(current)
      case .head:
        current.log = note(current.log, .head, position, position, 0)
        closure.append(current)
      case .accept:
        if ends.last?.end != position { ends.append((position, current.log)) }
      }
    }
  }

  /// Keeps equal stacks at one index, so that registers compare by value.
  private mutating func push(_ registers: Registers) -> Int32 {
    if let index = outerStack.lastIndex(of: registers) { return Int32(index) }
    outerStack.append(registers)
    return Int32(outerStack.count - 1)
  }

  /// Leaves in the open group's register what a word shares with it; false where nothing is left.
  private func restrict(_ thread: inout Thread, _ cells: Cells) -> Bool {
    let widened = cells.widened(to: thread.registers.categories)
    thread.registers.cells.formIntersection(widened)
    return !thread.registers.cells.isEmpty
  }

  /// The way that led to an end.
  func path(endingAt node: Int32) -> MatchPath {
    var events: [MatchPath.Event] = []
    var node = node
    while node >= 0 {
      let entry = log[Int(node)]
      events.append(
        MatchPath.Event(
          kind: entry.kind, start: Int(entry.start), end: Int(entry.end), value: Int(entry.value),
          cells: entry.cells))
      node = entry.parent
    }
    events.reverse()
    return MatchPath(events: events)
  }
}

extension Cells {
  /// The cells with every category filled up in which a group need not agree.
  func widened(to categories: AgreementCategories) -> Cells {
    if categories == .all { return self }
    var bits = rawValue
    if !categories.contains(.gender) {
      let singular = bits & Cells.singular.rawValue
      let any = (singular | singular >> 1 | singular >> 2) & Cells.masculine.rawValue
      bits |= any | any << 1 | any << 2
    }
    if !categories.contains(.number) {
      let plural = bits & Cells.plural.rawValue
      let singular = bits & Cells.singular.rawValue
      let fromSingular =
        (singular | singular >> 1 | singular >> 2) & Cells.masculine.rawValue
      bits |= fromSingular << 3 | plural >> 1 | plural >> 2 | plural >> 3
    }
    if !categories.contains(.grammaticalCase) {
      var any: UInt64 = 0
      for shift in stride(from: UInt64(0), to: 28, by: 4) { any |= bits >> shift & 0xF }
      for shift in stride(from: UInt64(0), to: 28, by: 4) { bits |= any << shift }
    }
    return Cells(rawValue: bits)
  }
}
