/// Reading of single Unicode scalars out of valid UTF-8.
enum ScalarDecoding {
  /// The scalar that starts at a byte offset, with its number of bytes; nil past the end.
  ///
  /// Bytes that are not valid UTF-8 give U+FFFD and one byte, so that a faulty offset cannot trap.
  static func scalar(at offset: Int, in bytes: Span<UInt8>) -> (value: UInt32, count: Int)? {
    guard offset >= 0, offset < bytes.count else { return nil }
    let lead = bytes[offset]
    switch lead {
    case 0..<0x80: return (UInt32(lead), 1)
    case 0xC2..<0xE0 where offset + 1 < bytes.count:
      return (UInt32(lead & 0x1F) << 6 | tail(bytes[offset + 1]), 2)
    case 0xE0..<0xF0 where offset + 2 < bytes.count:
      let high = UInt32(lead & 0x0F) << 12 | tail(bytes[offset + 1]) << 6
      return (high | tail(bytes[offset + 2]), 3)
    case 0xF0..<0xF5 where offset + 3 < bytes.count:
      let high = UInt32(lead & 0x07) << 18 | tail(bytes[offset + 1]) << 12
      return (high | tail(bytes[offset + 2]) << 6 | tail(bytes[offset + 3]), 4)
    default: return (0xFFFD, 1)
    }
  }

  private static func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }
}
