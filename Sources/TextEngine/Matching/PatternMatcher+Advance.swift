extension PatternMatcher {
  /// Lets a thread take what it can at a token, in the order of preference, and adds how many elements were looked at.
  @inline(__always)
  func advance(_ thread: Int, _ here: Here, _ window: Range<Int>, _ looks: inout Int) {
    let number = threads[thread].state
    var state = states[Int(number)]
    if !state.isKnown {
      state = closures.settle(number)
      guard state.isKnown else {
        follow(threads[thread], here.position, window)
        return
      }
    }
    if !state.isInGroup {
      // Outside all groups a thread that comes later has nothing to add.
      if state.left == generation { return }
      states[Int(number)].left = generation
    }
    let range = state.leaves
    let needs = leafNeeds.view(range)
    looks &+= needs.count
    needs.forEach { index, need in
      if need.isOther(than: here.answers) || need.isOther(than: here.starts) { return }
      let leaf = range.lowerBound &+ index
      if leaves[leaf].sort == .plain {
        takePlainToken(leaf, thread, here)
      } else {
        take(leaf, thread, here.position, here.flags, window)
      }
    }
  }

  /// Whether a token whose form may pass an element's test passes it.
  @inline(__always)
  private func passes(_ leaf: Int, _ position: Int, _ flags: TokenFlags) -> Bool {
    let needs = leaves[leaf].needs
    return needs.isWhole ? needs.allow(flags) : passesAsWhole(Int(leaves[leaf].first), position)
  }

  /// Whether a token passes a test that looks at what stands around it and at the form in a way that no class tells.
  @inline(never)
  private func passesAsWhole(_ test: Int, _ token: Int) -> Bool {
    forms.evaluate(test, document.forms[token], flags: document.flags[token]).holds
  }

  /// Lets a thread take a token of which nothing is kept.
  @inline(__always)
  private func takePlainToken(_ leaf: Int, _ thread: Int, _ here: Here) {
    let next = leaves[leaf].next
    guard passes(leaf, here.position, here.flags), isNew(Int(next)) else { return }
    var taken = threads[thread]
    taken.state = next
    taken.wait = Int32(truncatingIfNeeded: here.position &+ 1)
    threads.append(taken)
  }

  /// Lets a thread take what a leaf can take, after what the instructions on the way to it do.
  @inline(never)
  private func take(
    _ number: Int,
    _ thread: Int,
    _ position: Int,
    _ flags: TokenFlags,
    _ window: Range<Int>
  ) {
    let leaf = leaves[number]
    switch leaf.sort {
    case .token: guard passes(number, position, flags) else { return }
    case .list: guard hasEntry(of: Int(leaf.first), position) else { return }
    default: break
    }
    var current = threads[thread]
    if leaf.actionCount > 0 {
      let first = Int(leaf.firstAction)
      for index in first..<first &+ Int(leaf.actionCount) {
        guard perform(actions[index], on: &current, position) else { return }
      }
    }
    if leaf.sort == .accept {
      accept(current, position)
      return
    }
    guard isNew(Int(leaf.next), current, leaf.isInGroup) else { return }
    current.state = leaf.next
    switch leaf.sort {
    case .list: takeEntries(of: Int(leaf.first), leaf.agrees, current, position, window)
    case .annotation:
      takeAnnotations(
        of: Int(leaf.first),
        test: Int(leaf.second),
        leaf.agrees,
        current,
        position,
        window
      )
    default: takeToken(Int(leaf.first), leaf.agrees, leaf.isLogged, current, position)
    }
  }

  /// Notes that the pattern holds before a token, on the preferred way.
  @inline(__always)
  private func accept(_ thread: Thread, _ position: Int) {
    if ends.count == 0 || ends[ends.count - 1].end != position {
      ends.append(End(end: position, log: thread.log))
    }
  }

  /// Lets a thread take what it can instruction by instruction, where ways may come back to a group of agreement that they left.
  @inline(never)
  private func follow(_ thread: Thread, _ position: Int, _ window: Range<Int>) {
    var first = thread
    first.state = states[Int(thread.state)].place
    pending.removeAll()
    pending.append(first)
    while var current = pending.popLast() {
      let place = current.state
      let step = code.steps[Int(place)]
      switch step.operation {
      case .token, .list, .annotation:
        current.state = closures.state(at: place + 1)
        guard isNew(Int(current.state), current, step.isInGroup) else { continue }
        tally[0] &+= 1
        take(step, current, position, window)
        continue
      default:
        guard isNew(instruction: Int(place), current, step.isInGroup) else { continue }
        tally[0] &+= 1
      }
      current.state += 1
      switch step.operation {
      case .accept: accept(current, position)
      case .fork:
        var other = current
        other.state = step.second
        pending.append(other)
        current.state = step.first
        pending.append(current)
      case .jump:
        current.state = step.first
        pending.append(current)
      default: if perform(step, on: &current, position) { pending.append(current) }
      }
    }
  }

  /// Takes what an element can take.
  private func take(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    let first = Int(step.first)
    switch step.operation {
    case .list:
      guard position < window.upperBound, hasEntry(of: first, position) else { return }
      takeEntries(of: first, step.agrees, thread, position, window)
    case .annotation:
      takeAnnotations(of: first, test: Int(step.second), step.agrees, thread, position, window)
    default:
      guard position < window.upperBound, document.passes(position, first, forms) else { return }
      takeToken(first, step.agrees, step.isLogged, thread, position)
    }
  }

  /// Does what an instruction does that takes nothing; false where a condition does not hold.
  @inline(__always)
  private func perform(_ step: MatchCode.Step, on thread: inout Thread, _ position: Int) -> Bool {
    switch step.operation {
    case .labelStart:
      thread.log = note(thread.log, .labelStart, position, position, Int(step.first))
    case .labelEnd:
      thread.log = note(thread.log, .labelEnd, position, position, Int(step.first))
    case .assert: return holds(step, at: position)
    case .agreementStart:
      thread.log = note(thread.log, .agreementStart, position, position, 0)
      thread.outer = push(thread)
      thread.register = AgreementRegister(
        AgreementCategories(rawValue: UInt8(truncatingIfNeeded: step.first))
      )
    case .agreementEnd:
      let shared = thread.register.shared
      thread.log = note(thread.log, .agreementEnd, position, position, 0, shared)
      pop(&thread)
    case .head: thread.log = note(thread.log, .head, position, position, 0)
    case .token, .list, .annotation, .fork, .jump, .accept: break
    }
    return true
  }
}
