import Testing

@testable import TextEngine

@Suite struct TestClauseTests {
  /// `!( (0 | 1) & (2 | 3) & … )`, whose ways are two to the power of the number of choices.
  private static func refusal(ofChoices count: Int) -> TokenTest {
    let choices: [TokenTest] = (0..<SymbolID(count)).map { number in
      TokenTest.any([.form(number * 2), .form(number * 2 + 1)])
    }
    return .not(.all(choices))
  }

  @Test func `a refusal of a choice refuses each of its ways`() throws {
    let clauses = TestClause.all(of: Self.refusal(ofChoices: 2))
    let clause = try #require(clauses.first)
    #expect(clauses.count == 1)
    #expect(
      clause.rest == [
        .not(.all([.form(0), .form(2)])), .not(.all([.form(0), .form(3)])),
        .not(.all([.form(1), .form(2)])), .not(.all([.form(1), .form(3)])),
      ]
    )
  }

  @Test func `a refusal of many choices stays one`() throws {
    let clause = try #require(TestClause.all(of: Self.refusal(ofChoices: 40)).first)
    #expect(clause.rest == [Self.refusal(ofChoices: 40)])
  }
}
