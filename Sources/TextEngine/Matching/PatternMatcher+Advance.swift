extension PatternMatcher {
  /// Lets a thread take what it can at a token, in the order of preference.
  func advance(_ thread: Thread, _ position: Int, _ window: Range<Int>) {
    let place = closures.place(Int(thread.place))
    guard let leaves = place.leaves else {
      follow(thread, position, window)
      return
    }
    if !place.isInGroup {
      // Outside all groups a thread that comes later has nothing to add.
      if latest[Int(thread.place)] == generation { return }
      latest[Int(thread.place)] = generation
    }
    tally[0] &+= leaves.count
    let isInside = position < window.upperBound
    // Behind the window any row will do, since no token is taken there.
    let answers = forms.classes.answers(of: isInside ? Int(document.classes[position]) : 0)
    let tests = closures.leafTests.view(leaves)
    for index in 0..<tests.count {
      let test = Int(tests[index])
      // Most elements ask for a token that stands elsewhere.
      if test >= 0 {
        guard answers[test >> 6] & 1 << UInt64(truncatingIfNeeded: test & 63) != 0, isInside,
          passesHere(position, test)
        else { continue }
      }
      let leaf = closures.leaves[leaves.lowerBound &+ index]
      if test < 0, !canTake(leaf.step, position, window) { continue }
      var current = thread
      if leaf.actionCount > 0, !perform(leaf, on: &current, position) { continue }
      if leaf.step.operation == .accept || isNew(Int(leaf.place), current, leaf.step.isInGroup) {
        take(leaf.step, leaf.place, current, position, window)
      }
    }
  }

  /// The same where it is noted what leads nowhere; a function of its own, so that the other one is not slowed down.
  @inline(never)
  func advanceDeep(_ thread: Thread, _ position: Int, _ window: Range<Int>) {
    if leadsNowhere(thread, position) { return }
    advance(thread, position, window)
  }

  /// Lets a thread take what it can instruction by instruction, where ways may come back to a group of agreement that they left.
  @inline(never)
  private func follow(_ thread: Thread, _ position: Int, _ window: Range<Int>) {
    pending.removeAll()
    pending.append(thread)
    while var current = pending.popLast() {
      let place = current.place
      let step = code.steps[Int(place)]
      guard isNew(Int(place), current, step.isInGroup) else { continue }
      tally[0] &+= 1
      current.place += 1
      switch step.operation {
      case .token, .list, .annotation, .accept:
        if canTake(step, position, window) { take(step, place, current, position, window) }
      case .fork:
        var other = current
        other.place = step.second
        pending.append(other)
        current.place = step.first
        pending.append(current)
      case .jump:
        current.place = step.first
        pending.append(current)
      case .labelStart, .labelEnd, .assert, .agreementStart, .agreementEnd, .head:
        if perform(step, on: &current, position) { pending.append(current) }
      }
    }
  }

  /// Whether an element can take something at a token, as far as that does not depend on the way there.
  @inline(__always)
  private func canTake(_ step: MatchCode.Step, _ position: Int, _ window: Range<Int>) -> Bool {
    switch step.operation {
    case .token:
      return position < window.upperBound && document.passes(position, Int(step.first), forms)
    case .list: return position < window.upperBound && hasEntry(step, position)
    case .annotation: return document.firstAnnotation(at: position) >= 0
    default: return true
    }
  }

  /// Whether a token passes a test that its form may pass.
  @inline(__always)
  private func passesHere(_ token: Int, _ test: Int) -> Bool {
    forms.passesHere(document.forms[token], test, flags: document.flags[token])
  }

  /// Takes what an element can take, or notes that the pattern holds.
  @inline(__always)
  private func take(
    _ step: MatchCode.Step,
    _ place: Int32,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    var thread = thread
    thread.place = place + 1
    switch step.operation {
    case .token: takeToken(step, thread, position)
    case .list: takeEntries(step, thread, position, window)
    case .annotation: takeAnnotations(step, thread, position, window)
    default:
      if ends.count == 0 || ends[ends.count - 1].end != position {
        ends.append(End(end: position, log: thread.log))
      }
    }
  }

  /// Does what the instructions on the way to an element do; false where a condition on the way does not hold.
  private func perform(
    _ leaf: ClosureTable.Leaf,
    on thread: inout Thread,
    _ position: Int
  ) -> Bool {
    let first = Int(leaf.firstAction)
    for index in first..<first + Int(leaf.actionCount) {
      let step = code.steps[Int(closures.actions[index])]
      guard perform(step, on: &thread, position) else { return false }
    }
    return true
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
