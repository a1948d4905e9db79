extension CalendarDate: Comparable {
  /// The day as a number, 1 for the first of January of the year 1 in the Gregorian calendar carried backwards.
  public var dayNumber: Int {
    // Years begin in March, so that the day that comes and goes is the last one.
    let shifted = month > 2 ? year : year - 1
    let fromMarch = (month + 9) % 12
    let before = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400
    return before + (fromMarch * 153 + 2) / 5 + day - 306
  }

  /// Makes the day with a number, or nil outside the years 1 to 9999.
  public init?(dayNumber: Int) {
    guard (1...3_652_059).contains(dayNumber) else { return nil }
    // Not before the day's year, and at most two years after it.
    var year = (dayNumber * 400) / 146_097 + 2
    guard var first = CalendarDate(year: min(year, 9999), month: 1, day: 1) else { return nil }
    while first.dayNumber > dayNumber, let before = CalendarDate(year: year - 1, month: 1, day: 1) {
      year -= 1
      first = before
    }
    year = first.year
    var rest = dayNumber - first.dayNumber
    for month in 1...12 {
      let days = Self.days(inMonth: month, of: year)
      if rest < days {
        self.init(year: year, month: month, day: rest + 1)
        return
      }
      rest -= days
    }
    return nil
  }

  /// The day of the week, 1 for Monday to 7 for Sunday.
  public var weekday: Int { (dayNumber + 6) % 7 + 1 }

  /// The day some days later, or earlier for a negative number; nil outside the calendar.
  public func adding(days: Int) -> CalendarDate? {
    let (number, overflow) = dayNumber.addingReportingOverflow(days)
    return overflow ? nil : CalendarDate(dayNumber: number)
  }

  /// Whether one day is before another.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }
}

extension CalendarDate {
  /// The week of ISO 8601 that the day is in, with the year that the week belongs to.
  ///
  ///     CalendarDate(iso: "2024-12-30")?.isoWeek  // (2025, 1)
  public var isoWeek: (year: Int, week: Int) {
    // A week belongs to the year of its Thursday.
    let thursday = dayNumber - weekday + 4
    let owner = CalendarDate(dayNumber: thursday)?.year ?? (thursday < 1 ? 0 : 10_000)
    let first = CalendarDate.firstMonday(of: owner)
    return (owner, (dayNumber - first) / 7 + 1)
  }

  /// The day number of the Monday of the first week of a year.
  static func firstMonday(of year: Int) -> Int {
    // The fourth of January is always in week 1.
    let before = year - 1
    let fourth = before * 365 + before / 4 - before / 100 + before / 400 + 4
    return fourth - (fourth + 6) % 7
  }

  /// The number of weeks of a year, 52 or 53.
  static func weeks(of year: Int) -> Int { (firstMonday(of: year + 1) - firstMonday(of: year)) / 7 }
}
