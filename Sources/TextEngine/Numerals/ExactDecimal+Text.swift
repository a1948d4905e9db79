extension ExactDecimal {
  /// Reads a number as JSON and rule files write it: `86000`, `-0.5`.
  ///
  /// - Returns: nil for anything else, also for an exponent, and for more digits than fit.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    self.init(digits: bytes.span, in: 0..<bytes.count)
  }

  /// Reads ASCII digits with at most one decimal comma or full stop, and a sign before them.
  ///
  ///     ExactDecimal(digits: Array("94,3".utf8).span, in: 0..<4)  // 94.3
  ///
  /// - Returns: nil where a byte is something else, no digit is before or after the mark, or the digits do not fit.
  public init?(digits bytes: Span<UInt8>, in range: Range<Int>) {
    guard range.lowerBound >= 0, range.upperBound <= bytes.count, !range.isEmpty else { return nil }
    var index = range.lowerBound
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var mantissa: Int128 = 0
    var places = 0
    var digits = 0
    var seenMark = false
    while index < range.upperBound {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard let next = Self.append(byte - UInt8(ascii: "0"), to: mantissa) else { return nil }
        mantissa = next
        digits += 1
        if seenMark { places += 1 }
      case UInt8(ascii: ","), UInt8(ascii: "."):
        guard !seenMark, digits > 0 else { return nil }
        seenMark = true
      default: return nil
      }
      index += 1
    }
    guard digits > 0, !seenMark || places > 0 else { return nil }
    self.init(mantissa: isNegative ? -mantissa : mantissa, exponent: -places)
  }

  private static func append(_ digit: UInt8, to mantissa: Int128) -> Int128? {
    let (tenfold, overflow) = mantissa.multipliedReportingOverflow(by: 10)
    if overflow { return nil }
    let (sum, tooLarge) = tenfold.addingReportingOverflow(Int128(digit))
    return tooLarge ? nil : sum
  }

  /// The places before or after the point up to which a number is written out.
  private static let plainPlaces = 60

  /// Appends the number as JSON: `86000`, `94.3`, `0.0009`; with an exponent only beyond sixty places.
  public func write(to output: inout [UInt8]) {
    let digits = Array(String(mantissa.magnitude).utf8)
    if isNegative { output.append(UInt8(ascii: "-")) }
    let zero = UInt8(ascii: "0")
    let exponent = Int(exponent)
    guard abs(exponent) <= Self.plainPlaces else {
      output += digits
      output.append(UInt8(ascii: "e"))
      output += Array(String(exponent).utf8)
      return
    }
    guard exponent < 0 else {
      output += digits
      output += repeatElement(zero, count: exponent)
      return
    }
    let places = -exponent
    if digits.count > places {
      output += digits.prefix(digits.count - places)
      output.append(UInt8(ascii: "."))
      output += digits.suffix(places)
    } else {
      output += [zero, UInt8(ascii: ".")]
      output += repeatElement(zero, count: places - digits.count)
      output += digits
    }
  }
}

extension ExactDecimal: CustomStringConvertible {
  /// The number as JSON writes it.
  public var description: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension ExactDecimal: ExpressibleByIntegerLiteral {
  /// Makes a whole number.
  public init(integerLiteral value: Int) { self.init(value) }
}
