import Testing

@testable import FactExtraction

@Suite struct DateMathTests {
  static let shifts: [(String, DateGrain, Int, String?)] = [
    ("2025-10-29", .day, 0, "2025-10-29"), ("2025-10-29", .day, -1, "2025-10-28"),
    ("2025-10-29", .day, 1, "2025-10-30"), ("2025-10-31", .day, 1, "2025-11-01"),
    ("2025-01-01", .day, -1, "2024-12-31"), ("2024-02-28", .day, 1, "2024-02-29"),
    ("2025-10-29", .day, -365, "2024-10-29"), ("2025-10-29", .week, 0, "2025-W44"),
    ("2025-10-29", .week, -1, "2025-W43"), ("2024-12-30", .week, 0, "2025-W01"),
    ("2021-01-01", .week, 0, "2020-W53"), ("2025-12-28", .week, 1, "2026-W01"),
    ("2025-10-29", .month, 0, "2025-10"), ("2025-10-29", .month, -1, "2025-09"),
    ("2025-10-29", .month, 3, "2026-01"), ("2025-01-31", .month, 1, "2025-02"),
    ("2025-01-31", .month, -1, "2024-12"), ("2025-10-29", .month, -22, "2023-12"),
    ("2025-10-29", .quarter, 0, "2025-36"), ("2025-10-29", .quarter, 1, "2026-33"),
    ("2025-03-31", .quarter, -1, "2024-36"), ("2025-10-29", .half, 0, "2025-41"),
    ("2025-10-29", .half, -1, "2025-40"), ("2025-06-30", .half, -1, "2024-41"),
    ("2025-10-29", .season, 0, "2025-23"), ("2025-10-29", .season, 1, "2025-24"),
    ("2025-01-15", .season, 0, "2024-24"), ("2025-12-01", .season, 0, "2025-24"),
    ("2025-03-01", .season, 0, "2025-21"), ("2025-03-01", .season, -1, "2024-24"),
    ("2025-10-29", .year, 0, "2025"), ("2025-10-29", .year, -1, "2024"),
    ("2025-10-29", .decade, 0, "202X"), ("2025-10-29", .decade, -3, "199X"),
    ("2025-10-29", .century, 0, "20XX"), ("2025-10-29", .century, -1, "19XX"),
    ("2025-10-29", .time, 0, nil), ("2025-10-29", .year, 8000, nil),
    ("2025-10-29", .day, -800_000, nil), ("2025-10-29", .month, .max, nil),
    ("2025-10-29", .week, .min, nil), ("0001-01-01", .day, -1, nil), ("9999-12-31", .day, 1, nil),
  ]

  @Test(arguments: shifts)
  func `a shift counts in the grain it is given`(
    reference: String,
    grain: DateGrain,
    steps: Int,
    expected: String?
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    #expect(DateMath.shift(reference, grain, steps)?.description == expected)
  }

  /// From Wednesday, the 29th of October 2025.
  static let weekdays: [(Int, DateMath.WeekdayDirection, String?)] = [
    (1, .near, "2025-10-27"), (3, .near, "2025-10-29"), (4, .near, "2025-10-23"),
    (7, .near, "2025-10-26"), (1, .last, "2025-10-27"), (3, .last, "2025-10-22"),
    (5, .last, "2025-10-24"), (1, .this, "2025-10-27"), (3, .this, "2025-10-29"),
    (7, .this, "2025-11-02"), (1, .next, "2025-11-03"), (3, .next, "2025-11-05"),
    (4, .next, "2025-10-30"), (3, .coming, "2025-10-29"), (2, .coming, "2025-11-04"),
    (7, .coming, "2025-11-02"), (1, .weekAfter, "2025-11-03"), (7, .weekAfter, "2025-11-09"),
    (1, .weekBefore, "2025-10-20"), (7, .weekBefore, "2025-10-26"), (0, .near, nil),
    (8, .near, nil), (-1, .next, nil),
  ]

  @Test(arguments: weekdays)
  func `a weekday is found in its direction`(
    weekday: Int,
    direction: DateMath.WeekdayDirection,
    expected: String?
  ) throws {
    let reference = try #require(CalendarDate(iso: "2025-10-29"))
    let found = DateMath.weekday(reference, weekday, direction)
    #expect(found?.description == expected)
    if let found { #expect(found.weekday == weekday) }
  }

  static let days: [(day: Int, month: Int, reference: String, ahead: Int, expected: String?)] = [
    (20, 10, "2025-10-29", 0, "2025-10-20"), (29, 10, "2025-10-29", 0, "2025-10-29"),
    (30, 10, "2025-10-29", 0, "2024-10-30"), (1, 11, "2025-10-29", 0, "2024-11-01"),
    (1, 11, "2025-10-29", 30, "2025-11-01"), (25, 12, "2025-10-29", 30, "2024-12-25"),
    (1, 1, "2025-12-25", 30, "2026-01-01"), (31, 12, "2025-01-01", 0, "2024-12-31"),
    (29, 2, "2025-10-29", 0, "2024-02-29"), (29, 2, "1903-01-01", 0, "1896-02-29"),
    (30, 2, "2025-10-29", 0, nil), (32, 8, "2025-10-29", 0, nil), (0, 8, "2025-10-29", 0, nil),
    (1, 13, "2025-10-29", 0, nil), (1, 0, "2025-10-29", 0, nil), (5, 5, "0001-01-01", 0, nil),
    (5, 5, "9999-01-01", 366, "9998-05-05"),
  ]

  @Test(arguments: days)
  func `a day without a year is the nearest one that is not later`(
    day: Int,
    month: Int,
    reference: String,
    ahead: Int,
    expected: String?
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    let found = DateMath.nearest(reference, .present, ahead: ahead) {
      CalendarDate(year: $0, month: month, day: day)
    }
    #expect(found?.description == expected)
  }

  /// Found by the tense, the weekday beside it, and what is meant from Friday, the 23rd of March 2007.
  static let agreeing: [(found: String, weekday: Int, expected: String)] = [
    ("2008-03-21", 3, "2007-03-21"), ("2006-03-28", 3, "2007-03-28"),
    ("2007-03-21", 3, "2007-03-21"), ("2007-03-21", 2, "2006-03-21"),
    ("2007-03-21", 5, "2008-03-21"), ("2007-03-21", 1, "2007-03-21"),
    ("2008-03-21", 0, "2008-03-21"), ("2008-03-21", 8, "2008-03-21"),
    ("2008-02-29", 5, "2008-02-29"), ("2008-02-29", 1, "2008-02-29"),
  ]

  @Test(arguments: agreeing)
  func `a weekday chooses the year in which it agrees`(
    found: String,
    weekday: Int,
    expected: String
  ) throws {
    let reference = try #require(CalendarDate(iso: "2007-03-23"))
    let found = try #require(CalendarDate(iso: found))
    let agreeing = DateMath.agreeing(found, with: weekday, near: reference) {
      CalendarDate(year: $0, month: found.month, day: found.day)
    }
    #expect(agreeing.description == expected)
  }

  static let months: [(Int, Int, String?)] = [
    (10, 0, "2025-10"), (9, 0, "2025-09"), (1, 0, "2025-01"), (11, 0, "2024-11"),
    (12, 0, "2024-12"), (11, 1, "2025-11"), (1, 3, "2026-01"), (13, 0, nil), (0, 0, nil),
  ]

  @Test(arguments: months)
  func `a month without a year is the nearest one that is not later`(
    month: Int,
    ahead: Int,
    expected: String?
  ) throws {
    let reference = try #require(CalendarDate(iso: "2025-10-29"))
    let found = DateMath.part(.month, month, near: reference, .present, ahead: ahead)
    #expect(found?.description == expected)
  }

  static let tenses: [(day: Int, month: Int, reference: String, past: String?, future: String?)] = [
    (20, 10, "2025-10-29", "2025-10-20", "2026-10-20"),
    (29, 10, "2025-10-29", "2025-10-29", "2025-10-29"),
    (3, 2, "2025-10-29", "2025-02-03", "2026-02-03"),
    (28, 11, "2025-10-29", "2025-11-28", "2025-11-28"),
    (29, 11, "2025-10-29", "2024-11-29", "2025-11-29"),
    (22, 10, "2025-10-29", "2025-10-22", "2025-10-22"),
    (21, 10, "2025-10-29", "2025-10-21", "2026-10-21"),
    (29, 2, "2025-10-29", "2024-02-29", "2028-02-29"),
    (31, 12, "9999-12-31", "9999-12-31", "9999-12-31"), (1, 1, "9999-12-31", "9999-01-01", nil),
  ]

  @Test(arguments: tenses)
  func `the tense decides where a day without a year lies`(
    day: Int,
    month: Int,
    reference: String,
    past: String?,
    future: String?
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    func found(_ tense: ClauseTense.Tense) -> String? {
      DateMath.nearest(reference, tense, ahead: 150) {
        CalendarDate(year: $0, month: month, day: day)
      }?.description
    }
    #expect(found(.past) == past)
    #expect(found(.future) == future)
  }

  static let leaningMonths: [(Int, ClauseTense.Tense, String)] = [
    (5, .past, "2025-05"), (5, .future, "2026-05"), (10, .past, "2025-10"),
    (10, .future, "2025-10"), (12, .past, "2024-12"), (12, .future, "2025-12"),
    (11, .present, "2025-11"), (3, .present, "2025-03"),
  ]

  @Test(arguments: leaningMonths)
  func `the tense decides where a month lies`(
    month: Int,
    tense: ClauseTense.Tense,
    expected: String
  ) throws {
    let reference = try #require(CalendarDate(iso: "2025-10-29"))
    #expect(DateMath.part(.month, month, near: reference, tense, ahead: 4)?.description == expected)
  }

  static let seasons: [(Int, ClauseTense.Tense, String, String)] = [
    (1, .past, "2025-10-29", "2025-21"), (1, .future, "2025-10-29", "2026-21"),
    (3, .past, "2025-10-29", "2025-23"), (3, .future, "2025-10-29", "2025-23"),
    (4, .past, "2025-10-29", "2024-24"), (4, .future, "2025-10-29", "2025-24"),
    (4, .present, "2025-10-29", "2025-24"), (4, .future, "2025-01-15", "2024-24"),
    (4, .past, "2025-01-15", "2024-24"), (4, .future, "2025-03-01", "2025-24"),
    (1, .present, "2025-01-15", "2025-21"), (2, .present, "2025-01-15", "2024-22"),
  ]

  @Test(arguments: seasons)
  func `the tense decides where a season lies`(
    season: Int,
    tense: ClauseTense.Tense,
    reference: String,
    expected: String
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    #expect(
      DateMath.part(.season, season, near: reference, tense, ahead: 4)?.description == expected
    )
  }

  static let quarters:
    [(quarter: Int, tense: ClauseTense.Tense, reference: String, expected: String)] =
      [
        (3, .past, "2025-08-01", "2025-35"), (3, .past, "2025-07-31", "2024-35"),
        (4, .past, "2025-01-20", "2024-36"), (1, .future, "2025-03-31", "2025-33"),
        (1, .future, "2025-04-01", "2026-33"), (4, .present, "2025-08-22", "2025-36"),
        (4, .present, "2025-05-22", "2024-36"),
      ]

  @Test(arguments: quarters)
  func `the tense decides where a quarter lies`(
    quarter: Int,
    tense: ClauseTense.Tense,
    reference: String,
    expected: String
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    #expect(
      DateMath.part(.quarter, quarter, near: reference, tense, ahead: 4)?.description == expected
    )
  }

  static let halves: [(half: Int, tense: ClauseTense.Tense, reference: String, expected: String)] =
    [
      (1, .past, "2025-03-01", "2025-40"), (1, .past, "2025-02-28", "2024-40"),
      (2, .past, "2025-08-22", "2024-41"), (2, .future, "2025-08-22", "2025-41"),
      (1, .future, "2025-08-22", "2026-40"),
    ]

  @Test(arguments: halves)
  func `the tense decides where a half of a year lies`(
    half: Int,
    tense: ClauseTense.Tense,
    reference: String,
    expected: String
  ) throws {
    let reference = try #require(CalendarDate(iso: reference))
    #expect(DateMath.part(.half, half, near: reference, tense, ahead: 4)?.description == expected)
  }

  static let places: [(weekday: Int, place: Int, year: Int, month: Int, expected: String?)] = [
    (7, 3, 2026, 9, "2026-09-20"), (7, -1, 2025, 5, "2025-05-25"), (1, 1, 2025, 9, "2025-09-01"),
    (6, 5, 2025, 11, "2025-11-29"), (5, 5, 2025, 11, nil), (5, 0, 2025, 11, nil),
    (8, 1, 2025, 11, nil), (4, -2, 2024, 2, "2024-02-22"),
  ]

  @Test(arguments: places)
  func `a weekday of a month is found by its place`(
    weekday: Int,
    place: Int,
    year: Int,
    month: Int,
    expected: String?
  ) {
    let found = DateMath.weekday(weekday, place: place, year: year, month: month)
    #expect(found?.description == expected)
  }

  @Test(arguments: [
    (1916, "1916-04-23"), (2000, "2000-04-30"), (2016, "2016-05-01"), (2023, "2023-04-16"),
    (2024, "2024-05-05"), (2025, "2025-04-20"), (2026, "2026-04-12"),
  ])
  func `Easter is that of the Orthodox church`(year: Int, expected: String) throws {
    let easter = try #require(DateMath.easter(of: year))
    #expect(easter.description == expected)
    #expect(easter.weekday == 7)
  }

  @Test func `each day of the calendar has its number and its weekday`() throws {
    var expected = 1
    var weekday = 1
    for year in 1...9999 {
      // Whole years at the ends and around the reforms of leap years, the first of each month elsewhere.
      let isDense = year < 500 || year > 9_600 || (1890...2110).contains(year)
      for month in 1...12 {
        let length = CalendarDate.days(inMonth: month, of: year)
        for day in 1...(isDense ? length : 1) {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          guard date.dayNumber == expected + day - 1,
            CalendarDate(dayNumber: date.dayNumber) == date,
            date.weekday == (weekday + day - 2) % 7 + 1
          else {
            Issue.record("\(date) is day \(date.dayNumber), weekday \(date.weekday)")
            return
          }
        }
        expected += length
        weekday = (weekday + length - 1) % 7 + 1
      }
    }
    #expect(CalendarDate(dayNumber: expected) == nil)
    #expect(CalendarDate(dayNumber: 0) == nil)
    #expect(try #require(CalendarDate(iso: "2025-10-29")).weekday == 3)
    #expect(try #require(CalendarDate(iso: "1970-01-01")).dayNumber == 719_163)
  }

  @Test func `a week has the days that it numbers`() throws {
    for number in stride(from: 1, to: 3_652_059, by: 97) {
      let date = try #require(CalendarDate(dayNumber: number))
      let week = date.isoWeek
      guard let days = DatePoint.week(year: week.year, week.week).days else {
        // The days before the first Monday of all belong to the year 0.
        #expect(week.year == 0 || week.year > 9999)
        continue
      }
      #expect(days.first <= date && date <= days.last)
    }
  }
}
