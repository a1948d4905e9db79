import Testing

@testable import TextEngine

@Suite struct LookAlikesTests {
  /// A word with letters of both alphabets, Latin ones as escapes, and what it is looked up as; nil if as it stands.
  static let words: [(String, String?)] = [
    ("\u{4D}инистерство", "Министерство"), ("пр\u{65}зидент", "президент"),
    ("М\u{42}Д", "МВД"), ("\u{43}\u{41}мара", "САмара"), ("\u{41}pple", nil),
    ("\u{410}pple", "Apple"), ("Министерство", nil), ("IT-компания", nil), ("Wi-Fi", nil),
    ("кино-\u{6D}иp", nil), ("Qазақ", nil), ("", nil), ("-", nil),
    ("м\u{6F}л\u{6F}ко-1", "молоко-1"),
  ]

  @Test(arguments: words)
  func `a word of two alphabets is looked up in one`(_ word: String, _ expected: String?) {
    let unified = LookAlikes.unified(Array(word.utf8).span)
    #expect(unified.map { String(decoding: $0, as: UTF8.self) } == expected)
  }

  @Test(arguments: [
    ("ВНИИТФ", true), ("КазНУ", true), ("МГУ", true), ("Министерство", false), ("НПЗа", false),
    ("СОВЕЩАНИЕ", false), ("ДЖЕЙ-ЗИ", false), ("Я", false), ("iPhone", false),
  ])
  func `abbreviations are told by their capitals`(_ word: String, _ expected: Bool) {
    let bytes = Array(word.utf8)
    let shape = WordShape.of(bytes.span, kind: .word).shape
    #expect(WordShape.isAbbreviation(bytes.span, shape) == expected)
  }
}
