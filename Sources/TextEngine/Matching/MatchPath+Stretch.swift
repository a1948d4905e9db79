extension MatchPath {
  /// The places of the events that begin and end the first stretch of a label that is not empty.
  private func stretch(ofLabel label: Int) -> (first: Int, last: Int)? {
    for last in places where all[last].value == label && all[last].kind == .labelEnd {
      guard let first = start(ofLabel: label, endingAt: last),
        all[first].start < all[last].start
      else { continue }
      return (first, last)
    }
    return nil
  }

  /// The place of the event that begins the stretch of a label which ends at an event.
  private func start(ofLabel label: Int, endingAt last: Int) -> Int? {
    var inner = 0
    var place = last
    while place > places.lowerBound {
      place -= 1
      guard all[place].value == label else { continue }
      if all[place].kind == .labelEnd { inner += 1 }
      guard all[place].kind == .labelStart else { continue }
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

  /// The tokens from the first to the last of all that a label has; nil where it has none.
  public func tokensCovered(byLabel label: Int) -> Range<Int>? {
    var covered: Range<Int>?
    for last in places where all[last].value == label && all[last].kind == .labelEnd {
      guard let first = start(ofLabel: label, endingAt: last),
        all[first].start < all[last].start
      else { continue }
      let known = covered ?? all[first].start..<all[last].start
      covered =
        min(known.lowerBound, all[first].start)..<max(known.upperBound, all[last].start)
    }
    return covered
  }
}
