extension MatchPath {
  /// The places of the events that begin and end the first stretch of a label that is not empty.
  private func stretch(ofLabel label: Int) -> (first: Int, last: Int)? {
    let events = all.span.extracting(places)
    let label = Int32(truncatingIfNeeded: label)
    for last in events.indices
    where events[last].storedValue == label && events[last].kind == .labelEnd {
      guard let first = Self.start(of: events, label, endingAt: last),
        events[first].storedStart < events[last].storedStart
      else { continue }
      return (places.lowerBound + first, places.lowerBound + last)
    }
    return nil
  }

  /// The place of the event that begins the stretch of a label which ends at an event.
  private static func start(of events: Span<Event>, _ label: Int32, endingAt last: Int) -> Int? {
    var inner = 0
    var place = last
    while place > 0 {
      place -= 1
      guard events[place].storedValue == label else { continue }
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
    while place > places.lowerBound {
      place -= 1
      switch all[place].kind {
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
    places.first { place in
      guard all[place].kind == .agreementEnd, tokens.upperBound <= all[place].start,
        let start = groupStart(endingAt: place)
      else { return false }
      return all[start].start <= tokens.lowerBound
    }
  }

  /// The tokens of the first stretch of a label that is not empty.
  public func tokens(ofLabel label: Int) -> Range<Int>? {
    stretch(ofLabel: label).map { all[$0.first].start..<all[$0.last].start }
  }

  /// The events inside the first stretch of a label that is not empty.
  public func events(ofLabel label: Int) -> ArraySlice<Event> {
    stretch(ofLabel: label).map { all[($0.first + 1)..<$0.last] } ?? []
  }

  /// The ways that have one part each of those that a label has; parts without tokens count for none.
  public func parts(ofLabel label: Int) -> [MatchPath] {
    let events = all.span.extracting(places)
    let label = Int32(truncatingIfNeeded: label)
    func isEdge(_ event: Event) -> Bool {
      event.storedValue == label && (event.kind == .labelStart || event.kind == .labelEnd)
    }
    var parts: [MatchPath] = []
    for last in events.indices where events[last].kind == .labelEnd && isEdge(events[last]) {
      guard let first = Self.start(of: events, label, endingAt: last),
        events[first].storedStart < events[last].storedStart
      else { continue }
      var kept: [Event] = []
      kept.reserveCapacity(events.count)
      for place in events.indices
      where place == first || place == last || !isEdge(events[place]) {
        kept.append(events[place])
      }
      parts.append(MatchPath(events: kept))
    }
    return parts
  }

  /// The tokens from the first to the last of all that a label has; nil where it has none.
  public func tokensCovered(byLabel label: Int) -> Range<Int>? {
    let events = all.span.extracting(places)
    let label = Int32(truncatingIfNeeded: label)
    var covered: Range<Int>?
    for last in events.indices
    where events[last].storedValue == label && events[last].kind == .labelEnd {
      guard let first = Self.start(of: events, label, endingAt: last),
        events[first].storedStart < events[last].storedStart
      else { continue }
      let (start, end) = (events[first].start, events[last].start)
      let known = covered ?? start..<end
      covered = min(known.lowerBound, start)..<max(known.upperBound, end)
    }
    return covered
  }
}
