import Testing

/// The type of an entity at mentions that leave it open.
struct TypeElsewhereTests {
  private static let rules = """
    cascade body
    fact body { type: enum(company, bank, other) required   name: text required key }
    phase body
    rule firm -> body { match 'фирма' n:[latin & cap] emit type = company, name = text(n) }
    rule bank -> body { match 'банк' n:[latin & cap] emit type = bank, name = text(n) }
    rule alone -> body { match n:[latin & cap] emit type = other, name = text(n) }
    """

  /// The types of the facts of a text.
  private func types(_ text: String) throws -> [String?] {
    try InlineRules(Self.rules).values("type", of: "body", in: text)
  }

  @Test(arguments: [
    ("Открылась фирма Nordwind. Всё у Nordwind в порядке.", ["company", "company"]),
    ("Всё у Nordwind в порядке. Это банк Nordwind.", ["bank", "bank"]),
    ("Банк Nordwind рад. Есть и фирма Nordwind. Есть Nordwind.", ["bank", "company", "bank"]),
    ("Всё у Nordwind в порядке. Есть Nordwind.", ["other", "other"]),
    ("Открылась фирма Nordwind. Всё у Sudwind в порядке.", ["company", "other"]),
  ])
  func `the first mention that tells the type tells it for the others`(
    text: String,
    expected: [String]
  ) throws {
    #expect(try types(text) == expected)
  }
}
