/// The days that a date covers, for tools that sort and filter.
///
///     DateCoverage(iso: "2025-01")    // 2025-01-01 to 2025-01-31, month
///     DateCoverage(iso: "2025-09/..") // 2025-09-01 to nil, month
public struct DateCoverage: Hashable, Sendable {
  /// The first day; nil for an open start and for a clock time.
  public var from: CalendarDate?
  /// The last day; nil for an open end and for a clock time.
  public var to: CalendarDate?
  /// The grain; the finer one of an interval's ends.
  public var grain: DateGrain

  /// The days of a value in ISO 8601-2; nil for a duration and for what is no date.
  public init?(iso: some StringProtocol) {
    guard let value = DateValue(iso: iso) else { return nil }
    self.init(value)
  }

  /// The days of a value; nil for a duration.
  public init?(_ value: DateValue) {
    switch value {
    case .point(let point):
      from = point.days?.first
      to = point.days?.last
      grain = point.grain
    case .interval(let start, let end):
      guard let grain = [start?.grain, end?.grain].compactMap({ $0 }).max() else { return nil }
      from = start?.days?.first
      to = end?.days?.last
      self.grain = grain
    case .duration: return nil
    }
  }
}
