/// Reads dates and times that stand in digits in one token.
enum WrittenDate {
  /// The date of `12.05.2024`, `12/05/24` or `2024-05-12`; nil for what is no date.
  static func date(_ text: String) -> CalendarDate? {
    let parts = text.split(whereSeparator: { ".-/".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    if parts[0].count == 4 {
      return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }
    guard parts[2].count == 4 || parts[2].count == 2 else { return nil }
    // Two figures are a year of this century, unless that would lie well ahead.
    let year =
      parts[2].count == 4 ? numbers[2] : numbers[2] < 50 ? 2000 + numbers[2] : 1900 + numbers[2]
    return CalendarDate(year: year, month: numbers[1], day: numbers[0])
  }

  /// The time of `10:30`, `18-30`, `10:30:15` or `T10:30Z`; nil for what is no time.
  static func clock(_ text: String) -> ClockTime? {
    var digits = text.first == "T" ? text.dropFirst() : text[...]
    if digits.last == "Z" { digits.removeLast() }
    let parts = digits.split(whereSeparator: { ":.-".contains($0) })
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == parts.count, (2...3).contains(parts.count) else { return nil }
    return ClockTime(
      hour: numbers[0],
      minute: numbers[1],
      second: numbers.count > 2 ? numbers[2] : nil
    )
  }
}
