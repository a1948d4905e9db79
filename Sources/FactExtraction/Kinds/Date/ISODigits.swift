/// Fields of digits with a fixed length, as ISO 8601 has them.
enum ISODigits {
  /// The number that exactly `length` ASCII digits are, or nil.
  static func number(_ text: some StringProtocol, length: Int) -> Int? {
    guard text.utf8.count == length, (1...9).contains(length) else { return nil }
    var number = 0
    for byte in text.utf8 {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  /// A number with zeros before it.
  static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
