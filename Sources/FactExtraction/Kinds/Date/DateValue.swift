/// What the field `iso` of a date fact may be: a date, a duration or an interval.
///
///     DateValue(iso: "2025-09/..")?.description  // "2025-09/.."
///     DateValue(iso: "2025-09-31")               // nil: there is no such day
public enum DateValue: Hashable, Sendable {
  /// A date of any grain.
  case point(DatePoint)
  /// A length of time.
  case duration(DateDuration)
  /// From one date to another; nil where an end is open. One end at least is there.
  case interval(DatePoint?, DatePoint?)

  /// Makes an interval, or nil where its end is before its start or both are open.
  public init?(from start: DatePoint?, to end: DatePoint?) {
    guard start != nil || end != nil else { return nil }
    // «С 22:00 до 6:00» runs over midnight, so only days have an order.
    if let first = start?.days?.first, let last = end?.days?.last, last < first { return nil }
    self = .interval(start, end)
  }

  /// Reads a value in ISO 8601-2, or ISO 8601 for times and durations.
  public init?(iso: some StringProtocol) {
    // Most dates are a day.
    if iso.utf8.count == 10, let day = CalendarDate(iso: String(iso)) {
      self = .point(.day(day))
      return
    }
    if iso.utf8.first == UInt8(ascii: "P") {
      guard let duration = DateDuration(iso: iso) else { return nil }
      self = .duration(duration)
      return
    }
    guard iso.utf8.contains(UInt8(ascii: "/")) else {
      guard let point = DatePoint(iso: iso) else { return nil }
      self = .point(point)
      return
    }
    let ends = iso.split(separator: "/", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return nil }
    let start = DatePoint(iso: ends[0])
    let end = DatePoint(iso: ends[1])
    guard start != nil || ends[0] == "..", end != nil || ends[1] == ".." else { return nil }
    self.init(from: start, to: end)
  }
}

extension DateValue: CustomStringConvertible {
  /// The value as the field `iso` has it.
  public var description: String {
    switch self {
    case .point(let point): point.description
    case .duration(let duration): duration.description
    case .interval(let start, let end):
      "\(start?.description ?? "..")/\(end?.description ?? "..")"
    }
  }
}
