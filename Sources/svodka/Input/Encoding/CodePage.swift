/// An encoding of one byte a character, whose first half is ASCII.
struct CodePage {
  /// The characters of the bytes from 0x80; 0 for a byte that has none.
  let upperHalf: [UInt16]

  /// The page of an encoding; nil for one that has none.
  init?(_ encoding: TextEncoding) {
    switch encoding {
    case .windows1251: upperHalf = Self.windows1251
    case .koi8R: upperHalf = Self.koi8R
    case .koi8U: upperHalf = Self.koi8U
    case .cp866: upperHalf = Self.cp866
    case .iso8859Part5: upperHalf = Self.iso8859Part5
    case .macCyrillic: upperHalf = Self.macCyrillic
    case .auto, .utf8, .utf16, .utf16LittleEndian, .utf16BigEndian: return nil
    }
  }

  /// The character of a byte; nil where there is none.
  subscript(byte: UInt8) -> Unicode.Scalar? {
    guard byte >= 0x80 else { return Unicode.Scalar(byte) }
    let index = Int(byte) - 0x80
    guard upperHalf.indices.contains(index), upperHalf[index] > 0 else { return nil }
    return Unicode.Scalar(upperHalf[index])
  }
}
