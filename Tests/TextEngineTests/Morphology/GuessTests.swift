import StandardRules
import Testing
import TextEngine

@Suite struct GuessTests {
  let dictionary = StandardLexicon.dictionary

  /// A word of the text, a reading that must be among its guesses, and the lemma that this has.
  static let names: [(String, GrammemeSet, String)] = [
    ("Жумакенов", [.surname, .masculine, .singular, .nominative], "жумакенов"),
    ("Жумакенова", [.surname, .masculine, .singular, .genitive], "жумакенов"),
    ("Жумакенова", [.surname, .masculine, .singular, .accusative], "жумакенов"),
    ("Жумакенова", [.surname, .feminine, .singular, .nominative], "жумакенов"),
    ("Жумакеновой", [.surname, .feminine, .singular, .instrumental], "жумакенов"),
    ("Жумакеновым", [.surname, .masculine, .singular, .instrumental], "жумакенов"),
    ("Өтегенова", [.surname, .feminine, .singular, .nominative], "өтегенов"),
    ("Қасқырбаев", [.surname, .masculine, .singular, .nominative], "қасқырбаев"),
    ("Кобляковой", [.surname, .feminine, .singular, .genitive], "кобляков"),
    ("Подзаборенко", [.surname, .indeclinable, .nominative], "подзаборенко"),
    ("Нурмагали", [.givenName, .masculine, .nominative], "нурмагали"),
    ("Туаныш", [.givenName, .masculine, .nominative], "туаныш"),
    ("Туаныша", [.givenName, .masculine, .genitive], "туаныш"),
    ("Туаныш", [.surname, .feminine, .indeclinable, .dative], "туаныш"),
    ("Талғат", [.givenName, .masculine, .nominative], "талғат"),
    ("Зәру", [.surname, .indeclinable, .nominative], "зәру"),
    ("Крепышинск", [.geographic, .masculine, .nominative], "крепышинск"),
    ("Крепышинске", [.geographic, .masculine, .locative], "крепышинск"),
    ("Бозторғай", [.noun, .masculine, .nominative], "бозторғай"),
    ("Тлеуғабылұлы", [.patronymic, .masculine, .nominative], "тлеуғабылұлы"),
    ("Ә", [.surname, .indeclinable, .nominative], "ә"),
  ]

  @Test(arguments: names)
  func `an unknown capitalised word is declined as a name`(
    _ word: String,
    _ reading: GrammemeSet,
    _ lemma: String
  ) {
    let lower = Array(word.lowercased().utf8)
    try? #require(dictionary.analyses(of: word.lowercased()).isEmpty)
    let guesses = dictionary.guesses(of: word).filter { $0.grammemes.isSuperset(of: reading) }
    let lemmas = guesses.map {
      String(decoding: dictionary.lemma(of: lower.span, $0), as: UTF8.self)
    }
    #expect(lemmas.contains(lemma), "\(lemmas)")
  }

  @Test(arguments: [
    ("ЖУМАКЕНОВ", true), ("ЖУМАКЕНОВОЙ", true), ("АБВГДЪ", false), ("ABC", false), ("", false),
  ])
  func `a word of capitals is a surname or nothing`(_ word: String, _ isSurname: Bool) {
    var guesses: [Analysis] = []
    dictionary.appendSurnameGuesses(of: Array(word.lowercased().utf8).span, to: &guesses)
    #expect(guesses.allSatisfy { $0.grammemes.contains(.surname) })
    #expect(guesses.isEmpty != isSurname)
  }

  @Test(arguments: ["Жумакенов", "Нурпекенов", "Өтегенова", "Кобляковой", "Нукербаевым"])
  func `a surname comes before anything else`(_ word: String) throws {
    let first = try #require(dictionary.guesses(of: word).first)
    #expect(first.grammemes.contains(.surname))
  }

  /// A word of the text, and the lemma and grammemes of its first guess.
  static let words: [(String, String, GrammemeSet)] = [
    ("киберугрозами", "киберугроза", [.noun, .feminine, .plural, .instrumental]),
    ("криптообменников", "криптообменник", [.noun, .masculine, .plural, .genitive]),
    ("хот-догами", "хот-дог", [.noun, .masculine, .plural, .instrumental]),
    ("турбофишками", "турбофишка", [.noun, .feminine, .plural, .instrumental]),
    ("глокую", "глокий", [.adjective, .feminine, .singular, .accusative]),
    ("бокрёнка", "бокрёнок", [.noun, .masculine, .singular, .genitive]),
    ("бокренка", "бокрёнок", [.noun, .masculine, .singular, .genitive]),
    ("кудлатировать", "кудлатировать", [.infinitive]),
    ("шазамирует", "шазамировать", [.verb, .singular, .thirdPerson]),
    ("лайкабельности", "лайкабельность", [.noun, .feminine, .singular, .genitive]),
  ]

  @Test(arguments: words)
  func `an unknown lower-case word goes by its last part or its ending`(
    _ word: String,
    _ lemma: String,
    _ grammemes: GrammemeSet
  ) throws {
    #expect(dictionary.analyses(of: word).isEmpty)
    let guess = try #require(dictionary.guesses(of: word).first)
    let found = dictionary.lemma(of: Array(word.utf8).span, guess)
    #expect(String(decoding: found, as: UTF8.self) == lemma)
    #expect(guess.grammemes.isSuperset(of: grammemes))
  }

  @Test(arguments: ["", "ә", "қққ", "hello", "-", "а-", "-а", "я", "1990", "’", "бә-ү", "\u{0}"])
  func `what looks like no word has only readings that give it back`(_ word: String) {
    for guess in dictionary.guesses(of: word) + dictionary.guesses(of: word, capitalised: true) {
      #expect(guess.isGuessed)
      let same = dictionary.form(of: Array(word.utf8).span, guess, row: Int(guess.row))
      #expect(String(decoding: same, as: UTF8.self) == word)
    }
    #expect(word.isEmpty || !dictionary.guesses(of: word, capitalised: true).isEmpty)
  }

  @Test func `no reading is guessed twice`() {
    for (word, _, _) in GuessTests.names {
      let guesses = dictionary.guesses(of: word)
      #expect(Set(guesses).count == guesses.count)
    }
  }
}

extension MorphDictionary {
  /// The guesses for a word, for tests; capitalised if it is written so.
  func guesses(of word: String, capitalised: Bool? = nil) -> [Analysis] {
    let isCapitalised = capitalised ?? (word.first?.isUppercase ?? false)
    var analyses: [Analysis] = []
    let count = appendGuesses(
      of: Array(word.lowercased().utf8).span,
      capitalised: isCapitalised,
      to: &analyses
    )
    #expect(count == analyses.count)
    return analyses
  }
}
