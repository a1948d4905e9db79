/// Dates that a text gives relative to the day it was written.
public enum DateMath {
  /// Which of the days with a name is meant.
  public enum WeekdayDirection: String, Hashable, Sendable, CaseIterable {
    /// The nearest one before the reference day: «в прошлую среду».
    case last
    /// The nearest one after the reference day: «в следующую среду».
    case next
    /// The one in the week of the reference day, Monday to Sunday: «в эту среду».
    case this
    /// The reference day itself or the nearest one before it: «в среду» in a report.
    case near
  }

  /// The date of a grain some steps from the one that holds the reference day.
  ///
  ///     // 2025-10-29
  ///     shift(reference, .day, -1)   // «вчера»: 2025-10-28
  ///     shift(reference, .year, 0)   // «в этом году»: 2025
  ///     shift(reference, .week, -1)  // «на прошлой неделе»: 2025-W43
  ///
  /// - Returns: nil outside the calendar, and for clock times.
  public static func shift(
    _ reference: CalendarDate,
    _ grain: DateGrain,
    _ steps: Int
  ) -> DatePoint? {
    // No text means a step beyond this, and sums stay far from overflow.
    guard (-4_000_000...4_000_000).contains(steps) else { return nil }
    let year = reference.year
    switch grain {
    case .day: return reference.adding(days: steps).map { .day($0) }
    case .week:
      guard let day = reference.adding(days: steps * 7) else { return nil }
      return DatePoint(checking: .week(year: day.isoWeek.year, day.isoWeek.week))
    case .month:
      let (year, part) = part(of: year, reference.month - 1 + steps, parts: 12)
      return DatePoint(checking: .month(year: year, part))
    case .quarter:
      let (year, part) = part(of: year, (reference.month - 1) / 3 + steps, parts: 4)
      return DatePoint(checking: .quarter(year: year, part))
    case .half:
      let (year, part) = part(of: year, (reference.month - 1) / 6 + steps, parts: 2)
      return DatePoint(checking: .half(year: year, part))
    case .season:
      // January and February are in the winter that began in the year before.
      let (year, part) = part(of: year, (reference.month + 9) / 3 - 4 + steps, parts: 4)
      return DatePoint(checking: .season(year: year, part))
    case .year: return DatePoint(checking: .year(year + steps))
    case .decade: return DatePoint(checking: .decade(floored(year, 10) + steps))
    case .century: return DatePoint(checking: .century(floored(year, 100) + steps))
    case .time: return nil
    }
  }

  /// The day of the week, 1 for Monday to 7, that a direction leads to; nil for other numbers.
  public static func weekday(
    _ reference: CalendarDate,
    _ weekday: Int,
    _ direction: WeekdayDirection
  ) -> CalendarDate? {
    guard (1...7).contains(weekday) else { return nil }
    let difference = weekday - reference.weekday
    let back = difference > 0 ? difference - 7 : difference
    switch direction {
    case .near: return reference.adding(days: back)
    case .last: return reference.adding(days: back == 0 ? -7 : back)
    case .this: return reference.adding(days: difference)
    case .next: return reference.adding(days: difference <= 0 ? difference + 7 : difference)
    }
  }

  /// The day of a month without a year: the nearest one that is not after the reference day.
  ///
  /// - Parameters:
  ///   - ahead: the number of days that the day may lie after the reference day all the same. An announcement of the
  ///     29th of October with the words «1 ноября» does not mean the year before.
  /// - Returns: nil where no year has such a day.
  public static func day(
    _ day: Int,
    ofMonth month: Int,
    near reference: CalendarDate,
    ahead: Int = 0
  ) -> CalendarDate? {
    guard (1...12).contains(month) else { return nil }
    let latest = reference.adding(days: max(0, min(ahead, 366))) ?? reference
    // The 29th of February may be eight years back, around a year like 1900.
    for year in stride(from: latest.year, through: max(1, latest.year - 8), by: -1) {
      if let date = CalendarDate(year: year, month: month, day: day), date <= latest { return date }
    }
    return nil
  }

  /// A month without a year: that of the reference day or the nearest one before it.
  ///
  /// - Parameters:
  ///   - ahead: the number of months that it may lie after the reference day all the same.
  public static func month(
    _ month: Int,
    near reference: CalendarDate,
    ahead: Int = 0
  ) -> DatePoint? {
    guard (1...12).contains(month) else { return nil }
    let latest = reference.year * 12 + reference.month + max(0, min(ahead, 11))
    let year = (latest - month) / 12
    return DatePoint(checking: .month(year: year, month))
  }

  /// The year and the number from 1 of a part of a year that is counted from 0.
  private static func part(of year: Int, _ index: Int, parts: Int) -> (Int, Int) {
    let years = floored(index, parts)
    return (year + years, index - years * parts + 1)
  }

  /// The quotient rounded down.
  private static func floored(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }
}
