/// Folds the spelling of a word for comparison: lower case, ё as е, one kind of dash, of apostrophe and of quotation mark.
///
/// Soft hyphens and combining accents are left out, so «ё́лка» and «елка» fold alike. The text itself is never edited.
///
///     Folding.folded("Ещё") == Folding.folded("ЕЩЕ")  // true
public enum Folding {
  /// The folded bytes of a string.
  public static func folded(_ string: String) -> [UInt8] {
    var string = string
    return string.withUTF8 { folded($0.span) }
  }

  /// The folded bytes of some bytes, valid UTF-8.
  static func folded(_ bytes: Span<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    appendFolded(bytes, keepingYo: false, to: &output)
    return output
  }

  /// Whether two letters fold alike: «Ё» and «е».
  public static func areAlike(_ left: Unicode.Scalar, _ right: Unicode.Scalar) -> Bool {
    left == right
      || fold(left.value, keepingYo: false) == fold(right.value, keepingYo: false)
  }

  /// Appends the folded form of `bytes`, valid UTF-8.
  ///
  /// - Parameter keepingYo: Whether ё stays ё, as the dictionary's keys have it.
  public static func appendFolded(
    _ bytes: Span<UInt8>,
    keepingYo: Bool,
    to output: inout [UInt8]
  ) {
    let start = output.count
    bytes.withUnsafeBufferPointer { output.append(contentsOf: $0) }
    var index = 0
    while index < bytes.count {
      index = smallLetters(in: bytes, from: index)
      guard index < bytes.count else { return }
      let lead = bytes[index]
      if lead < 0x80 {
        if lead >= 0x41 && lead <= 0x5A { output[start + index] = lead + 0x20 }
        index += 1
      } else if lead & 0xFE == 0xD0, index + 1 < bytes.count,
        let folded = foldRussian(lead, bytes[index + 1], keepingYo: keepingYo)
      {
        (output[start + index], output[start + index + 1]) = folded
        index += 2
      } else {
        // What comes now may have another number of bytes when it is folded.
        output.removeLast(bytes.count - index)
        return appendFolded(bytes, from: index, keepingYo, to: &output)
      }
    }
  }

  /// Appends the folded form of the bytes from an offset on.
  private static func appendFolded(
    _ bytes: Span<UInt8>,
    from start: Int,
    _ keepingYo: Bool,
    to output: inout [UInt8]
  ) {
    var index = start
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        output.append(lead >= 0x41 && lead <= 0x5A ? lead + 0x20 : lead)
        index += 1
      } else {
        let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index)
        index += length
        append(fold(scalar, keepingYo: keepingYo), to: &output)
      }
    }
  }

  /// Makes each ё of a word in small letters an е.
  static func foldYo(of word: inout MutableSpan<UInt8>, from start: Int) {
    // The second byte of ё, which few words have, is looked for by eight.
    var index = start
    while index + 8 <= word.count, EightBytes(word.span, at: index).marks(of: 0x91) == 0 {
      index += 8
    }
    index = max(index, start + 1)
    while index < word.count {
      if word[index] == 0x91, word[index - 1] == 0xD1 {
        word[index - 1] = 0xD0
        word[index] = 0xB5
      }
      index += 1
    }
  }

  /// Where the letters from а to я that begin at an offset end; they are their own folded form.
  @inline(__always)
  public static func smallLetters(in bytes: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= bytes.count, areSmallLetters(bytes, at: index) { index += 8 }
    // U+0430 to U+044F in two bytes, of which the second gives six bits.
    while index + 1 < bytes.count, bytes[index] & 0xFE == 0xD0,
      ((bytes[index] & 1) << 6 | (bytes[index + 1] & 0x3F)) &- 0x30 < 0x20
    {
      index += 2
    }
    return index
  }

  /// Whether eight bytes are four letters from а to я.
  @inline(__always)
  private static func areSmallLetters(_ bytes: Span<UInt8>, at start: Int) -> Bool {
    let four = EightBytes(bytes, at: start).bits
    // A letter takes two bytes, the first of them the lower one.
    guard four & 0x00FE_00FE_00FE_00FE == 0x00D0_00D0_00D0_00D0 else { return false }
    let low = (four & 0x0001_0001_0001_0001) << 6 | four >> 8 & 0x003F_003F_003F_003F
    // Bit 7 of each says whether the seven bits are 0x30 at least, and less than 0x50.
    let isAbove = low &+ 0x0050_0050_0050_0050
    let isBeyond = low &+ 0x0030_0030_0030_0030
    return isAbove & ~isBeyond & 0x0080_0080_0080_0080 == 0x0080_0080_0080_0080
  }

  /// The folded bytes of a Russian letter; nil for others.
  @inline(__always)
  private static func foldRussian(
    _ lead: UInt8,
    _ trail: UInt8,
    keepingYo: Bool
  ) -> (UInt8, UInt8)? {
    guard let small = RussianLetter.small(lead, trail) else { return nil }
    return small == (0xD1, 0x91) && !keepingYo ? (0xD0, 0xB5) : small
  }

  /// The folded scalar, or 0 where the scalar is left out.
  private static func fold(_ scalar: UInt32, keepingYo: Bool) -> UInt32 {
    switch scalar {
    case 0x410...0x42F: return scalar + 0x20
    case 0x430...0x44F: return scalar
    case 0x401, 0x451: return keepingYo ? 0x451 : 0x435
    case 0x400...0x40F: return scalar + 0x50
    // Cyrillic extensions, Kazakh letters among them, come in pairs: an even capital before its small letter.
    case 0x460...0x481, 0x48A...0x4BF, 0x4D0...0x52F: return scalar | 1
    case 0x4C0: return 0x4CF
    case 0x4C1...0x4CE: return scalar % 2 == 1 ? scalar + 1 : scalar
    case 0xAD, 0x300...0x36F: return 0
    case 0x2010...0x2015, 0x2043, 0x2212, 0x2E3A: return 0x2D
    case 0x2019, 0x2018, 0x2BC, 0x60, 0xB4: return 0x27
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A: return 0x22
    default:
      guard let value = Unicode.Scalar(scalar) else { return scalar }
      let mapping = value.properties.lowercaseMapping.unicodeScalars
      return mapping.count == 1 ? mapping.first?.value ?? scalar : scalar
    }
  }

  private static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    guard scalar != 0, let value = Unicode.Scalar(scalar) else { return }
    output.append(contentsOf: UTF8.encode(value) ?? UTF8.encodedReplacementCharacter)
  }
}
