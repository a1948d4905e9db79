import FactExtraction
import FactTesting
import Testing
import TextEngine

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
    let rules = try InlineRules(Self.rules)
    let document = Document(text: SourceText(text))
    let found = rules.extractor.extract(document)
    let program = rules.extractor.program
    return found.facts.map {
      FieldComparison.text("type", of: $0, in: found, program: program, text: document.text)
    }
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
