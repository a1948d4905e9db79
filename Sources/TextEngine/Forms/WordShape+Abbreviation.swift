extension WordShape {
  /// In letters; longer words in capitals are common words of a heading.
  private static let longestAbbreviation = 7

  /// Whether a word is spelled like one made of the first letters of others: «ВНИИТФ», «КазНУ».
  ///
  /// - Parameter shape: The word's shape.
  static func isAbbreviation(_ word: Span<UInt8>, _ shape: WordShape) -> Bool {
    // Of a compound the parts are looked at: «ДЖЕЙ-ЗИ».
    for index in 0..<word.count where word[index] == UInt8(ascii: "-") { return false }
    if shape.contains(.upper) { return word.count <= 2 * longestAbbreviation }
    guard shape.contains(.mixedCase) else { return false }
    var last = word.count - 1
    while last > 0, word[last] & 0xC0 == 0x80 { last -= 1 }
    return of(word.extracting(last..<word.count), kind: .word).shape.contains(.startsUpper)
  }

  /// Whether the first two letters of a word are capitals: «НПЗа».
  static func startsWithCapitals(_ word: Span<UInt8>) -> Bool {
    var end = 0
    for _ in 0..<2 where end < word.count {
      end += UTF8Decoding.scalar(in: word, at: end).length
    }
    return of(word.extracting(0..<min(end, word.count)), kind: .word).shape.contains(.upper)
  }
}
