/// One date of any grain: a day, a year, a quarter, a clock time.
///
/// The text form is that of ISO 8601-2 (EDTF); only values that exist can be made.
public enum DatePoint: Hashable, Sendable {
  /// A millennium by its first digit: 1 is `1XXX`, the second.
  case millennium(Int)
  /// A millennium before our era by its first digit: 2 is `-2XXX`, the third before it.
  case millenniumBefore(Int)
  /// A century by its first two digits: 19 is `19XX`, the twentieth century.
  case century(Int)
  /// A century before our era by its first two digits: 2 is `-02XX`, the third before it.
  case centuryBefore(Int)
  /// A decade by its first three digits: 196 is `196X`.
  case decade(Int)
  /// A year, -9999 to 9999; 0 is the last before our era, as astronomers count.
  case year(Int)
  /// A half of a year: `2025-40`, `2025-41`.
  case half(year: Int, Int)
  /// A quarter of a year: `2025-33` to `2025-36`.
  case quarter(year: Int, Int)
  /// A season, 1 for spring to 4 for winter: `2025-21` to `2025-24`.
  case season(year: Int, Int)
  /// A month: `2025-10`.
  case month(year: Int, Int)
  /// A week of ISO 8601: `2025-W48`.
  case week(year: Int, Int)
  /// A day: `2025-10-29`.
  case day(CalendarDate)
  /// A clock time of a day: `2025-10-29T10:30`.
  case dateTime(CalendarDate, ClockTime)
  /// A clock time: `T10:30`.
  case time(ClockTime)
}

extension DatePoint {
  /// How fine the date is.
  public var grain: DateGrain {
    switch self {
    case .millennium, .millenniumBefore: .millennium
    case .century, .centuryBefore: .century
    case .decade: .decade
    case .year: .year
    case .half: .half
    case .quarter: .quarter
    case .season: .season
    case .month: .month
    case .week: .week
    case .day: .day
    case .dateTime, .time: .time
    }
  }

  /// The first and last day, or nil for a clock time without a day.
  ///
  /// The winter of a year begins in its December and ends in the next February.
  public var days: (first: CalendarDate, last: CalendarDate)? {
    switch self {
    case .millennium(let number): Self.months(number * 1000, 1, number * 1000 + 999, 12)
    case .millenniumBefore(let number): Self.years(-number * 1000 - 999, -number * 1000)
    case .century(let century): Self.months(century * 100, 1, century * 100 + 99, 12)
    case .centuryBefore(let century): Self.years(-century * 100 - 99, -century * 100)
    case .decade(let decade): Self.months(decade * 10, 1, decade * 10 + 9, 12)
    case .year(let year): Self.years(year, year)
    case .half(let year, let half): Self.months(year, half * 6 - 5, year, half * 6)
    case .quarter(let year, let quarter): Self.months(year, quarter * 3 - 2, year, quarter * 3)
    case .season(let year, let season):
      season == 4
        ? Self.months(year, 12, year + 1, 2) : Self.months(year, season * 3, year, season * 3 + 2)
    case .month(let year, let month): Self.months(year, month, year, month)
    case .week(let year, let week): Self.week(year, week)
    case .day(let date), .dateTime(let date, _): (date, date)
    case .time: nil
    }
  }

  private static func years(_ first: Int, _ last: Int) -> (first: CalendarDate, last: CalendarDate)?
  {
    guard let first = CalendarDate(astronomicalYear: first, month: 1, day: 1),
      let last = CalendarDate(astronomicalYear: last, month: 12, day: 31)
    else { return nil }
    return (first, last)
  }

  private static func months(
    _ firstYear: Int,
    _ firstMonth: Int,
    _ lastYear: Int,
    _ lastMonth: Int
  ) -> (first: CalendarDate, last: CalendarDate)? {
    // The first century and the last winter reach beyond the calendar.
    let clamped = lastYear > 9999 ? (year: 9999, month: 12) : (year: lastYear, month: lastMonth)
    guard (1...12).contains(clamped.month),
      let first = CalendarDate(year: max(firstYear, 1), month: firstMonth, day: 1),
      let last = CalendarDate(
        year: clamped.year,
        month: clamped.month,
        day: CalendarDate.days(inMonth: clamped.month, of: clamped.year)
      )
    else { return nil }
    return (first, last)
  }

  private static func week(_ year: Int, _ week: Int) -> (first: CalendarDate, last: CalendarDate)? {
    let monday = CalendarDate.firstMonday(of: year) + (week - 1) * 7
    guard
      let first = CalendarDate(dayNumber: max(monday, 1)),
      let last = CalendarDate(dayNumber: min(monday + 6, 3_652_059))
    else { return nil }
    return (first, last)
  }
}
