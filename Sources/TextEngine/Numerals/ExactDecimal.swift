/// A decimal number without rounding: a whole mantissa times a power of ten.
///
/// The value of a fact never goes through a binary float: «94,3 %» is 943 × 10⁻¹ and comes out as `94.3`. A number
/// is held in lowest terms (the mantissa does not end in a zero), so equal values have equal parts. What does not fit,
/// about 38 digits, is nil instead of a wrong value.
public struct ExactDecimal: Hashable, Sendable {
  /// The digits with their sign; not a multiple of ten, except zero itself.
  public let mantissa: Int128
  /// The power of ten that the mantissa is multiplied by; 0 for zero.
  public let exponent: Int16

  /// The number zero.
  public static let zero = ExactDecimal(0)
  /// The number one.
  public static let one = ExactDecimal(1)

  /// Makes a whole number.
  public init(_ value: Int) {
    var mantissa = Int128(value)
    var exponent: Int16 = 0
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    self.mantissa = mantissa
    self.exponent = exponent
  }

  /// Makes `mantissa` × 10^`exponent`, or nil where the exponent is out of range.
  public init?(mantissa: Int128, exponent: Int) {
    var mantissa = mantissa
    var exponent = exponent
    while mantissa != 0, mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    guard mantissa != 0 else {
      self = .zero
      return
    }
    guard (-Self.largestExponent...Self.largestExponent).contains(exponent) else { return nil }
    self.mantissa = mantissa
    self.exponent = Int16(exponent)
  }

  /// The largest exponent up or down; the bound keeps sums of exponents inside `Int16`.
  static let largestExponent = 9_999

  /// Whether the number is below zero.
  public var isNegative: Bool { mantissa < 0 }
  /// Whether the number has no fraction.
  public var isWhole: Bool { exponent >= 0 }

  /// The number as an integer, where it is one and fits.
  public var wholeValue: Int? {
    guard let aligned = Self.scaled(mantissa, by: Int(exponent)) else { return nil }
    return Int(exactly: aligned)
  }

  /// `mantissa` × 10^`power`, or nil where `power` is negative or the product too large.
  static func scaled(_ mantissa: Int128, by power: Int) -> Int128? {
    guard power >= 0 else { return nil }
    guard mantissa != 0 else { return 0 }
    // 10^39 does not fit into 128 bits.
    guard power < 39 else { return nil }
    var result = mantissa
    for _ in 0..<power {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      result = product
    }
    return result
  }
}
