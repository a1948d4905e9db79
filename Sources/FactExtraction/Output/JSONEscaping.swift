import TextEngine

/// The inside of a JSON string.
enum JSONEscaping {
  /// Appends valid UTF-8 as the inside of a JSON string.
  ///
  /// Quotation mark, backslash, the control characters (DEL and the C1 set too, which terminals obey) and
  /// the line ends U+2028 and U+2029 become escapes; everything else stays as it is.
  static func append(_ text: Span<UInt8>, to bytes: inout [UInt8]) {
    var index = 0
    var copied = 0
    let count = text.count
    var isEndPlain = count >= 8
    while index < count {
      if isPlain(text, from: index) {
        index += 8
        continue
      }
      // Fewer than eight bytes are looked at with some that have been passed.
      if isEndPlain, index + 8 > count {
        isEndPlain = isPlain(text, from: count - 8)
        if isEndPlain { break }
      }
      let byte = text[index]
      let length: Int
      switch byte {
      case 0x20, 0x21, 0x23...0x5B, 0x5D...0x7E:
        index += 1
        continue
      case 0..<0x20, 0x22, 0x5C, 0x7F: length = 1
      case 0xC2 where index + 1 < count && text[index + 1] < 0xA0: length = 2
      case 0xE2
      where index + 2 < count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8:
        length = 3
      default:
        index += 1
        continue
      }
      copy(text, copied..<index, to: &bytes)
      switch length {
      case 1: appendEscape(of: UInt16(byte), to: &bytes)
      case 2: appendEscape(of: UInt16(text[index + 1]), to: &bytes)
      default: appendEscape(of: 0x2000 | UInt16(text[index + 2] & 0x3F), to: &bytes)
      }
      index += length
      copied = index
    }
    copy(text, copied..<count, to: &bytes)
  }

  /// Whether the eight bytes from an index on need no closer look, all at once.
  ///
  /// What does is below the space, 0x22, 0x5C, 0x7F, or the first byte of what may be a control character or line end.
  @inline(__always)
  private static func isPlain(_ text: Span<UInt8>, from index: Int) -> Bool {
    guard index + 8 <= text.count else { return false }
    let eight = EightBytes(text, at: index)
    // The first bytes 0xC2 and 0xE2 differ in one bit.
    let leads = EightBytes(bits: eight.bits | 0x2020_2020_2020_2020)
    return eight.marks(below: 0x20) | eight.marks(of: 0x22) | eight.marks(of: 0x5C)
      | eight.marks(of: 0x7F) | leads.marks(of: 0xE2) == 0
  }

  /// Whether the inside of a JSON string holds something that `append` would write as an escape.
  ///
  /// The quotation marks around it and the escapes that it has already do not count.
  static func needsEscape(_ json: [UInt8]) -> Bool {
    for (index, byte) in json.enumerated() {
      switch byte {
      case 0..<0x20, 0x7F: return true
      case 0xC2 where index + 1 < json.count && json[index + 1] < 0xA0: return true
      case 0xE2
      where index + 2 < json.count && json[index + 1] == 0x80 && json[index + 2] & 0xFE == 0xA8:
        return true
      default: continue
      }
    }
    return false
  }

  private static func copy(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    to bytes: inout [UInt8]
  ) {
    guard !range.isEmpty else { return }
    text.extracting(range).withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
  }

  private static func appendEscape(of unit: UInt16, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    switch unit {
    case 0x22, 0x5C: bytes.append(UInt8(truncatingIfNeeded: unit))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    default:
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt16] {
        let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
