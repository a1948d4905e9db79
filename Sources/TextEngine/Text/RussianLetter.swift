/// The case of the letters from А to я and of ё in their two bytes, of which nearly all text consists.
///
///     RussianLetter.small(0xD0, 0x96)    // ж, the bytes 0xD0 and 0xB6
///     RussianLetter.capital(0xD1, 0x91)  // Ё, the bytes 0xD0 and 0x81
public enum RussianLetter {
  /// The small letter, which a small one is itself; nil for other letters.
  @inlinable @inline(__always)
  public static func small(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
    switch (lead, trail) {
    case (0xD0, 0x90...0x9F): (0xD0, trail + 0x20)
    case (0xD0, 0xA0...0xAF): (0xD1, trail - 0x20)
    case (0xD0, 0xB0...0xBF), (0xD1, 0x80...0x8F), (0xD1, 0x91): (lead, trail)
    case (0xD0, 0x81): (0xD1, 0x91)
    default: nil
    }
  }

  /// Whether it is a capital from А to Я.
  @inlinable @inline(__always)
  public static func isCapital(_ lead: UInt8, _ trail: UInt8) -> Bool {
    lead == 0xD0 && 0x90...0xAF ~= trail
  }

  /// The capital of a small letter; nil for others.
  @inlinable
  public static func capital(_ lead: UInt8, _ trail: UInt8) -> (UInt8, UInt8)? {
    switch (lead, trail) {
    case (0xD0, 0xB0...0xBF): (0xD0, trail - 0x20)
    case (0xD1, 0x80...0x8F): (0xD0, trail + 0x20)
    case (0xD1, 0x91): (0xD0, 0x81)
    default: nil
    }
  }
}
