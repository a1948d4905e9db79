/// The check that bytes are well-formed UTF-8 (Unicode 15, table 3-7).
public enum UTF8Validation {
  /// The offset of the first faulty byte, or nil where all bytes are well formed.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public static func firstFault(in bytes: Span<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    // What is looked at byte by byte before eight are taken at once again.
    var slowEnd = 0
    while index < count {
      if index >= slowEnd, index + 8 <= count {
        let length = plainLength(bytes, at: index)
        index += length
        if length > 0 { continue }
        slowEnd = index + 8
      }
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      if lead >= 0xC2, lead <= 0xDF {
        guard index + 1 < count, bytes[index + 1] & 0xC0 == 0x80 else { return index }
        index += 2
        continue
      }
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0xE0:
        length = 3
        second = 0xA0...0xBF
      case 0xE1...0xEC, 0xEE, 0xEF: length = 3
      case 0xED:
        // Surrogates have no UTF-8 form.
        length = 3
        second = 0x80...0x9F
      case 0xF0:
        length = 4
        second = 0x90...0xBF
      case 0xF1...0xF3: length = 4
      case 0xF4:
        length = 4
        second = 0x80...0x8F
      default: return index
      }
      guard index + length <= count, second.contains(bytes[index + 1]) else { return index }
      var next = index + 2
      while next < index + length {
        guard bytes[next] & 0xC0 == 0x80 else { return index }
        next += 1
      }
      index += length
    }
    return nil
  }

  /// How many of eight bytes are well formed, if they are ASCII and Cyrillic letters, as most are; else 0.
  ///
  /// A letter whose second byte is the ninth does not count.
  @inline(__always)
  private static func plainLength(_ bytes: Span<UInt8>, at start: Int) -> Int {
    let eight = EightBytes(bytes, at: start)
    let (high, following) = (EightBytes.all, eight.continuations)
    let other = (eight.bits & 0xFEFE_FEFE_FEFE_FEFE) ^ 0xD0D0_D0D0_D0D0_D0D0
    let letters = ~(((other & ~high) &+ ~high) | other | ~high)
    guard eight.bits & high == following | letters, following == letters << 8 else { return 0 }
    return letters >> 63 == 0 ? 8 : 7
  }
}
