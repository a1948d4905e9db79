extension ExactDecimal {
  /// The sum, or nil where it has too many digits.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let low = min(exponent, other.exponent)
    guard mantissa != 0 else { return other }
    guard other.mantissa != 0 else { return self }
    guard
      let left = Self.scaled(mantissa, by: Int(exponent) - Int(low)),
      let right = Self.scaled(other.mantissa, by: Int(other.exponent) - Int(low))
    else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    return overflow ? nil : ExactDecimal(mantissa: sum, exponent: Int(low))
  }

  /// The difference, or nil where it has too many digits.
  public func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
    other.negated.flatMap { adding($0) }
  }

  /// The product, or nil where it has too many digits.
  public func multiplied(by other: ExactDecimal) -> ExactDecimal? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: other.mantissa)
    return overflow
      ? nil : ExactDecimal(mantissa: product, exponent: Int(exponent) + Int(other.exponent))
  }

  /// The number with the other sign; nil for the one mantissa that has no counterpart.
  public var negated: ExactDecimal? {
    let (result, overflow) = Int128(0).subtractingReportingOverflow(mantissa)
    return overflow ? nil : ExactDecimal(mantissa: result, exponent: Int(exponent))
  }

  /// The quotient, rounded half up to a number of decimal places.
  ///
  /// Only fractions in words need it: «две трети» has no decimal, and becomes `0.666667` with six places.
  ///
  /// - Returns: nil for a divisor of zero and where the digits do not fit.
  public func divided(by other: ExactDecimal, places: Int) -> ExactDecimal? {
    guard other.mantissa != 0, (0...30).contains(places) else { return nil }
    // (m₁ · 10^e₁) / (m₂ · 10^e₂) · 10^places, with the powers moved to the side where they are whole.
    let power = Int(exponent) - Int(other.exponent) + places
    guard
      let dividend = Self.scaled(mantissa, by: max(power, 0)),
      let divisor = Self.scaled(other.mantissa, by: max(-power, 0))
    else { return nil }
    let (quotient, overflow) = dividend.dividedReportingOverflow(by: divisor)
    if overflow { return nil }
    let rest = (dividend - quotient * divisor).magnitude
    guard rest >= divisor.magnitude - rest else {
      return ExactDecimal(mantissa: quotient, exponent: -places)
    }
    let away: Int128 = (dividend < 0) == (divisor < 0) ? 1 : -1
    let (rounded, tooLarge) = quotient.addingReportingOverflow(away)
    return tooLarge ? nil : ExactDecimal(mantissa: rounded, exponent: -places)
  }
}

extension ExactDecimal: Comparable {
  /// Whether one number is smaller than another; never overflows.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    if left.mantissa.signum() != right.mantissa.signum() { return left.mantissa < right.mantissa }
    guard left.mantissa != 0 else { return false }
    // With the same sign, the number with more places before the point is the larger in size.
    let leftOrder = left.digitCount + Int(left.exponent)
    let rightOrder = right.digitCount + Int(right.exponent)
    if leftOrder != rightOrder { return (leftOrder < rightOrder) != left.isNegative }
    let low = min(left.exponent, right.exponent)
    let first = scaled(left.mantissa, by: Int(left.exponent) - Int(low))
    let second = scaled(right.mantissa, by: Int(right.exponent) - Int(low))
    switch (first, second) {
    case (.some(let first), .some(let second)): return first < second
    // The one that does not fit has as many digits as the other but is beyond the largest mantissa.
    case (nil, _): return left.isNegative
    case (_, nil): return !right.isNegative
    }
  }

  /// The number of digits of the mantissa.
  var digitCount: Int {
    var rest = mantissa.magnitude
    var count = 1
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
