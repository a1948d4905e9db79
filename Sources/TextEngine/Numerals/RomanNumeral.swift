/// Roman numerals in capital Latin letters, or in Cyrillic ones that look the same.
enum RomanNumeral {
  /// Whether a word may start with such letters, by its first bytes: a quick look at Russian words.
  @inline(__always)
  static func mayStart(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let start = range.first else { return false }
    if text[start] < 0x80 { return true }
    // «Х» and «І»
    guard text[start] == 0xD0, range.count > 1 else { return false }
    return text[start + 1] == 0xA5 || text[start + 1] == 0x86
  }

  /// The letters with which a word starts as Latin capitals, with the number of its bytes that they take; nil where the
  /// word starts otherwise, or is a single Cyrillic letter.
  ///
  /// «XX век» is typed with two Cyrillic letters Ха as often as not.
  static func latinLetters(
    _ text: Span<UInt8>,
    _ range: Range<Int>
  ) -> (letters: [UInt8], length: Int)? {
    var letters: [UInt8] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let byte = text[index]
      if (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) {
        letters.append(byte)
        index += 1
      } else if byte == 0xD0, index + 1 < range.upperBound, text[index + 1] == 0xA5 {
        letters.append(UInt8(ascii: "X"))
        index += 2
      } else if byte == 0xD0, index + 1 < range.upperBound, text[index + 1] == 0x86 {
        letters.append(UInt8(ascii: "I"))
        index += 2
      } else {
        break
      }
    }
    let isLatin = index - range.lowerBound == letters.count
    guard !letters.isEmpty, isLatin || letters.count > 1 else { return nil }
    return (letters, index - range.lowerBound)
  }

  /// The value of a canonical Roman numeral that is more likely a number than an abbreviation, else nil.
  ///
  /// `XXI`, `IV` and `MCMXCIX` are numbers; `CD`, `MD`, `MIX` and `XL` are written in the same letters and are something
  /// else in the news, as are single letters other than `I`, `V`, `X`.
  static func value(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    guard (1...15).contains(range.count), let value = canonical(text, range) else { return nil }
    var hasLarge = false
    var hasFifty = false
    for index in range {
      switch text[index] {
      case UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"): hasLarge = true
      case UInt8(ascii: "L"): hasFifty = true
      default: break
      }
    }
    if hasLarge { return range.count >= 4 ? value : nil }
    if hasFifty { return range.count >= 3 || value == 60 ? value : nil }
    return value
  }

  /// The value of the letters, if no shorter spelling exists and they are in order.
  private static func canonical(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
    var value = 0
    var index = range.lowerBound
    let letters: [(UInt8, UInt8, UInt8, Int)] = [
      (UInt8(ascii: "M"), 0, 0, 1000),
      (UInt8(ascii: "C"), UInt8(ascii: "D"), UInt8(ascii: "M"), 100),
      (UInt8(ascii: "X"), UInt8(ascii: "L"), UInt8(ascii: "C"), 10),
      (UInt8(ascii: "I"), UInt8(ascii: "V"), UInt8(ascii: "X"), 1),
    ]
    for (one, five, ten, unit) in letters {
      let digit = digit(text, index..<range.upperBound, one: one, five: five, ten: ten)
      value += digit.value * unit
      index += digit.length
    }
    return index == range.upperBound && value > 0 ? value : nil
  }

  /// One decimal digit in Roman letters at the start of a range.
  private static func digit(
    _ text: Span<UInt8>,
    _ range: Range<Int>,
    one: UInt8,
    five: UInt8,
    ten: UInt8
  ) -> (value: Int, length: Int) {
    var index = range.lowerBound
    func at(_ index: Int) -> UInt8 { index < range.upperBound ? text[index] : 0 }
    if at(index) == one, five != 0, at(index + 1) == five { return (4, 2) }
    if at(index) == one, ten != 0, at(index + 1) == ten { return (9, 2) }
    var value = 0
    if five != 0, at(index) == five {
      value = 5
      index += 1
    }
    var ones = 0
    while ones < 3, at(index) == one {
      ones += 1
      index += 1
    }
    return (value + ones, index - range.lowerBound)
  }
}
