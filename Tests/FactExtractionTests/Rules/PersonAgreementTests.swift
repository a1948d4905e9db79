import Testing
import TextEngine

/// `agr[person]` and `subject` compare persons: of a verb and a pronoun their own, of a noun the third.
@Suite struct PersonAgreementTests {
  private static func agreeing(_ categories: String) throws -> InlineRules {
    try InlineRules.rule("match x:agr[\(categories)]( [pron | noun] [verb] ) emit a = text(x)")
  }

  @Test(arguments: [
    "я иду", "мы идём", "ты идёшь", "вы идёте", "он идёт", "она идёт", "они идут", "завод стоит",
    "заводы стоят", "я шёл", "мы шли", "он шёл", "завод стоял",
  ])
  func `words of one person and number agree`(text: String) throws {
    #expect(try Self.agreeing("person number").facts(in: text) == ["[\(text)] a=\(text)"])
  }

  @Test(arguments: [
    "я идёт", "я идёшь", "мы идут", "ты иду", "вы идём", "он иду", "они идём", "завод стою",
    "заводы стоим",
  ])
  func `words of different persons do not agree`(text: String) throws {
    #expect(try Self.agreeing("person number").facts(in: text) == [])
    #expect(try Self.agreeing("person").facts(in: text) == [])
  }

  @Test func `without the number only the person counts`() throws {
    #expect(try Self.agreeing("person").facts(in: "я стоим") == ["[я стоим] a=я стоим"])
    #expect(try Self.agreeing("person number").facts(in: "я стоим") == [])
  }

  @Test func `without the person the person does not count`() throws {
    #expect(try Self.agreeing("number").facts(in: "я идёт") == ["[я идёт] a=я идёт"])
    #expect(try Self.agreeing("number").facts(in: "я идут") == [])
  }

  @Test func `person and number come from one reading`() throws {
    // «Стали» is a verb of every person and a noun of the third; «стою» and «стоим» are of the first alone.
    let rules = try InlineRules.rule(
      "match x:agr[person number]( [pron] [verb] free(\"и\") [verb] ) emit a = text(x)"
    )
    #expect(rules.facts(in: "мы стали и стоим").count == 1)
    #expect(rules.facts(in: "мы стали и стоят") == [])
    #expect(rules.facts(in: "я стал и стоим") == [])
  }

  @Test func `an entry of a list has the person of its head`() throws {
    let rules = try InlineRules.phase(
      """
      list @works { большой завод }
      rule one -> found { match x:agr[person number]( @works [verb] ) emit a = text(x) }
      """
    )
    #expect(rules.facts(in: "большой завод стоит").count == 1)
    #expect(rules.facts(in: "большой завод стою") == [])
  }

  // MARK: Subjects

  private static func subject() throws -> InlineRules {
    try InlineRules.rule("match s:[pron | noun] v:[verb] where subject(s, v) emit a = text(s)")
  }

  @Test(arguments: [
    "я иду", "мы идём", "ты идёшь", "вы идёте", "он идёт", "она шла", "я шёл", "я шла", "мы шли",
    "кто идёт", "завод стоит",
  ])
  func `a pronoun is the subject of a verb of its person`(text: String) throws {
    #expect(try Self.subject().facts(in: text).count == 1, "\(text)")
  }

  @Test(arguments: [
    "я идёт", "я идёшь", "мы идут", "он иду", "она идёшь", "вы идём", "они идём", "я стоим",
    "мы шла", "он шла", "меня иду",
  ])
  func `a pronoun is not the subject of a verb of another person`(text: String) throws {
    #expect(try Self.subject().facts(in: text) == [], "\(text)")
  }

  // MARK: Gender without number

  @Test func `two genders do not agree by way of the plural`() throws {
    let rules = try InlineRules.rule("match x:agr[gender]( [adj] [noun] ) emit a = text(x)")
    #expect(rules.facts(in: "новый завод").count == 1)
    #expect(rules.facts(in: "новые компания").count == 1)
    #expect(rules.facts(in: "новый компания") == [])
  }

  @Test func `a label of several parts is asked for the part that took something`() throws {
    let rules = try InlineRules.rule(
      "match x:[digits]? s:[adj]* s:[noun] v:[verb] where subject(s, v) emit a = text(s)"
    )
    #expect(rules.facts(in: "завод стоит") == ["[завод стоит] a=завод"])
    #expect(rules.facts(in: "завода стоит") == [])
  }
}
