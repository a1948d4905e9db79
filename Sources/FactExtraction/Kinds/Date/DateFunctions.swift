import TextEngine

/// The functions of `emit` that make dates.
///
/// Their values are texts in ISO 8601-2; a relative date without a document's date is unknown, an impossible date, such
/// as the 32nd of August, makes the match no fact.
struct DateFunctions {
  typealias Value = FactEmitter.Value

  private let arguments: [FieldValue]
  private let reference: CalendarDate?

  /// The value of a function.
  static func evaluate(
    _ function: EmitFunction,
    _ arguments: [FieldValue],
    reference: CalendarDate?
  ) -> Value {
    if arguments.contains(.unknown) { return .field(.unknown) }
    return DateFunctions(arguments: arguments, reference: reference).evaluate(function)
  }

  private func evaluate(_ function: EmitFunction) -> Value {
    switch function {
    case .ymd: return yearMonthDay()
    case .md: return monthDay()
    case .month: return nearest(.month, number(0))
    case .clock:
      return written(
        number(0).flatMap { hour in
          ClockTime(
            hour: hour,
            minute: number(1) ?? (arguments.count > 1 ? -1 : 0),
            second: number(2)
          )
        }
      )
    case .datetime:
      guard let date = text(0).flatMap(CalendarDate.init(iso:)),
        let clock = text(1).flatMap({ ClockTime(iso: $0) })
      else { return .impossible }
      return point(.dateTime(date, clock))
    case .period: return written(period())
    case .millennium:
      // The third millennium before our era is numbered -3.
      return point(number(0).map { $0 < 0 ? .millenniumBefore(-1 - $0) : .millennium($0 - 1) })
    case .century:
      return point(number(0).map { $0 < 0 ? .centuryBefore(-1 - $0) : .century($0 - 1) })
    case .decade: return point(number(0).map { .decade($0 / 10) })
    case .quarter: return point(pair { .quarter(year: $0, $1) })
    case .half: return point(pair { .half(year: $0, $1) })
    case .week: return point(pair { .week(year: $0, $1) })
    case .season, .seasonOf:
      guard let year = number(0) ?? yearPrefix(), let season = season(1) else { return .impossible }
      return point(.season(year: year, season))
    case .seasonNear: return nearest(.season, season(0))
    case .quarterNear: return nearest(.quarter, number(0))
    case .halfNear: return nearest(.half, number(0))
    case .easter:
      guard let year = number(0), let offset = number(1) else { return .impossible }
      return written(DateMath.easter(of: year)?.adding(days: offset))
    case .easterNear:
      guard let offset = number(0) else { return .impossible }
      return nearestDay(lean(1)) { DateMath.easter(of: $0)?.adding(days: offset) }
    case .monthOf:
      guard let year = year(plus: 2), let month = number(1) else { return .impossible }
      return point(.month(year: year, month))
    case .dayOf:
      guard let year = year(plus: 3), let month = number(1), let day = number(2) else {
        return .impossible
      }
      return written(CalendarDate(year: year, month: month, day: day))
    case .weekdayIn:
      guard case .month(let year, let month)? = text(0).flatMap({ DatePoint(iso: $0) }),
        let weekday = number(1), let place = number(2)
      else { return .impossible }
      return written(DateMath.weekday(weekday, place: place, year: year, month: month))
    case .interval: return interval(text(0), text(1))
    case .openFrom: return interval(text(0), "..")
    case .openTo: return interval("..", text(0))
    case .shift: return shift()
    case .weekday:
      guard let day = number(0), (1...7).contains(day) else { return .impossible }
      guard let reference else { return .field(.unknown) }
      let direction = text(1).flatMap(DateMath.WeekdayDirection.init(rawValue:)) ?? .near
      if direction == .near, lean(2) == .future {
        return written(DateMath.weekday(reference, day, .coming))
      }
      return written(DateMath.weekday(reference, day, direction))
    case .writtenDate: return written(text(0).flatMap(WrittenDate.date))
    case .writtenTime: return written(writtenTime())
    default: return .none
    }
  }

  // MARK: Arguments and results

  private func text(_ index: Int) -> String? {
    arguments.indices.contains(index) ? arguments[index].string : nil
  }

  private func number(_ index: Int) -> Int? {
    guard arguments.indices.contains(index) else { return nil }
    switch arguments[index] {
    case .decimal(let number): return number.wholeValue
    case .text(let text): return text.allSatisfy(\.isNumber) ? Int(text) : nil
    default: return nil
    }
  }

  private func yearPrefix() -> Int? { text(0).flatMap { Int($0.prefix(4)) } }

  /// The year of the first argument, and as many more as another one says, if it is there.
  private func year(plus index: Int) -> Int? {
    guard let year = yearPrefix() else { return nil }
    let (sum, isTooLarge) = year.addingReportingOverflow(number(index) ?? 0)
    return isTooLarge ? nil : sum
  }

  private func pair(_ make: (Int, Int) -> DatePoint) -> DatePoint? {
    guard let first = number(0), let second = number(1) else { return nil }
    return make(first, second)
  }

  private func written(_ value: (some CustomStringConvertible)?) -> Value {
    value.map { .field(.text($0.description)) } ?? .impossible
  }

  private func point(_ point: DatePoint?) -> Value {
    written(point.flatMap(DatePoint.init(checking:)))
  }

  private func interval(_ first: String?, _ second: String?) -> Value {
    guard let first, let second else { return .impossible }
    // «31 декабря с 22:00 до 3:00» ends on the next day.
    if case .dateTime(let day, let start)? = DatePoint(iso: first),
      case .dateTime(day, let end)? = DatePoint(iso: second),
      (end.hour, end.minute) < (start.hour, start.minute),
      let next = day.adding(days: 1)
    {
      return written(DateValue(from: .dateTime(day, start), to: .dateTime(next, end)))
    }
    return written(DateValue(iso: first + "/" + second))
  }

  // MARK: Functions

  private func yearMonthDay() -> Value {
    guard let year = number(0) else { return .impossible }
    guard arguments.count > 1 else { return point(.year(year)) }
    guard let month = number(1) else { return .impossible }
    guard arguments.count > 2 else { return point(.month(year: year, month)) }
    return written(number(2).flatMap { CalendarDate(year: year, month: month, day: $0) })
  }

  /// How far ahead of its document a day without a year may lie: «до 20 декабря» of an October is to come, while
  /// «20 мая» is past.
  private static let daysAhead = 150
  private static let monthsAhead = 4

  private func monthDay() -> Value {
    // The 29th of February is possible in some year.
    guard let month = number(0), let day = number(1),
      CalendarDate(year: 2000, month: month, day: day) != nil
    else { return .impossible }
    return nearestDay(lean(2), weekday: number(3) ?? 0) {
      CalendarDate(year: $0, month: month, day: day)
    }
  }

  private func nearestDay(
    _ tense: ClauseTense.Tense,
    weekday: Int = 0,
    _ day: (_ year: Int) -> CalendarDate?
  ) -> Value {
    guard let reference else { return .field(.unknown) }
    let nearest = DateMath.nearest(reference, tense, ahead: Self.daysAhead, day)
    return written(nearest.map { DateMath.agreeing($0, with: weekday, near: reference, day) })
  }

  private func nearest(_ part: PartOfYear, _ number: Int?) -> Value {
    guard let number, part.numbers.contains(number) else { return .impossible }
    guard let reference else { return .field(.unknown) }
    return written(
      DateMath.part(part, number, near: reference, lean(1), ahead: Self.monthsAhead)
    )
  }

  /// The names are those of the rule language, not of the text.
  private func season(_ argument: Int) -> Int? {
    ["spring", "summer", "autumn", "winter"].firstIndex { $0 == text(argument) }.map { $0 + 1 }
  }

  /// To which side the tense of the clause leans, where it is an argument.
  private func lean(_ argument: Int) -> ClauseTense.Tense {
    text(argument).flatMap(ClauseTense.Tense.init(rawValue:)) ?? .present
  }

  private func writtenTime() -> ClockTime? {
    guard let clock = text(0).flatMap(WrittenDate.clock) else { return nil }
    guard arguments.count > 1 else { return clock }
    return number(1).flatMap { hours in
      let (hour, isTooLarge) = clock.hour.addingReportingOverflow(hours)
      return isTooLarge ? nil : ClockTime(hour: hour, minute: clock.minute, second: clock.second)
    }
  }

  private func shift() -> Value {
    guard let grain = text(0).flatMap(DateGrain.init(rawValue:)) else { return .impossible }
    guard let reference, let steps = number(1) else { return .field(.unknown) }
    guard let point = DateMath.shift(reference, grain, steps) else { return .field(.unknown) }
    return written(point)
  }

  /// A duration; quarters, decades and centuries are counted in months and years.
  private func period() -> DateDuration? {
    guard arguments.count == 2, case .decimal(let amount) = arguments[0], let code = text(1) else {
      return nil
    }
    let larger: [String: (factor: Int, unit: DateDuration.Unit)] = [
      "Q": (3, .month), "X": (10, .year), "C": (100, .year),
    ]
    if let (factor, unit) = larger[code] {
      return amount.multiplied(by: ExactDecimal(factor)).flatMap { DateDuration($0, unit) }
    }
    return DateDuration.Unit(rawValue: code).flatMap { DateDuration(amount, $0) }
  }
}
