import Testing

@testable import TextEngine

struct TokenPatternTests {
  @Test(arguments: [
    ("[А-Я]{2,4}", "МВД", true), ("[А-Я]{2,4}", "М", false), ("[А-Я]{2,4}", "МВДРФ", false),
    ("а(б|в)*г?", "абвб", true), ("а(б|в)*г?", "авг", true), ("а(б|в)*г?", "агб", false),
    ("\\d+[.,]\\d", "12,5", true), ("\\d+[.,]\\d", "12,", false), ("[^а-я]+", "ABC", true),
    ("[^а-я]+", "ABв", false), ("(а?){20}", "ааааа", true), (".", "ё", true),
  ])
  func `an expression takes the whole word`(source: String, word: String, holds: Bool) throws {
    let pattern = try TokenPattern(source)
    let matches = pattern.matches(Array(word.utf8).span)
    #expect(matches == holds)
  }

  @Test func `an expression of more than 64 states matches like a smaller one`() throws {
    // The same language twice: counted out, which takes a state for each letter, and with a star.
    let large = try TokenPattern("([а-я][а-я]){0,60}[0-9]")
    let small = try TokenPattern("([а-я][а-я])*[0-9]")
    for length in 0..<120 {
      for ending in ["5", "", "5а"] {
        let word = Array((String(repeating: "я", count: length) + ending).utf8)
        let (counted, starred) = (large.matches(word.span), small.matches(word.span))
        #expect(counted == starred, "\(length) \(ending)")
      }
    }
  }

  @Test(arguments: [
    (".*[іїєқ].*", true), ("(д|Д)['’ʼ][А-ЯЁ].*", true), (".+(а|я)", false), ("[^а-я]+", false),
    ("[А-Я]+№?", false), ("[0-9]+%", true), ("(ә|ө)?[а-я]*", false),
  ])
  func `an expression of uncommon letters takes no word without them`(
    source: String,
    needsUncommon: Bool
  ) throws {
    let pattern = try TokenPattern(source)
    #expect(pattern.needsUncommon == needsUncommon)
    for word in ["қала", "д’Арк", "д'Арк", "мама", "ABC", "12%", "мамө", "ЁЛКА-2", "7,5"] {
      let bytes = Array(word.utf8)
      if pattern.matches(bytes.span), needsUncommon {
        let isUncommon = PatternHints.isUncommon(bytes.span)
        #expect(isUncommon, "\(word)")
      }
    }
  }
}
