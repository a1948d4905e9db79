/// Numbers of scalars, for tables with a column for each: the letters of Russian and the visible scalars of ASCII have one
/// each, all others share one.
enum LetterNumbers {
  /// The number that all others share.
  static let other = 66 + 95
  static let count = other + 1

  private static let toldApart: [ClosedRange<UInt32>] = [
    0x20...0x7E, 0x401...0x401, 0x410...0x44F, 0x451...0x451,
  ]
  private static let others: [ClosedRange<UInt32>] = [
    0...0x1F, 0x7F...0x400, 0x402...0x40F, 0x450...0x450, 0x452...UInt32.max,
  ]

  /// The number of a scalar.
  @inline(__always)
  static func number(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x410...0x44F: Int(scalar) - 0x410
    case 0x20...0x7E: Int(scalar) - 0x20 + 66
    case 0x401: 64
    case 0x451: 65
    default: other
    }
  }

  /// Calls a function with the numbers of the scalars of a range that have one of their own.
  @inline(__always)
  static func forEach(in range: ClosedRange<UInt32>, _ body: (Int) -> Void) {
    for part in toldApart where range.overlaps(part) {
      let scalars = range.clamped(to: part)
      let first = number(of: scalars.lowerBound)
      for number in first...first + Int(scalars.upperBound - scalars.lowerBound) { body(number) }
    }
  }

  /// The numbers of the scalars of some ranges.
  static func numbers(of ranges: [ClosedRange<UInt32>]) -> Set<Int> {
    var numbers: Set<Int> = []
    for range in ranges {
      forEach(in: range) { numbers.insert($0) }
      if others.contains(where: range.overlaps) { numbers.insert(other) }
    }
    return numbers
  }
}
