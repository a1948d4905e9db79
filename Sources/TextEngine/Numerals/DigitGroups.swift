/// How digits with marks between them are read as one number.
enum DigitGroups {
  /// A number and whether it has a decimal part.
  struct Reading {
    var value: ExactDecimal
    var isWhole: Bool
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// The number of leading digits of a range.
  static func leadingDigits(_ text: Span<UInt8>, _ range: Range<Int>) -> Int {
    var index = range.lowerBound
    while index < range.upperBound, isDigit(text[index]) { index += 1 }
    return index - range.lowerBound
  }

  /// Reads `70`, `94,3`, `1.234.567` or `1.234.567,8`.
  ///
  /// One mark is a decimal one («1.234» too), except a full stop before three digits of which the last is a zero:
  /// `2.500` is a group, as prices are written, for a decimal part does not end in a zero.
  /// Several marks are groups where they can't be anything else; `4.1.7` is no number.
  static func read(_ text: Span<UInt8>, _ range: Range<Int>) -> Reading? {
    let first = leadingDigits(text, range)
    guard first > 0 else { return nil }
    guard first < range.count else {
      return ExactDecimal(digits: text, in: range).map { Reading(value: $0, isWhole: true) }
    }
    let mark = text[range.lowerBound + first]
    var total = ExactDecimal(digits: text, in: range.lowerBound..<range.lowerBound + first)
    var position = range.lowerBound + first
    var groups = 0
    let canGroup = first <= 3 && text[range.lowerBound] != UInt8(ascii: "0")
    while position < range.upperBound {
      let start = position + 1
      let length = leadingDigits(text, start..<max(start, range.upperBound))
      guard length > 0 else { return nil }
      let isLast = start + length == range.upperBound
      guard canGroup, text[position] == mark, length == 3 else {
        // A decimal part: the only mark there is, or another one after the groups.
        guard isLast, groups == 0 || text[position] != mark else { return nil }
        guard let whole = total else { return nil }
        return decimal(whole, text, start..<start + length)
      }
      if groups == 0, isLast, !isPriceGroup(mark, text, start..<start + length) {
        guard let whole = total else { return nil }
        return decimal(whole, text, start..<start + length)
      }
      guard let group = ExactDecimal(digits: text, in: start..<start + length) else { return nil }
      total = total?.multiplied(by: 1000)?.adding(group)
      groups += 1
      position = start + length
    }
    return total.map { Reading(value: $0, isWhole: true) }
  }

  private static func isPriceGroup(
    _ mark: UInt8,
    _ text: Span<UInt8>,
    _ range: Range<Int>
  ) -> Bool {
    mark == UInt8(ascii: ".") && text[range.upperBound - 1] == UInt8(ascii: "0")
  }

  private static func decimal(
    _ whole: ExactDecimal,
    _ text: Span<UInt8>,
    _ range: Range<Int>
  ) -> Reading? {
    guard
      let places = ExactDecimal(digits: text, in: range),
      let part = ExactDecimal(mantissa: 1, exponent: -range.count)?.multiplied(by: places),
      let value = whole.adding(part)
    else { return nil }
    return Reading(value: value, isWhole: false)
  }
}
