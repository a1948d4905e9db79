extension MatchPath {
  /// The places of the events that begin and end the first stretch of a label that is not empty.
  private func stretch(ofLabel label: Int) -> (first: Int, last: Int)? {
    for last in events.indices where events[last].value == label && events[last].kind == .labelEnd {
      guard let first = start(ofLabel: label, endingAt: last),
        events[first].start < events[last].start
      else { continue }
      return (first, last)
    }
    return nil
  }

  /// The place of the event that begins the stretch of a label which ends at an event.
  private func start(ofLabel label: Int, endingAt last: Int) -> Int? {
    var inner = 0
    var place = last
    while place > 0 {
      place -= 1
      guard events[place].value == label else { continue }
      if events[place].kind == .labelEnd { inner += 1 }
      guard events[place].kind == .labelStart else { continue }
      if inner == 0 { return place }
      inner -= 1
    }
    return nil
  }

  /// The place of the event that begins the group of agreement which ends at an event.
  public func groupStart(endingAt last: Int) -> Int? {
    var inner = 0
    var place = last
    while place > 0 {
      place -= 1
      switch events[place].kind {
      case .agreementEnd: inner += 1
      case .agreementStart:
        if inner == 0 { return place }
        inner -= 1
      default: break
      }
    }
    return nil
  }

  /// The place of the event that ends a group of agreement around some tokens, the innermost one.
  public func groupEnd(around tokens: Range<Int>) -> Int? {
    events.indices.first { place in
      guard events[place].kind == .agreementEnd, tokens.upperBound <= events[place].start,
        let start = groupStart(endingAt: place)
      else { return false }
      return events[start].start <= tokens.lowerBound
    }
  }

  /// The tokens of the first stretch of a label that is not empty.
  public func tokens(ofLabel label: Int) -> Range<Int>? {
    stretch(ofLabel: label).map { events[$0.first].start..<events[$0.last].start }
  }

  /// The events inside the first stretch of a label that is not empty.
  public func events(ofLabel label: Int) -> ArraySlice<Event> {
    stretch(ofLabel: label).map { events[($0.first + 1)..<$0.last] } ?? []
  }

  /// The tokens from the first to the last of all that a label has; nil where it has none.
  public func tokensCovered(byLabel label: Int) -> Range<Int>? {
    var covered: Range<Int>?
    for last in events.indices where events[last].value == label && events[last].kind == .labelEnd {
      guard let first = start(ofLabel: label, endingAt: last),
        events[first].start < events[last].start
      else { continue }
      let known = covered ?? events[first].start..<events[last].start
      covered =
        min(known.lowerBound, events[first].start)..<max(known.upperBound, events[last].start)
    }
    return covered
  }
}
