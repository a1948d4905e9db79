/// A day of the Gregorian calendar, as a document is dated with.
///
///     CalendarDate(iso: "2025-10-29")?.day  // 29
///     CalendarDate(iso: "2025-02-30")       // nil
public struct CalendarDate: Hashable, Sendable {
  /// The year, 1 to 9999; the first and last days of years before our era have 0 to -9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, from 1.
  public let day: Int

  /// Makes a date, or nil where the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Makes a date of a year from -9999, where 0 is the last before our era, as astronomers count.
  init?(astronomicalYear year: Int, month: Int, day: Int) {
    guard (-9999...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads `YYYY-MM-DD`, nothing shorter or longer.
  public init?(iso: String) {
    let bytes = Array(iso.utf8)
    guard bytes.count == 10 else { return nil }
    self.init(isoPrefix: bytes[...])
  }

  /// Reads `YYYY-MM-DD` from the first ten bytes; what follows is not looked at.
  init?(isoPrefix bytes: ArraySlice<UInt8>) {
    guard bytes.count >= 10 else { return nil }
    var fields = [0, 0, 0]
    var field = 0
    for (offset, byte) in bytes.prefix(10).enumerated() {
      if offset == 4 || offset == 7 {
        guard byte == UInt8(ascii: "-") else { return nil }
        field += 1
      } else {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        fields[field] = fields[field] * 10 + Int(byte - UInt8(ascii: "0"))
      }
    }
    self.init(year: fields[0], month: fields[1], day: fields[2])
  }

  /// The number of days of a month, 1 to 12.
  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

extension CalendarDate: CustomStringConvertible {
  /// The date as `YYYY-MM-DD`.
  public var description: String {
    var text: [UInt8] = []
    text.reserveCapacity(11)
    if year < 0 { text.append(UInt8(ascii: "-")) }
    func append(_ digit: Int) { text.append(UInt8(ascii: "0") + UInt8(digit % 10)) }
    func appendTwo(_ number: Int) {
      append(number / 10)
      append(number)
    }
    appendTwo(abs(year) / 100)
    appendTwo(abs(year))
    text.append(UInt8(ascii: "-"))
    appendTwo(month)
    text.append(UInt8(ascii: "-"))
    appendTwo(day)
    return String(decoding: text, as: UTF8.self)
  }
}
