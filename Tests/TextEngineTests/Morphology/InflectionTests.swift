import StandardRules
import Testing
import TextEngine

@Suite struct InflectionTests {
  let dictionary = StandardLexicon.dictionary

  /// A form of the text, what its reading must have, what is wanted, and the result.
  struct Case: CustomStringConvertible, Sendable {
    var word: String
    var reading: GrammemeSet
    var wanted: GrammemeSet
    var expected: String?

    init(_ word: String, _ reading: GrammemeSet, _ wanted: GrammemeSet, _ expected: String?) {
      (self.word, self.reading, self.wanted, self.expected) = (word, reading, wanted, expected)
    }

    var description: String { "\(word) → \(expected ?? "nothing")" }
  }

  static let nouns: [Case] = [
    Case("президентом", .noun, .nominative, "президент"),
    Case("министерства", [.singular, .genitive], .nominative, "министерство"),
    Case("министерства", [.plural, .nominative], .genitive, "министерств"),
    Case("министерства", [.plural, .nominative], [.singular], "министерство"),
    Case("студентов", [.plural, .genitive], [.singular, .nominative], "студент"),
    Case("студент", .noun, [.plural, .accusative], "студентов"),
    Case("стол", .nominative, [.plural, .accusative], "столы"),
    Case("компанией", .noun, .nominative, "компания"),
    Case("компанию", .noun, [.plural, .genitive], "компаний"),
    Case("людьми", .noun, .nominative, "люди"),
    Case("детей", .genitive, .nominative, "дети"),
    Case("выборах", .pluralOnly, .nominative, "выборы"),
    Case("выборах", .pluralOnly, [.singular, .nominative], "выборы"),
    Case("лесу", .locative2, .nominative, "лес"),
    Case("чаю", .partitive, .dative, "чаю"),
    Case("году", .locative2, [.plural], "годах"),
    Case("времени", .genitive, .nominative, "время"),
    Case("путём", .instrumental, .nominative, "путь"),
    Case("путем", .instrumental, .nominative, "путь"),
    Case("звезд", .genitive, .nominative, "звёзды"),
    Case("котел", .nominative, .genitive, "котла"),
    Case("пальто", [.singular, .genitive], .nominative, "пальто"),
    Case("матери", [.singular, .genitive], .nominative, "мать"),
    Case("татьяне", .dative, .nominative, "татьяна"),
    Case("иванова", [.surname, .masculine, .genitive], .nominative, "иванов"),
    Case("иванова", [.surname, .feminine], .nominative, "иванова"),
    Case("ивановой", [.surname, .feminine, .dative], .nominative, "иванова"),
    Case("иванов", [.surname, .masculine], .feminine, "иванова"),
    Case("москвой", .noun, .nominative, "москва"),
  ]

  static let adjectives: [Case] = [
    Case("высшего", [.masculine, .genitive], .nominative, "высший"),
    Case("высочайшего", [.masculine, .genitive], .nominative, "высочайший"),
    Case("высокого", [.masculine, .genitive], .nominative, "высокий"),
    Case("зелёного", [.masculine, .genitive], [.plural, .nominative], "зелёные"),
    Case("зеленого", [.masculine, .genitive], [.plural, .nominative], "зелёные"),
    Case("новой", [.feminine, .genitive], .nominative, "новая"),
    Case("новую", .feminine, .instrumental, "новой"),
    Case("новою", .feminine, .nominative, "новая"),
    Case("крупные", .nominative, [.singular], "крупный"),
    Case("крупные", .nominative, [.singular, .neuter], "крупное"),
    Case("последних", .genitive, [.singular, .nominative], "последний"),
    Case("новых", .genitive, [.accusative, .animate], "новых"),
    Case("новых", .genitive, [.accusative, .inanimate], "новые"),
    Case("новых", .genitive, .accusative, "новые"),
    Case("новых", [.accusative, .animate], [.singular, .masculine], "нового"),
    Case("государственного", [.masculine, .genitive], .nominative, "государственный"),
    Case("третьей", [.feminine, .genitive], .nominative, "третья"),
    Case("сего", [.masculine, .genitive], .nominative, "сей"),
    Case("проведённого", [.masculine, .genitive], .nominative, "проведённый"),
    Case("проведенного", [.masculine, .genitive], .nominative, "проведённый"),
    Case("действующими", .participle, [.singular, .nominative, .feminine], "действующая"),
    Case("сказавшему", [.masculine, .dative], .nominative, "сказавший"),
  ]

  static let others: [Case] = [
    Case("двух", .genitive, .nominative, "два"),
    Case("пятью", .instrumental, .nominative, "пять"),
    Case("им", .dative, .nominative, "они"),
    Case("вчера", .adverb, .genitive, nil),
    Case("сказал", .verb, .nominative, nil),
    Case("сказал", .verb, .feminine, "сказала"),
    Case("сказал", .verb, .plural, "сказали"),
  ]

  @Test(arguments: nouns + adjectives + others)
  func `a word takes the wanted form`(_ test: Case) throws {
    let word = Array(test.word.utf8)
    let reading = try #require(
      dictionary.analyses(of: test.word).first { $0.grammemes.isSuperset(of: test.reading) }
    )
    let form = dictionary.inflect(word.span, reading, to: test.wanted)
    #expect(form.map { String(decoding: $0, as: UTF8.self) } == test.expected)
  }

  @Test func `a form is its own inflection to its own case, number and gender`() {
    for word in ["министерства", "новых", "ивановой", "двух", "годах", "высшими"] {
      for reading in dictionary.analyses(of: word) {
        let form = dictionary.inflect(Array(word.utf8).span, reading, to: [])
        #expect(form.map { String(decoding: $0, as: UTF8.self) } == word)
      }
    }
  }

  @Test func `a guessed surname is put into the nominative of its gender`() throws {
    for (wanted, expected): (GrammemeSet, String) in [
      ([.masculine, .genitive], "токмуратов"), ([.feminine, .nominative], "токмуратова"),
    ] {
      let reading = try #require(
        dictionary.guesses(of: "Токмуратова").first {
          $0.grammemes.isSuperset(of: wanted.union(.surname))
        }
      )
      let form = dictionary.inflect(Array("токмуратова".utf8).span, reading, to: .nominative)
      #expect(form.map { String(decoding: $0, as: UTF8.self) } == expected)
    }
  }
}
