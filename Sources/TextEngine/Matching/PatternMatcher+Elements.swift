extension PatternMatcher {
  // MARK: Elements

  /// Takes a token that passes a test.
  @inline(__always)
  func takeToken(
    _ test: Int,
    _ agrees: Bool,
    _ isLogged: Bool,
    _ thread: Thread,
    _ position: Int
  ) {
    var taken = thread
    if agrees, !restrict(&taken, position, test) { return }
    if isLogged {
      taken.log = note(taken.log, .token, position, position + 1, test, Self.cells(agrees))
    }
    taken.wait = Int32(truncatingIfNeeded: position + 1)
    threads.append(taken)
  }

  /// The cells that an element's event has: what is free has none.
  @inline(__always)
  private static func cells(_ agrees: Bool) -> Cells { agrees ? .all : [] }

  /// Whether an entry of a list starts at a token.
  func hasEntry(of list: Int, _ position: Int) -> Bool {
    for index in document.listMatches(at: position)
    where document.foundEntries[index].list == list {
      return true
    }
    return false
  }

  func takeEntries(
    of list: Int,
    _ agrees: Bool,
    _ thread: Thread,
    _ position: Int,
    _ window: Range<Int>
  ) {
    for index in document.listMatches(at: position) {
      tally[0] &+= 1
      let match = document.foundEntries[index]
      guard match.list == list, match.end <= window.upperBound else { continue }
      var taken = thread
      if agrees, !restrict(&taken, match.cells, head: match.head) { continue }
      taken.log = note(taken.log, .list, position, match.end, index, Self.cells(agrees))
      taken.wait = Int32(truncatingIfNeeded: match.end)
      threads.append(taken)
    }
  }

  /// Takes the annotations of a type that pass a test of the code; below 0 there is none.
  func takeAnnotations(
    of type: Int,
    test: Int,
    _ agrees: Bool,
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
      guard annotation.type == type, annotation.end <= window.upperBound,
        test < 0 || document.passes(annotation, code.annotationTests[test], forms)
      else { continue }
      var taken = thread
      if agrees, !restrict(&taken, annotation.cells, head: annotation.head) { continue }
      taken.log = note(taken.log, .annotation, position, annotation.end, id)
      taken.wait = Int32(truncatingIfNeeded: annotation.end)
      threads.append(taken)
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
