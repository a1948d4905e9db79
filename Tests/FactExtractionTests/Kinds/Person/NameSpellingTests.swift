import Testing
import TextEngine

@testable import FactExtraction

/// Other forms of a word of a name, spelt as the word is.
struct NameSpellingTests {
  @Test(arguments: [
    ("Петра", "пётр", "Пётр"), ("О'Нила", "о'нил", "О'Нил"), ("ПЕТРА", "пётр", "ПЕТР"),
    ("Алёны", "алена", "Алёна"), ("Ли", "ли", "Ли"), ("Льва", "лев", "Лев"),
    ("На\u{438}\u{306}денова", "найденов", "Наи\u{306}денов"), ("Иванова", "иванов", "Иванов"),
    ("Ан", "анна", "Анна"), ("Ёжикова", "ежиков", "Ёжиков"),
  ])
  func `a form has the letters of the word as far as both are alike`(
    word: String,
    form: String,
    merged: String
  ) {
    let spelling = NameSpelling(word)
    let found = spelling.spelling(of: Array(form.utf8), Folding.folded(form))
    #expect(found == LetterShape.merged(form, into: word))
    if !word.unicodeScalars.contains("\u{306}") { #expect(found == merged) }
  }
}
