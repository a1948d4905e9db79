import Testing

/// Names that a phase has found, found again.
@Suite struct RepeatedNameTests {
  @Test(arguments: [
    ("Вышла газета «День». Читателей Дня много.", "Дня"),
    ("Вышла газета «Лев». О Льве пишут.", "Льве"),
    ("Вышла газета «Рожь». Читателей Ржи много.", "Ржи"),
    ("Вышла газета «Камень». Читателей Камня много.", "Камня"),
  ])
  func `a name is found again in forms that lose a vowel`(text: String, again: String) throws {
    #expect(try Self.rules().facts(in: text).contains("[\(again)] name=\(again)"))
  }

  /// Neither is a word: what a text has besides letters does not hide the name.
  @Test(arguments: ["\u{AD}", "\u{301}", "\u{AD} \u{AD}"])
  func `a mark that folds to nothing between two words of a name is no word`(mark: String) throws {
    let rules = try Self.rules()
    let name = "Красный \(mark) Камень"
    let whole = "[Красном Камне] name=Красном Камне"
    #expect(rules.facts(in: "Вышла газета «\(name)». О Красном Камне пишут.").contains(whole))
    let marked = "Красном \(mark) Камне"
    for name in [name, "Красный Камень"] {
      let facts = rules.facts(in: "Вышла газета «\(name)». О \(marked) пишут.")
      #expect(facts.contains("[\(marked)] name=\(marked)"))
    }
  }

  /// Papers in quotation marks, and their names where they stand again.
  private static func rules() throws -> InlineRules {
    try InlineRules(
      """
      cascade paper > mention
      fact paper { name: text required key }
      fact mention { name: text required }
      phase paper
      rule paper -> paper { match "газета" "«" n:([cap] any{0,4}) "»" emit name = text(n) }
      phase mention
      rule mention -> mention { match n:<paper_again> emit name = text(n) }
      """
    )
  }
}
