/// Makes UTF-8 of a code page.
///
/// Four Russian letters in a row that are written as UTF-8 are no text in any of the pages. They have no
/// meaning here: a line that somebody pasted into a dump shall be rejected and not become mojibake.
struct CodePageDecoder: TextDecoder {
  /// The UTF-8 of each byte.
  private let encoded: [[UInt8]]
  /// The bytes that stand in a row and may be letters of UTF-8, two each.
  private var foreignBytes = 0

  /// Makes a decoder.
  init(page: CodePage) {
    encoded = (0...UInt8.max).map { byte in
      page[byte].flatMap { UTF8.encode($0).map(Array.init) } ?? [meaninglessByte]
    }
  }

  mutating func decode(_ bytes: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + bytes.count * 2)
    for byte in bytes {
      if byte < 0x80 {
        output.append(byte)
        foreignBytes = 0
      } else {
        output.append(contentsOf: encoded[Int(byte)])
        notice(byte)
        if foreignBytes >= 8 { output.append(meaninglessByte) }
      }
    }
  }

  mutating func finish(into output: inout [UInt8]) {}

  private mutating func notice(_ byte: UInt8) {
    switch byte {
    case 0xD0, 0xD1: if foreignBytes % 2 == 1 { foreignBytes = 1 } else { foreignBytes += 1 }
    case 0x80...0xBF where foreignBytes % 2 == 1: foreignBytes += 1
    default: foreignBytes = 0
    }
  }
}
