import Testing
import TextEngine

@Suite struct CellsTests {
  @Test func `the masks of the cases tile all cells`() {
    let cases: [Cells] = [
      .nominative, .genitive, .dative, .animateAccusative, .inanimateAccusative, .instrumental,
      .locative,
    ]
    #expect(cases.reduce(Cells()) { $0.union($1) } == .all)
    #expect(cases.map { $0.rawValue.nonzeroBitCount }.reduce(0, +) == 28)
    #expect(Cells.accusative == Cells.animateAccusative.union(.inanimateAccusative))
  }

  @Test func `the masks of the numbers tile all cells`() {
    let numbers: [Cells] = [.masculine, .feminine, .neuter, .plural]
    #expect(numbers.reduce(Cells()) { $0.union($1) } == .all)
    #expect(numbers.map { $0.rawValue.nonzeroBitCount }.reduce(0, +) == 28)
    #expect(Cells.singular.union(.plural) == .all)
    #expect(Cells.singular.isDisjoint(with: .plural))
  }

  /// What a reading with these grammemes fills.
  static let readings: [(GrammemeSet, Cells, String)] = [
    (
      [.noun, .inanimate, .masculine, .singular, .genitive],
      Cells.genitive.intersection(.masculine), "стола"
    ),
    (
      [.noun, .animate, .masculine, .plural, .accusative],
      Cells.animateAccusative.intersection(.plural), "студентов"
    ),
    (
      [.noun, .inanimate, .neuter, .plural, .nominative],
      Cells.nominative.intersection(.plural), "министерства"
    ),
    (
      [.noun, .inanimate, .masculine, .singular, .locative2],
      Cells.locative.intersection(.masculine), "лесу"
    ),
    (
      [.noun, .inanimate, .masculine, .singular, .partitive],
      Cells.genitive.intersection(.masculine), "чаю"
    ),
    (
      [.noun, .animate, .feminine, .singular, .vocative],
      Cells.nominative.intersection(.feminine), "мам"
    ),
    (
      [.noun, .animate, .commonGender, .singular, .dative],
      Cells.dative.intersection([.masculine, .feminine]), "сироте"
    ),
    (
      [.adjective, .feminine, .singular, .accusative],
      Cells.accusative.intersection(.feminine), "новую"
    ),
    (
      [.adjective, .masculine, .singular, .accusative, .inanimate],
      Cells.inanimateAccusative.intersection(.masculine), "новый"
    ),
    ([.adjective, .plural, .instrumental], Cells.instrumental.intersection(.plural), "новыми"),
    (
      [.noun, .animate, .masculine, .plural, .accusative2],
      Cells.inanimateAccusative.intersection(.plural), "депутаты"
    ),
    ([.shortAdjective, .feminine, .singular], .feminine, "готова"),
    ([.verb, .perfective, .past, .indicative, .masculine, .singular], .masculine, "сказал"),
    ([.verb, .present, .plural, .thirdPerson], .plural, "говорят"),
    (
      [.pronoun, .firstPerson, .singular, .nominative], Cells.nominative.intersection(.singular),
      "я"
    ),
    ([.numeral, .genitive], .genitive, "пяти"),
    (
      [.numeral, .feminine, .nominative], Cells.nominative.intersection([.feminine, .plural]), "две"
    ),
    ([.adverb], .all, "быстро"),
  ]

  @Test(arguments: readings.indices)
  func `a reading fills the cells of its grammemes`(index: Int) {
    let (grammemes, cells, word) = Self.readings[index]
    #expect(Cells(grammemes: grammemes) == cells, "\(word)")
  }

  @Test func `cells spread over numbers and over cases`() {
    let cell = Cells.dative.intersection(.neuter)
    #expect(cell.inAnyNumber == .dative)
    #expect(cell.inAnyCase == .neuter)
    #expect(Cells().inAnyNumber.isEmpty)
    #expect(Cells.all.inAnyNumber == .all)
  }
}
