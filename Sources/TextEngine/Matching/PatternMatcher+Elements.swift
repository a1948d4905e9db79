extension PatternMatcher {
  // MARK: Elements

  /// Takes a token that passes the test.
  @inline(__always)
  func takeToken(_ step: MatchCode.Step, _ thread: Thread, _ position: Int) {
    let test = Int(step.first)
    var taken = thread
    if step.agrees, !restrict(&taken, position, test) { return }
    if step.isLogged { taken.log = note(taken.log, .token, position, position + 1, test) }
    taken.wait = Int32(truncatingIfNeeded: position + 1)
    following.append(taken)
  }

  /// Whether an entry of a list that can be taken starts at a token.
  func hasEntry(_ step: MatchCode.Step, _ position: Int) -> Bool {
    for index in document.listMatches(at: position)
    where document.foundEntries[index].list == Int(step.first) {
      return true
    }
    return false
  }

  func takeEntries(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    for index in document.listMatches(at: position) {
      tally[0] &+= 1
      let match = document.foundEntries[index]
      guard match.list == Int(step.first), match.end <= window.upperBound else { continue }
      var taken = thread
      if step.agrees, !restrict(&taken, match.cells, head: match.head) { continue }
      taken.log = note(taken.log, .list, position, match.end, index)
      taken.wait = Int32(truncatingIfNeeded: match.end)
      following.append(taken)
    }
  }

  func takeAnnotations(
    _ step: MatchCode.Step,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    var index = document.firstAnnotation(at: position)
    while index >= 0 {
      let annotation = document.allAnnotations[index]
      let id = index
      tally[0] &+= 1
      index = document.annotation(after: index)
      guard annotation.type == Int(step.first), annotation.end <= window.upperBound,
        step.second < 0
          || document.passes(annotation, code.annotationTests[Int(step.second)], forms)
      else { continue }
      var taken = thread
      if step.agrees, !restrict(&taken, annotation.cells, head: annotation.head) { continue }
      taken.log = note(taken.log, .annotation, position, annotation.end, id)
      taken.wait = Int32(truncatingIfNeeded: annotation.end)
      following.append(taken)
    }
  }

  // MARK: Agreement

  /// Leaves in the open group's register what a token shares with it; false where nothing is left.
  @inline(__always)
  func restrict(_ thread: inout Thread, _ token: Int, _ test: Int) -> Bool {
    if thread.register.comparesPersons { return restrictPersons(&thread, token, test) }
    return thread.register.restrict(to: cells(token, test))
  }

  @inline(never)
  private func restrictPersons(_ thread: inout Thread, _ token: Int, _ test: Int) -> Bool {
    let cells = forms.cellsByPerson(document.forms[token], test, flags: document.flags[token])
    return thread.register.restrict(to: cells)
  }

  /// Leaves in the open group's register what a phrase shares with it; its person is that of its head.
  func restrict(_ thread: inout Thread, _ cells: Cells, head: Int) -> Bool {
    guard thread.register.comparesPersons else { return thread.register.restrict(to: cells) }
    let persons =
      head < document.forms.count ? forms.persons(document.forms[head], in: cells) : .all
    return thread.register.restrict(to: CellsByPerson(cells, persons))
  }
}
