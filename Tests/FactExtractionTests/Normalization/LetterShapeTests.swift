import Testing

@testable import FactExtraction

struct LetterShapeTests {
  @Test(arguments: [
    ("министерство", "Министерства", "Министерство"), ("завод", "завода", "завод"),
    ("автоваз", "АвтоВАЗа", "АвтоВАЗ"), ("оон", "ООН", "ООН"), ("я", "Я", "Я"),
    ("белозеров", "Белозёрова", "Белозёров"), ("ёж", "Ежа", "Ёж"),
    ("санкт-петербург", "Санкт-Петербурга", "Санкт-Петербург"), ("google", "Google", "Google"),
  ])
  func `a word takes the capitals of another`(word: String, model: String, wanted: String) {
    #expect(LetterShape.restored(word, like: model) == wanted)
  }

  @Test(arguments: ["", "ЁЖ и Ёлка", "ABC-Завод №1", "Ǆ Ñandú", "Қазақ", "İ"])
  func `letters are made small as the standard library makes them`(text: String) {
    #expect(LetterShape.lowered(text).utf8.elementsEqual(text.lowercased().utf8))
  }

  @Test func `a word is cut at its hyphens, if nothing combines with them`() {
    #expect(LetterShape.parts(of: "пресс-служба") == ["пресс", "служба"])
    #expect(LetterShape.parts(of: "-а--б") == ["", "а", "", "б"])
    #expect(LetterShape.parts(of: "а-\u{301}б") == ["а-\u{301}б"])
  }
}
