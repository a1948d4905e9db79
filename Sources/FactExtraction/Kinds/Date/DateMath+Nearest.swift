/// Dates that a text names without their year.
extension DateMath {
  /// How many days a day of the past may lie ahead.
  ///
  /// «Власти закрыли мост с 5 марта» of the 4th of March does not mean the year before: of a day almost a year off a
  /// text gives the year.
  private static let pastAhead = 30

  /// How many days a day of the future may lie behind, in a text that came late.
  private static let futureBehind = 7

  /// A day that comes once in most years: of the past the last that is not after the reference day, of the future the
  /// first that is not before it, but for a few days.
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
      let earliest = reference.adding(days: -futureBehind) ?? reference
      for year in earliest.year...earliest.year + 8 {
        if let date = day(year), date >= earliest { return date }
      }
      return nil
    }
    let latest = reference.adding(days: tense == .past ? pastAhead : ahead) ?? reference
    for year in stride(from: latest.year, through: latest.year - 8, by: -1) {
      if let date = day(year), date <= latest { return date }
    }
    return nil
  }

  /// The day of the year beside that falls on a weekday, where the day found does not: «в среду, 21 марта» of a text of
  /// March 2007 is no day of 2008, whatever the tense.
  ///
  /// - Parameters:
  ///   - weekday: From 1 for Monday to 7; any other number says nothing.
  ///   - day: The day in a year, or nil where the year has none.
  /// - Returns: The day found where no year beside agrees either.
  static func agreeing(
    _ found: CalendarDate,
    with weekday: Int,
    near reference: CalendarDate,
    _ day: (_ year: Int) -> CalendarDate?
  ) -> CalendarDate {
    guard (1...7).contains(weekday), found.weekday != weekday else { return found }
    // From year to year the weekday moves on by one or two, so that one of the three years has it at most.
    let years = [reference.year, reference.year - 1, reference.year + 1]
    return years.lazy.compactMap(day).first { $0.weekday == weekday } ?? found
  }

  /// A part of a year without the year, as `nearest` finds a day; nil where a year has no such part.
  static func part(
    _ part: PartOfYear,
    _ number: Int,
    near reference: CalendarDate,
    _ tense: ClauseTense.Tense,
    ahead: Int
  ) -> DatePoint? {
    guard part.numbers.contains(number) else { return nil }
    let year = year(of: part.months(of: number), near: reference, tense, ahead: ahead)
    return DatePoint(checking: part.point(in: year, number))
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
