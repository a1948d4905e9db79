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
    /// The reference day itself or the nearest one after it: «в среду» of what will be.
    case coming
    /// The one in the week after that of the reference day: «в среду на следующей неделе».
    case weekAfter = "week_after"
    /// The one in the week before that of the reference day: «в среду на прошлой неделе».
    case weekBefore = "week_before"
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
    case .year:
      // What is counted from today so far back is no year of our era, and hardly meant to the year.
      return year + steps > 0 ? DatePoint(checking: .year(year + steps)) : nil
    case .decade: return DatePoint(checking: .decade(floored(year, 10) + steps))
    case .millennium: return DatePoint(checking: .millennium(floored(year, 1000) + steps))
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
    case .coming: return reference.adding(days: back == 0 ? 0 : back + 7)
    case .last: return reference.adding(days: back == 0 ? -7 : back)
    case .this: return reference.adding(days: difference)
    case .weekAfter: return reference.adding(days: difference + 7)
    case .weekBefore: return reference.adding(days: difference - 7)
    case .next: return reference.adding(days: difference <= 0 ? difference + 7 : difference)
    }
  }

  /// A weekday of a month by its place, 1 for the first, -1 for the last; nil where the month has none.
  ///
  ///     weekday(7, place: 3, year: 2026, month: 9)  // 2026-09-20
  static func weekday(_ weekday: Int, place: Int, year: Int, month: Int) -> CalendarDate? {
    guard (1...7).contains(weekday), (1...12).contains(month), place != 0 else { return nil }
    let length = CalendarDate.days(inMonth: month, of: year)
    let days = (1...length).compactMap { CalendarDate(year: year, month: month, day: $0) }
      .filter { $0.weekday == weekday }
    let index = place > 0 ? place - 1 : days.count + place
    return days.indices.contains(index) ? days[index] : nil
  }

  /// Easter Sunday of the Orthodox church, by the rule of Meeus for the Julian calendar.
  ///
  ///     easter(of: 2025)  // 2025-04-20
  static func easter(of year: Int) -> CalendarDate? {
    guard (1...9999).contains(year) else { return nil }
    let (a, b, c) = (year % 4, year % 7, year % 19)
    let d = (19 * c + 15) % 30
    let e = (2 * a + 4 * b - d + 34) % 7
    let march = d + e + 114
    // The Julian calendar is behind by as many days as leap days were left out.
    let behind = year / 100 - year / 400 - 2
    return CalendarDate(year: year, month: march / 31, day: 1)?
      .adding(days: march % 31 + behind)
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
