extension PatternMatcher {
  /// Lets a thread take what it can at a token, in the order of preference.
  @inline(__always)
  func advance(_ thread: Thread, _ here: Here, _ window: Range<Int>) {
    var state = states[Int(thread.state)]
    if !state.isKnown {
      state = closures.settle(thread.state)
      guard state.isKnown else {
        follow(thread, here.position, window)
        return
      }
    }
    if !state.isInGroup {
      // Outside all groups a thread that comes later has nothing to add.
      if state.left == generation { return }
      states[Int(thread.state)].left = generation
    }
    let range = state.leaves
    let tests = leafTests.view(range)
    tally[0] &+= tests.count
    for index in 0..<tests.count {
      let test = Int(tests[index])
      // Most elements ask for a token that stands elsewhere.
      if test >= 0, here.answers[test >> 6] & 1 << UInt64(truncatingIfNeeded: test & 63) == 0 {
        continue
      }
      let number = range.lowerBound &+ index
      switch leaves[number].sort {
      case .plain:
        guard passesHere(number, here) else { continue }
        let next = leaves[number].next
        guard isNew(Int(next)) else { continue }
        var taken = thread
        taken.state = next
        taken.wait = Int32(truncatingIfNeeded: here.position &+ 1)
        following.append(taken)
        continue
      case .token: guard passesHere(number, here) else { continue }
      case .list:
        guard here.isInside,
          document.mayStart(list: Int(leaves[number].first), at: here.position)
        else { continue }
      case .annotation:
        guard here.isInside,
          document.mayStart(type: Int(leaves[number].first), at: here.position)
        else { continue }
      case .accept: break
      }
      take(number, thread, here.position, window)
    }
  }

  /// Whether a token whose form may pass an element's test passes it.
  @inline(__always)
  private func passesHere(_ leaf: Int, _ here: Here) -> Bool {
    let needs = leaves[leaf].needs
    return needs.isWhole
      ? needs.allow(here.flags) : passesAsWhole(Int(leaves[leaf].first), here.position)
  }

  @inline(never)
  private func passesAsWhole(_ test: Int, _ token: Int) -> Bool {
    forms.evaluate(test, document.forms[token], flags: document.flags[token]).holds
  }

  /// Lets a thread take what a leaf can take, after what the instructions on the way to it do.
  @inline(never)
  private func take(_ number: Int, _ thread: Thread, _ position: Int, _ window: Range<Int>) {
    let leaf = leaves[number]
    if leaf.sort == .list, !hasEntry(of: Int(leaf.first), position) { return }
    var current = thread
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
