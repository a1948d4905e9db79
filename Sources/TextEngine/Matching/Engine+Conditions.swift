extension Engine {
  /// Whether the match with the last way, which begins at an event, meets what its rule asks of its labels.
  func meetsConditions(_ number: Int, from event: Int) -> Bool {
    if program.rules[number].conditions.isEmpty { return true }
    let path = MatchPath(events: ways.array(event..<ways.count))
    return program.rules[number].conditions.allSatisfy { holds($0, path) }
  }

  /// Whether a condition of `where` holds for a match.
  func holds(_ condition: CompiledRule.Condition, _ path: MatchPath) -> Bool {
    // A label of an optional part can be set and empty, also at the end of the document.
    guard let first = path.tokens(ofLabel: condition.first),
      let second = path.tokens(ofLabel: condition.second)
    else { return true }
    switch condition.name {
    case .sameform: return isSpeltAlike(first, second)
    case .differ: return !isSpeltAlike(first, second)
    case .near:
      return max(second.lowerBound - first.upperBound, first.lowerBound - second.upperBound) <= 8
    case .counted: return isCounted(path, condition.first, condition.second)
    case .subject: return isSubject(path, condition.first, condition.second)
    }
  }

  private func isSpeltAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy {
        forms.folded(document.forms[$0]).elementsEqual(forms.folded(document.forms[$1]))
      }
  }

  /// The cells in which the phrase of a label can stand in this match.
  ///
  /// The group of agreement that the label holds decides, then the group that holds the label, then the one element
  /// that the label names, then the readings of its words.
  public func cells(ofLabel label: Int, _ path: MatchPath) -> Cells {
    guard let range = path.tokens(ofLabel: label) else { return .all }
    if let group = path.events(ofLabel: label).first(where: { $0.kind == .agreementEnd }) {
      return group.cells
    }
    if let end = path.groupEnd(around: range) { return path.events[end].cells }
    for event in path.events(ofLabel: label) {
      if event.kind == .annotation { return document.annotations[event.value].cells }
      if event.kind == .list { return document.listMatches[event.value].cells }
    }
    var cells: Cells = []
    for index in forms.readingRange(document.forms[range.lowerBound]) {
      cells.formUnion(forms.readings.cells(index))
    }
    return cells.isEmpty ? .all : cells
  }

  /// Whether a noun stands in a form that the numeral before it governs.
  ///
  /// The genitive plural is let pass after every figure: «22 067 студентов» is common in news.
  private func isCounted(_ path: MatchPath, _ numeral: Int, _ noun: Int) -> Bool {
    let cells = cells(ofLabel: noun, path)
    let event = path.events(ofLabel: numeral).first { $0.kind == .annotation }
    guard let event else { return true }
    let annotation = document.annotations[event.value]
    guard annotation.type == CoreAnnotation.numeral.type,
      document.numerals.indices.contains(annotation.payload)
    else { return true }
    let found = document.numerals[annotation.payload]
    if found.cells == .all, !cells.isDisjoint(with: Cells.genitive.intersection(.plural)) {
      return true
    }
    return found.government.admits(cells, numeral: found.cells)
  }

  /// Whether a phrase can be the subject of a verb: the nominative, and the verb's number and gender; where the phrase
  /// is a pronoun, its person too.
  private func isSubject(_ path: MatchPath, _ phrase: Int, _ verb: Int) -> Bool {
    let nominative = cells(ofLabel: phrase, path).intersection(.nominative)
    guard !nominative.isEmpty, let range = path.tokens(ofLabel: verb) else { return false }
    let persons = persons(ofSubject: phrase, path)
    for token in range {
      for index in forms.readingRange(document.forms[token]) {
        let grammemes = forms.readings.grammemes(index)
        guard !persons.isDisjoint(with: Persons(grammemes: grammemes)) else { continue }
        guard grammemes.contains(.verb) || grammemes.contains(.shortParticiple) else { continue }
        var cells = Cells.all
        if grammemes.contains(.plural) { cells.formIntersection(.plural) }
        if grammemes.contains(.singular) { cells.formIntersection(.singular) }
        if grammemes.contains(.masculine) { cells.formIntersection(.masculine) }
        if grammemes.contains(.feminine) { cells.formIntersection(.feminine) }
        if grammemes.contains(.neuter) { cells.formIntersection(.neuter) }
        if !nominative.isDisjoint(with: cells) { return true }
      }
    }
    return false
  }

  /// The persons of the first word of a phrase that is a pronoun in the nominative; all where there is none.
  private func persons(ofSubject phrase: Int, _ path: MatchPath) -> Persons {
    guard let range = path.tokens(ofLabel: phrase) else { return .all }
    for token in range {
      var persons: Persons = []
      var isPronoun = false
      for index in forms.readingRange(document.forms[token]) {
        let reading = forms.readings[index]
        guard !reading.cells.isDisjoint(with: .nominative) else { continue }
        let grammemes = reading.analysis.grammemes
        isPronoun = isPronoun || grammemes.contains(.pronoun)
        persons.formUnion(grammemes.contains(.pronoun) ? Persons(grammemes: grammemes) : .all)
      }
      if isPronoun { return persons }
    }
    return .all
  }
}
