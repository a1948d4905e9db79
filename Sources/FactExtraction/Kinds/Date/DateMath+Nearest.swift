/// Dates that a text names without their year.
extension DateMath {
  /// A day that comes once in most years: of the past the last that is not after the reference day, of the future the
  /// first that is not before it.
  ///
  /// - Parameters:
  ///   - tense: Where it is the present, the day is taken as past unless it lies a little ahead.
  ///   - ahead: The number of days that it may then lie ahead. An announcement of the 29th of October with the words
  ///     «1 ноября» does not mean the year before.
  ///   - day: The day in a year, or nil where the year has none.
  /// - Returns: nil where no year near has such a day.
  static func nearest(
    _ reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int,
    _ day: (_ year: Int) -> CalendarDate?
  ) -> CalendarDate? {
    // The 29th of February may be eight years off, around a year like 1900.
    if tense == .future {
      for year in reference.year...reference.year + 8 {
        if let date = day(year), date >= reference { return date }
      }
      return nil
    }
    let latest = tense == .past ? reference : reference.adding(days: ahead) ?? reference
    for year in stride(from: latest.year, through: latest.year - 8, by: -1) {
      if let date = day(year), date <= latest { return date }
    }
    return nil
  }

  /// A month without a year, as `nearest` finds a day.
  static func month(
    _ month: Int,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> DatePoint? {
    guard (1...12).contains(month) else { return nil }
    let year = year(of: month...month, near: reference, tense, ahead: ahead)
    return DatePoint(checking: .month(year: year, month))
  }

  /// A quarter without a year, 1 to 4, as `nearest` finds a day; one counts as past from its second month on.
  static func quarter(
    _ quarter: Int,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> DatePoint? {
    guard (1...4).contains(quarter) else { return nil }
    let year = year(of: quarter * 3 - 1...quarter * 3, near: reference, tense, ahead: ahead)
    return DatePoint(checking: .quarter(year: year, quarter))
  }

  /// A half of a year without the year, 1 or 2, as `nearest` finds a day; one counts as past from its third month on.
  static func half(
    _ half: Int,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> DatePoint? {
    guard (1...2).contains(half) else { return nil }
    let year = year(of: half * 6 - 3...half * 6, near: reference, tense, ahead: ahead)
    return DatePoint(checking: .half(year: year, half))
  }

  /// A season without a year, 1 for spring to 4 for winter, as `nearest` finds a day; one that has begun counts as past
  /// and, while it lasts, as to come.
  static func season(
    _ season: Int,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> DatePoint? {
    guard (1...4).contains(season) else { return nil }
    // The winter ends in the month 14.
    let months = season * 3...season * 3 + 2
    let year = year(of: months, near: reference, tense, ahead: ahead)
    return DatePoint(checking: .season(year: year, season))
  }

  /// The year in which some months, counted from its January, are meant: in the past the last that have begun, in the future
  /// the first that are not over.
  private static func year(
    of months: ClosedRange<Int>,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> Int {
    let count = reference.year * 12 + reference.month
    return switch tense {
    case .past: (count - months.lowerBound) / 12
    case .present: (count + ahead - months.lowerBound) / 12
    case .future: (count - months.upperBound + 11) / 12
    }
  }
}
