/// What sorts of date a text may be.
struct DateShape: OptionSet, Hashable {
  let rawValue: UInt8

  /// A day, month, year or another stretch of the calendar.
  static let calendar = DateShape(rawValue: 1)
  /// A time of day.
  static let clock = DateShape(rawValue: 2)
  /// A length of time.
  static let length = DateShape(rawValue: 4)
  /// From one date to another.
  static let interval = DateShape(rawValue: 8)
  /// Nothing is known of it.
  static let any: DateShape = [.calendar, .clock, .length, .interval]

  /// The shape in the words of a message.
  var description: String {
    switch self {
    case .clock: "a time of day"
    case .length: "a length of time"
    case .interval: "an interval"
    default: "a date"
    }
  }
}
