/// A time of day, with or without seconds.
///
///     ClockTime(hour: 10, minute: 30)?.description  // "T10:30"
///     ClockTime(hour: 24, minute: 10)               // nil
public struct ClockTime: Hashable, Sendable {
  /// The hour, 0 to 24; 24 only for midnight at the end of a day.
  public let hour: Int
  /// The minute.
  public let minute: Int
  /// The second, where the text has one.
  public let second: Int?

  /// Makes a time, or nil where no clock shows it.
  public init?(hour: Int, minute: Int, second: Int? = nil) {
    guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second ?? 0) else {
      return nil
    }
    if hour == 24, minute + (second ?? 0) > 0 { return nil }
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Reads `T10:30` or `T10:30:15`.
  public init?(iso: some StringProtocol) {
    guard iso.first == "T" else { return nil }
    let fields = iso.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(fields.count) else { return nil }
    let numbers = fields.compactMap { ISODigits.number($0, length: 2) }
    guard numbers.count == fields.count else { return nil }
    self.init(
      hour: numbers[0],
      minute: numbers[1],
      second: numbers.count == 3 ? numbers[2] : nil
    )
  }
}

extension ClockTime: CustomStringConvertible {
  /// The time in ISO 8601, with the `T` before it.
  public var description: String {
    let time = "T\(ISODigits.padded(hour, 2)):\(ISODigits.padded(minute, 2))"
    return second.map { "\(time):\(ISODigits.padded($0, 2))" } ?? time
  }
}
