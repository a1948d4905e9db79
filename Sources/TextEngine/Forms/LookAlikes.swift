/// Letters of the Latin and the Cyrillic alphabet that look the same.
///
/// Texts mix them by mistake: «Mинистерство» with a Latin M reads as a Russian word and is one. Such a word is looked up
/// as if it were spelled in one alphabet; the text itself stays.
enum LookAlikes {
  /// Latin letters with the Cyrillic ones that look like them; small m, t, h and b do not.
  private static let pairs: [(latin: UInt32, cyrillic: UInt32)] = [
    (0x41, 0x410), (0x42, 0x412), (0x43, 0x421), (0x45, 0x415), (0x48, 0x41D), (0x49, 0x406),
    (0x4B, 0x41A), (0x4D, 0x41C), (0x4F, 0x41E), (0x50, 0x420), (0x54, 0x422), (0x58, 0x425),
    (0x59, 0x423), (0xCB, 0x401), (0x61, 0x430), (0x63, 0x441), (0x65, 0x435), (0x69, 0x456),
    (0x6B, 0x43A), (0x6F, 0x43E), (0x70, 0x440), (0x78, 0x445), (0x79, 0x443), (0xEB, 0x451),
  ]

  /// A word in one alphabet, or nil if it is so already or no change of letters makes it so.
  ///
  /// The parts before and after a hyphen are words of their own: «IT-компания» stays. A part whose letters all have a
  /// twin is taken for Cyrillic.
  static func unified(_ word: Span<UInt8>) -> [UInt8]? {
    guard mayHaveLatin(word) else { return nil }
    var unified: [UInt8] = []
    unified.reserveCapacity(word.count + 8)
    var hasChanged = false
    var start = 0
    while start <= word.count {
      var end = start
      while end < word.count, word[end] != UInt8(ascii: "-") { end += 1 }
      let part = word.extracting(start..<end)
      if let script = script(of: part) {
        append(part, in: script, to: &unified)
        hasChanged = true
      } else {
        for index in 0..<part.count { unified.append(part[index]) }
      }
      if end < word.count { unified.append(UInt8(ascii: "-")) }
      start = end + 1
    }
    return hasChanged ? unified : nil
  }

  /// Whether there may be a Latin letter, by the bytes that begin one: a quick look at Russian words.
  private static func mayHaveLatin(_ word: Span<UInt8>) -> Bool {
    for index in 0..<word.count {
      switch word[index] {
      case 0x41...0x5A, 0x61...0x7A, 0xC2...0xCF, 0xE0...: return true
      default: continue
      }
    }
    return false
  }

  private enum Script {
    case latin, cyrillic
  }

  /// The alphabet that a part of mixed letters is meant in; nil for other parts.
  private static func script(of part: Span<UInt8>) -> Script? {
    var (hasLatin, hasCyrillic, needsLatin, needsCyrillic) = (false, false, false, false)
    var index = 0
    while index < part.count {
      let (scalar, length) = UTF8Decoding.scalar(in: part, at: index)
      index += length
      if isLatin(scalar) {
        hasLatin = true
        needsLatin = needsLatin || twin(of: scalar, in: .cyrillic) == nil
      } else if (0x400..<0x530).contains(scalar) {
        hasCyrillic = true
        needsCyrillic = needsCyrillic || twin(of: scalar, in: .latin) == nil
      }
    }
    guard hasLatin, hasCyrillic, !(needsLatin && needsCyrillic) else { return nil }
    return needsLatin ? .latin : .cyrillic
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    (scalar | 0x20 >= 0x61 && scalar | 0x20 <= 0x7A) || (0xC0..<0x250).contains(scalar)
  }

  private static func twin(of scalar: UInt32, in script: Script) -> UInt32? {
    switch script {
    case .latin: pairs.first { $0.cyrillic == scalar }?.latin
    case .cyrillic: pairs.first { $0.latin == scalar }?.cyrillic
    }
  }

  private static func append(_ part: Span<UInt8>, in script: Script, to unified: inout [UInt8]) {
    var index = 0
    while index < part.count {
      let (scalar, length) = UTF8Decoding.scalar(in: part, at: index)
      if let twin = twin(of: scalar, in: script), let value = Unicode.Scalar(twin) {
        unified.append(contentsOf: UTF8.encode(value) ?? UTF8.encodedReplacementCharacter)
      } else {
        for offset in index..<min(index + length, part.count) { unified.append(part[offset]) }
      }
      index += length
    }
  }
}
