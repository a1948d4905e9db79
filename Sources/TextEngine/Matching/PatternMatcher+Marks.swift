extension PatternMatcher {
  /// A thread that has reached an instruction, and the one that had reached it before.
  struct Visit: BitwiseCopyable {
    var thread: Thread
    var next: Int32
  }

  @inline(__always)
  func nextGeneration() {
    if generation == .max { restartGenerations() }
    generation &+= 1
    visits.removeAll()
  }

  @inline(never)
  private func restartGenerations() {
    closures.removeMarks()
    marks?.removeAll()
    generation = 0
  }

  /// Notes that the element before a state was reached with some registers; false where that was so before.
  @inline(__always)
  func isNew(_ state: Int, _ thread: Thread, _ isInGroup: Bool) -> Bool {
    isInGroup ? isNewInGroup(state, thread) : isNew(state)
  }

  /// Notes that an element outside all groups was reached, where no registers differ, and nothing of the way need be
  /// kept.
  @inline(__always)
  func isNew(_ state: Int) -> Bool {
    if states[state].reached == generation { return false }
    states[state].reached = generation
    return true
  }

  private func isNewInGroup(_ state: Int, _ thread: Thread) -> Bool {
    let last = states[state].reached == generation ? states[state].latest : -1
    guard let visit = visit(thread, behind: last) else { return false }
    states[state].reached = generation
    states[state].latest = visit
    return true
  }

  /// Notes that an instruction that takes nothing was reached with some registers; false where that was so before.
  func isNew(instruction place: Int, _ thread: Thread, _ isInGroup: Bool) -> Bool {
    let marks = marks ?? PlaceMarks(count: code.steps.count)
    self.marks = marks
    let isFirst = marks.reached[place] != generation
    guard isInGroup else {
      marks.reached[place] = generation
      return isFirst
    }
    guard let visit = visit(thread, behind: isFirst ? -1 : marks.latest[place]) else {
      return false
    }
    marks.reached[place] = generation
    marks.latest[place] = visit
    return true
  }

  /// Adds a visit to those that had been there before; nil where one had the same registers.
  private func visit(_ thread: Thread, behind last: Int32) -> Int32? {
    var node = last
    var length = 0
    while node >= 0 {
      let visit = visits[Int(node)]
      if visit.thread.hasRegisters(of: thread) { return nil }
      node = visit.next
      length += 1
    }
    if length >= Self.maximumRegisters {
      overflowed = true
      return nil
    }
    visits.append(Visit(thread: thread, next: last))
    return Int32(truncatingIfNeeded: visits.count - 1)
  }
}
