import Testing
import TextEngine

/// The case of Russian letters, against the tables of Unicode.
struct RussianLetterTests {
  /// All letters of two bytes that begin as Russian ones do.
  private static let letters = (UInt32(0x400)...0x47F).compactMap(Unicode.Scalar.init)

  private static func isRussian(_ letter: Unicode.Scalar) -> Bool {
    (0x410...0x44F).contains(letter.value) || letter == "Ё" || letter == "ё"
  }

  @Test(arguments: letters)
  func `a letter has the case that Unicode gives it`(letter: Unicode.Scalar) throws {
    let bytes = Array(String(letter).utf8)
    let small = RussianLetter.small(bytes[0], bytes[1]).map {
      String(decoding: [$0.0, $0.1], as: UTF8.self)
    }
    let capital = RussianLetter.capital(bytes[0], bytes[1]).map {
      String(decoding: [$0.0, $0.1], as: UTF8.self)
    }
    let properties = letter.properties
    #expect(small == (Self.isRussian(letter) ? properties.lowercaseMapping : nil))
    let isSmall = Self.isRussian(letter) && properties.isLowercase
    #expect(capital == (isSmall ? properties.uppercaseMapping : nil))
    let isCapital = ("А"..."Я").contains(letter)
    #expect(RussianLetter.isCapital(bytes[0], bytes[1]) == isCapital)
  }
}
