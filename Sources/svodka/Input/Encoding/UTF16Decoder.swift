/// Makes UTF-8 of UTF-16; a BOM at the start says how the units lie and is not part of the text.
struct UTF16Decoder: TextDecoder {
  private var isBigEndian: Bool?
  private var isAtStart = true
  private var firstByte: UInt8?
  private var highSurrogate: UInt32?

  /// Makes a decoder; the units are little endian where nothing says so, as Windows writes them.
  init(isBigEndian: Bool?) {
    self.isBigEndian = isBigEndian
  }

  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count)
    for byte in bytes {
      guard let first = firstByte else {
        firstByte = byte
        continue
      }
      firstByte = nil
      if isAtStart {
        isAtStart = false
        if isBigEndian == nil { isBigEndian = first == 0xFE && byte == 0xFF }
        if (first, byte) == (isBigEndian == true ? (0xFE, 0xFF) : (0xFF, 0xFE)) { continue }
      }
      let (high, low) = isBigEndian == true ? (first, byte) : (byte, first)
      take(UInt32(high) << 8 | UInt32(low), into: &output)
    }
  }

  mutating func finish(into output: inout [UInt8]) {
    if firstByte != nil || highSurrogate != nil { output.append(meaninglessByte) }
    (firstByte, highSurrogate) = (nil, nil)
  }

  private mutating func take(_ unit: UInt32, into output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if 0xDC00..<0xE000 ~= unit {
        append(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), to: &output)
        return
      }
      output.append(meaninglessByte)
    }
    if 0xD800..<0xDC00 ~= unit {
      highSurrogate = unit
    } else {
      append(unit, to: &output)
    }
  }

  private func append(_ value: UInt32, to output: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else {
      output.append(meaninglessByte)
      return
    }
    output.append(contentsOf: bytes)
  }
}
