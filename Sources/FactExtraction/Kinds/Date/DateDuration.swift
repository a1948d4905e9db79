public import TextEngine

/// A length of time in calendar units: `P45D`, `P1Y6M`, `PT3H`, `P2.5Y`.
///
/// Amounts are exact; only the smallest unit may have a fraction, as ISO 8601 has it.
public struct DateDuration: Hashable, Sendable {
  /// The units, largest first.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case year = "Y"
    case month = "M"
    case week = "W"
    case day = "D"
    case hour = "H"
    case minute = "MIN"
    case second = "S"

    /// Whether the unit stands after the `T`.
    var isTime: Bool { self == .hour || self == .minute || self == .second }
    /// The letter in ISO 8601, where a minute is an `M` after the `T`.
    var letter: String { self == .minute ? "M" : rawValue }
  }

  /// One unit with its amount.
  public struct Part: Hashable, Sendable {
    /// The unit.
    public var unit: Unit
    /// How many of it.
    public var amount: ExactDecimal

    /// Makes a part.
    public init(unit: Unit, amount: ExactDecimal) {
      self.unit = unit
      self.amount = amount
    }
  }

  /// The parts, largest unit first, each unit once.
  public let parts: [Part]

  /// Makes a duration of one unit, or nil for a negative amount.
  public init?(_ amount: ExactDecimal, _ unit: Unit) {
    self.init(parts: [Part(unit: unit, amount: amount)])
  }

  /// Makes a duration, or nil where units are not in falling order, or an amount is negative or wrongly broken.
  public init?(parts: [Part]) {
    guard !parts.isEmpty else { return nil }
    let order = parts.compactMap { Unit.allCases.firstIndex(of: $0.unit) }
    guard zip(order, order.dropFirst()).allSatisfy({ $0 < $1 }),
      parts.allSatisfy({ !$0.amount.isNegative }),
      parts.dropLast().allSatisfy({ $0.amount.isWhole })
    else { return nil }
    self.parts = parts
  }

  /// Reads a duration in ISO 8601.
  public init?(iso: some StringProtocol) {
    guard iso.utf8.first == UInt8(ascii: "P") else { return nil }
    var parts: [Part] = []
    var isTime = false
    var last: UInt8 = 0
    var digits: [UInt8] = []
    for byte in iso.utf8.dropFirst() {
      last = byte
      switch byte {
      case UInt8(ascii: "T"):
        guard !isTime, digits.isEmpty else { return nil }
        isTime = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."): digits.append(byte)
      default:
        guard let amount = ExactDecimal(digits: digits.span, in: digits.indices),
          let unit = Unit.allCases.first(where: {
            $0.isTime == isTime && $0.letter.utf8.first == byte
          })
        else { return nil }
        parts.append(Part(unit: unit, amount: amount))
        digits.removeAll(keepingCapacity: true)
      }
    }
    guard digits.isEmpty, last != UInt8(ascii: "T") else { return nil }
    self.init(parts: parts)
  }
}

extension DateDuration: CustomStringConvertible {
  /// The duration in ISO 8601.
  public var description: String {
    var text = "P"
    for part in parts {
      if part.unit.isTime, !text.contains("T") { text += "T" }
      text += part.amount.description + part.unit.letter
    }
    return text
  }
}
