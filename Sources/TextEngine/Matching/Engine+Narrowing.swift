extension Engine {
  /// Leaves the words in a match's groups of agreement only the readings that took part: those that pass the element's
  /// test and can stand in one of the cells that the group ended with.
  ///
  /// What comes later in this document sees these readings only.
  public func narrow(_ match: Match) {
    let events = match.path.all
    for place in match.path.places where events[place].kind == .agreementEnd {
      guard let start = match.path.groupStart(endingAt: place) else { continue }
      narrow(events[(start + 1)..<place], to: events[place].cells)
    }
  }

  /// Narrows the words of one group; groups inside it have cells of their own.
  private func narrow(_ events: ArraySlice<MatchPath.Event>, to cells: Cells) {
    var depth = 0
    for event in events {
      switch event.kind {
      case .agreementStart: depth += 1
      case .agreementEnd: depth -= 1
      case .token where depth == 0: narrow(event.start, test: event.value, to: cells)
      default: break
      }
    }
  }

  private func narrow(_ token: Int, test: Int, to cells: Cells) {
    let form = document.forms[token]
    let range = forms.readingRange(form)
    guard range.count > 1 else { return }
    let passing = forms.readings(ofPassing: form, test, flags: document.flags[token])
    var kept: UInt64 = 0
    var bit: UInt64 = 1
    for index in range {
      if passing & bit != 0, !forms.readings.cells(index).isDisjoint(with: cells) { kept |= bit }
      bit <<= 1
    }
    // A word that took part without any reading, by its spelling, keeps all.
    guard kept != 0, kept.nonzeroBitCount < range.count else { return }
    let narrowed = forms.narrowed(form, to: kept)
    let number = forms.classes.of(narrowed)
    document.forms[token] = narrowed
    document.classes[token] = UInt32(number)
    filter.setClass(of: token, to: number)
  }
}
