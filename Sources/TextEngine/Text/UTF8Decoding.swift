/// Reads single scalars out of bytes that are known to be valid UTF-8.
public enum UTF8Decoding {
  /// The scalar that starts at an offset, and its length in bytes.
  ///
  /// Bytes that are not valid give U+FFFD and a length of one, so that a caller always moves on.
  @inlinable
  public static func scalar(in bytes: Span<UInt8>, at offset: Int) -> (value: UInt32, length: Int) {
    let lead = UInt32(bytes[offset])
    if lead < 0x80 { return (lead, 1) }
    let left = bytes.count - offset
    if lead >= 0xC2, lead < 0xE0, left > 1 {
      return ((lead & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2)
    }
    if lead >= 0xE0, lead < 0xF0, left > 2 {
      let value =
        (lead & 0x0F) << 12 | (UInt32(bytes[offset + 1]) & 0x3F) << 6
        | UInt32(bytes[offset + 2]) & 0x3F
      return (value, 3)
    }
    if lead >= 0xF0, lead < 0xF5, left > 3 {
      let high = (lead & 0x07) << 18 | (UInt32(bytes[offset + 1]) & 0x3F) << 12
      let low = (UInt32(bytes[offset + 2]) & 0x3F) << 6 | UInt32(bytes[offset + 3]) & 0x3F
      return (high | low, 4)
    }
    return (0xFFFD, 1)
  }
}
