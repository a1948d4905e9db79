/// How fine a date is, as the field `grain` names it.
public enum DateGrain: String, Hashable, Sendable, CaseIterable, Comparable {
  case millennium, century, decade, year, half, quarter, season, month, week, day, time

  /// Whether one grain is coarser than another.
  public static func < (left: DateGrain, right: DateGrain) -> Bool { left.order < right.order }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
