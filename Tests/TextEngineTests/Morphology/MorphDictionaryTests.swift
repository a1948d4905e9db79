import StandardRules
import Testing
import TextEngine

@Suite struct MorphDictionaryTests {
  let dictionary = StandardLexicon.dictionary

  @Test func `20,000 forms have the readings and lemmas of the source dictionary`() throws {
    let sample = try LexiconSample()
    try #require(sample.forms.count == 20_000)
    var wrong: [String] = []
    for (form, readings) in sample.forms {
      let word = Array(form.utf8)
      let found = dictionary.analyses(of: form).map {
        LexiconSample.Reading(
          lemma: String(decoding: dictionary.lemma(of: word.span, $0), as: UTF8.self),
          grammemes: $0.grammemes
        )
      }
      // Words that the source has with е and with ё are one reading of a form with е, under either spelling.
      let isSame =
        Set(found).isSubset(of: readings) && Set(found.map(\.folded)) == Set(readings.map(\.folded))
      if !isSame { wrong.append(form) }
    }
    #expect(wrong.isEmpty, "\(wrong.count) forms differ: \(wrong.prefix(20))")
  }

  @Test func `each row of each sampled paradigm gives back its own form`() throws {
    let sample = try LexiconSample()
    for (form, _) in sample.forms.prefix(2000) {
      let word = Array(form.utf8)
      for analysis in dictionary.analyses(of: form) {
        let row = Int(analysis.row)
        let same = dictionary.form(of: word.span, analysis, row: row)
        let spelling = String(decoding: same, as: UTF8.self)
        #expect(spelling.replacing("ё", with: "е") == form.replacing("ё", with: "е"))
        #expect(row < dictionary.rowCount(analysis.paradigm))
        #expect(dictionary.grammemes(analysis.paradigm, row: row) == analysis.grammemes)
        // The lemma is a form of the same paradigm, and found as such.
        let lemma = dictionary.lemma(of: word.span, analysis)
        var again: [Analysis] = []
        _ = dictionary.appendAnalyses(of: lemma.span, to: &again)
        #expect(again.contains { $0.paradigm == analysis.paradigm && $0.row == 0 })
      }
    }
  }

  /// A word of the text, and the lemmas that are found for it.
  static let spellings: [(String, Set<String>)] = [
    ("зеленого", ["зелёный"]),
    ("зелёного", ["зелёный"]),
    ("все", ["весь", "всё"]),
    ("всё", ["весь", "всё"]),
    ("елка", ["ёлка"]),
    ("трехлетнего", ["трёхлетний"]),
    ("еще", ["ещё"]),
    ("королев", ["королева", "королёв"]),
    ("кремль", ["кремль"]),
  ]

  @Test(arguments: spellings)
  func `an е of the text may stand for an ё`(_ word: String, _ lemmas: Set<String>) {
    #expect(dictionary.lemmas(of: word) == lemmas)
  }

  @Test func `a word with ё that the dictionary spells with е is found`() {
    #expect(dictionary.lemmas(of: "афёры") == dictionary.lemmas(of: "аферы"))
    #expect(!dictionary.analyses(of: "афёры").isEmpty)
  }

  @Test func `readings state the ambiguity of a form`() {
    let readings = dictionary.analyses(of: "министерства").map(\.grammemes)
    let noun: GrammemeSet = [.noun, .inanimate, .neuter]
    #expect(
      Set(readings) == [
        noun.union([.singular, .genitive]), noun.union([.plural, .nominative]),
        noun.union([.plural, .accusative]),
      ]
    )
  }

  /// A form, and the lemma and grammemes of its most frequent reading.
  static let frequent: [(String, String, GrammemeSet)] = [
    ("министерства", "министерство", [.singular, .genitive]),
    ("президента", "президент", [.singular, .genitive]),
    ("банка", "банк", [.masculine, .genitive]),
    ("стали", "стать", [.verb, .past]),
    ("новой", "новый", [.feminine, .genitive]),
    ("том", "тот", [.pronominal, .locative]),
  ]

  @Test(arguments: frequent)
  func `the reading that the corpus has most often comes first`(
    _ form: String,
    _ lemma: String,
    _ grammemes: GrammemeSet
  ) throws {
    let first = try #require(dictionary.analyses(of: form).first)
    let found = dictionary.lemma(of: Array(form.utf8).span, first)
    #expect(String(decoding: found, as: UTF8.self) == lemma)
    #expect(first.grammemes.isSuperset(of: grammemes))
  }

  @Test(arguments: ["", "ъъъ", "өзбек", "hello", "-", "’", "\u{0}", "слово\u{301}", "слово "])
  func `what is no word of the dictionary has no readings`(_ word: String) {
    #expect(dictionary.analyses(of: word).isEmpty)
  }

  @Test func `broken UTF-8 is no word`() {
    let broken: [[UInt8]] = [
      [0xD0], [0xD1], [0xE2, 0x80], [0xE2], [0xFF, 0xFE], [0xD0, 0xD0, 0xD0], [0xD0, 0xBE, 0xD0],
    ]
    for word in broken {
      var analyses: [Analysis] = []
      #expect(dictionary.appendAnalyses(of: word.span, to: &analyses) == 0)
      #expect(analyses.isEmpty)
    }
  }

  @Test func `a reading that does not belong to the word leaves it as it is`() {
    let word = Array("стол".utf8)
    let foreign = Analysis(paradigm: .max, row: .max, grammemes: [])
    #expect(dictionary.lemma(of: word.span, foreign) == word)
    for analysis in dictionary.analyses(of: "президентами") {
      #expect(dictionary.lemma(of: word.span, analysis) == word)
      #expect(dictionary.form(of: word.span, analysis, row: -1) == word)
      #expect(dictionary.form(of: word.span, analysis, row: 10_000) == word)
    }
    #expect(dictionary.rowCount(.max) == 0)
    #expect(dictionary.grammemes(0, row: -1) == [])
  }
}

extension MorphDictionary {
  /// The readings of a word, for tests.
  func analyses(of word: String) -> [Analysis] {
    var analyses: [Analysis] = []
    let count = appendAnalyses(of: Array(word.utf8).span, to: &analyses)
    #expect(count == analyses.count)
    return analyses
  }

  /// The lemmas of a word, for tests.
  func lemmas(of word: String) -> Set<String> {
    Set(
      analyses(of: word).map {
        String(decoding: lemma(of: Array(word.utf8).span, $0), as: UTF8.self)
      }
    )
  }
}
