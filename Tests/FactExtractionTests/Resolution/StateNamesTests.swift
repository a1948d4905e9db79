import FactExtraction
import Testing
import TextEngine

/// Bodies whose names differ in the words for their state alone.
struct StateNamesTests {
  private static let rules = """
    cascade body > outer
    list @country {
      Польша | state = "Польша"
      Латвия | state = "Латвия"
      Россия | state = "Россия", home = "yes"
    }
    list @country_long {
      Российская Федерация | state = "Россия", home = "yes"
    }
    list @country_adj {
      польский | state = "Польша"
      латвийский | state = "Латвия"
      российский | state = "Россия", home = "yes"
    }
    fact body { name: text required key   short: text alias   name_span: span }
    def state  = [@country & gen] | @country_long
    phase body
    rule treasury -> body { match n:( agr( @country_adj? 'казначейство'^ ) state? ) emit name = nom(n), short = "КЗ" }
    rule letters -> body { match n:( [@country_adj]? "КЗ" state? ) emit name = nom(n) }
    rule parliament -> body { match n:( agr( @country_adj? 'парламент'^ ) state? ) emit name = nom(n) }
    rule marked -> body { match [quote] n:( 'парламент' state ) [quote] emit name = nom(n), name_span = span(n) }
    rule council -> body { match n:'совет' emit name = nom(n) }
    rule paper -> body { match n:( agr( @country_adj? 'газета'^ ) 'Омск'? ) emit name = nom(n), short = "Газ" }
    phase outer
    rule council_of -> body { match n:( <body & 'совет'> <body> ) emit name = nom(n) }
    """

  /// For each fact of a text the number of its entity.
  private func entities(_ text: String) throws -> [Int?] {
    let rules = try InlineRules(Self.rules)
    return rules.extractor.extract(Document(text: SourceText(text))).facts.map(\.entity)
  }

  @Test(arguments: [
    "Казначейство Польши ждёт. КЗ Польши ждёт, польское КЗ рядом. Казначейство там, и КЗ там.",
    "Казначейство Российской Федерации ждёт. КЗ России ждёт, российское казначейство рядом.",
    "Парламент Латвии ждёт. Латвийский парламент там. Зовут парламент.",
    "Зовут латвийский парламент. Ждёт парламент.",
    "Казначейство ждёт. Казначейство России там.",
    "Ждёт «Парламент Латвии». Ждёт латвийский парламент. Зовут парламент.",
  ])
  func `a state is one in whatever words`(text: String) throws {
    let found = try entities(text)
    #expect(found.count > 1)
    #expect(Set(found) == [0])
  }

  @Test(arguments: [
    "Парламент Латвии ждёт. Ждёт парламент Польши.",
    "Казначейство Польши ждёт. КЗ Латвии ждёт.",
    "Латвийская газета ждёт. Ждёт польская газета.",
    "Ждёт Латвийская газета. Ждёт газета.",
  ])
  func `other states have other bodies`(text: String) throws {
    #expect(try entities(text) == [0, 1])
  }

  @Test func `where several states have such a body, it is nobody's in particular`() throws {
    let text = "Ждёт казначейство Польши. Ждёт казначейство России. Ждёт казначейство."
    #expect(try entities(text) == [0, 1, 2])
  }

  @Test func `a name may go on without the body that it belongs to`() throws {
    #expect(try entities("Совет газеты ждёт. Зовут совет.") == [0, 0, 1, 0])
  }
}
