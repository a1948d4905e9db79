extension WordShape {
  /// The shape of a token's bytes; the dictionary's bits are not set here.
  static func of(_ bytes: Span<UInt8>, kind: TokenKind) -> (shape: WordShape, length: Int) {
    if kind == .word, let plain = plainWord(bytes) { return plain }
    var shape: WordShape = []
    var letters = 0
    var capitals = 0
    var smallSeen = false
    var capitalAfterSmall = false
    var firstIsCapital = false
    var onlyDigits = true
    var onlyRoman = true
    var length = 0
    var index = 0
    while index < bytes.count {
      let (scalar, step) = UTF8Decoding.scalar(in: bytes, at: index)
      index += step
      length += 1
      if scalar < 0x30 || scalar > 0x39 { onlyDigits = false }
      if !isRomanCapital(scalar) { onlyRoman = false }
      guard let letter = letterCase(scalar) else { continue }
      if isCyrillic(scalar) { shape.insert(.cyrillic) }
      if isLatin(scalar) { shape.insert(.latin) }
      if letter == .capital {
        if letters == 0 { firstIsCapital = true }
        capitals += 1
        if smallSeen { capitalAfterSmall = true }
      } else if letter == .small {
        smallSeen = true
      }
      letters += 1
    }
    if letters > 0 {
      if firstIsCapital { shape.insert(.startsUpper) }
      if capitals == letters, letters > 1 { shape.insert(.upper) }
      if firstIsCapital, capitals < letters { shape.insert(.capitalised) }
      if capitals == 0 { shape.insert(.lower) }
      if capitalAfterSmall { shape.insert(.mixedCase) }
      if letters == 1 { shape.insert(.singleLetter) }
      // A single Cyrillic letter is rather an initial.
      if onlyRoman, letters > 1 || !shape.contains(.cyrillic) { shape.insert(.roman) }
    } else if onlyDigits, length > 0 {
      shape.insert(.digits)
    }
    shape.formUnion(ofKind(kind))
    if kind == .other { shape.formUnion(ofMark(bytes)) }
    return (shape, length)
  }

  /// The shape of a word of two or more letters from а to я, of which the first may be a capital, as most are.
  @inline(__always)
  private static func plainWord(_ bytes: Span<UInt8>) -> (shape: WordShape, length: Int)? {
    guard bytes.count > 2, bytes[0] == 0xD0 || bytes[0] == 0xD1 else { return nil }
    let isCapital = RussianLetter.isCapital(bytes[0], bytes[1])
    guard Folding.smallLetters(in: bytes, from: isCapital ? 2 : 0) == bytes.count else {
      return nil
    }
    let shape = isCapital ? WordShape.startsUpper.union(.capitalised) : .lower
    return (shape.union(.cyrillic).union(.word), bytes.count / 2)
  }

  private static func ofKind(_ kind: TokenKind) -> WordShape {
    switch kind {
    case .other: .punctuation
    case .word: .word
    case .number: .number
    case .numberWord: .numberWord
    case .mixed: .alphanumeric
    case .time: .time
    case .date: .date
    case .initial: .initial
    case .abbreviation, .finalAbbreviation: .abbreviation
    case .url: .url
    case .email: .email
    case .handle: .handle
    }
  }

  private static func ofMark(_ bytes: Span<UInt8>) -> WordShape {
    guard bytes.count > 0 else { return [] }
    switch UTF8Decoding.scalar(in: bytes, at: 0).value {
    case 0x22, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x27: return .quote
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212: return .dash
    case 0x28, 0x29, 0x5B, 0x5D, 0x7B, 0x7D: return .bracket
    default: return []
    }
  }

  private enum LetterCase {
    case capital, small, other
  }

  private static func letterCase(_ scalar: UInt32) -> LetterCase? {
    switch scalar {
    case 0x61...0x7A, 0x430...0x45F: return .small
    case 0x41...0x5A, 0x400...0x42F: return .capital
    case 0..<0xAA: return nil
    default:
      guard let value = Unicode.Scalar(scalar) else { return nil }
      let properties = value.properties
      if properties.isUppercase { return .capital }
      if properties.isLowercase { return .small }
      return properties.isAlphabetic ? .other : nil
    }
  }

  private static func isCyrillic(_ scalar: UInt32) -> Bool {
    (0x400...0x52F).contains(scalar) || (0x1C80...0x1C8F).contains(scalar)
  }

  private static func isLatin(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || (0xC0...0x24F).contains(scalar) || (0x1E00...0x1EFF).contains(scalar)
  }

  private static func isRomanCapital(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x49, 0x56, 0x58, 0x4C, 0x43, 0x44, 0x4D, 0x425, 0x406: true
    default: false
    }
  }
}
