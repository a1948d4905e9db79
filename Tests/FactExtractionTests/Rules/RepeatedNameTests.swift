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
    let rules = try InlineRules(
      """
      cascade paper > mention
      fact paper { name: text required key }
      fact mention { name: text required }
      phase paper
      rule paper -> paper { match "газета" "«" n:[cap] "»" emit name = text(n) }
      phase mention
      rule mention -> mention { match n:<paper_again> emit name = text(n) }
      """
    )
    #expect(rules.facts(in: text).contains("[\(again)] name=\(again)"))
  }
}
