import StandardRules
import Testing
import TextEngine

@testable import FactExtraction

/// Which mentions are one person's.
struct PersonNameTests {
  /// The numbers of facts of each person entity of a text, in order.
  private func sizes(_ text: String) throws -> [String: Int] {
    let extractor = try Extractor.standard()
    let found = extractor.extract(Document(text: SourceText(text)))
    var sizes: [String: Int] = [:]
    for entity in found.entities
    where extractor.program.schemas[entity.schema].name == "person" {
      sizes[entity.name] = entity.facts.count
    }
    return sizes
  }

  @Test func `a surname alone belongs to the full name`() throws {
    let text = "Выступил Ержан Сеитов. По словам Сеитова, школа открыта. Сеитов пожелал удачи."
    #expect(try sizes(text) == ["Ержан Сеитов": 3])
  }

  @Test func `given name and patronymic belong to the full name`() throws {
    let text = "Марина Филипповна Озёрская вела урок. Марина Филипповна любит детей."
    #expect(try sizes(text) == ["Марина Филипповна Озёрская": 2])
  }

  @Test func `two given names with one surname are two people`() throws {
    let text = "Пришли Иван Соколов и Пётр Соколов."
    #expect(try sizes(text) == ["Иван Соколов": 1, "Пётр Соколов": 1])
  }

  @Test func `of a man and a woman of one family name the sex tells who is meant`() throws {
    let text = """
      Приехали Билл Грантон и Хиллари Грантон. Госпожа Грантон выступила. Господин Грантон молчал. Грантон ушла.
      """
    #expect(try sizes(text) == ["Билл Грантон": 2, "Хиллари Грантон": 3])
  }

  @Test func `a family name alone is of the one who has been named before`() throws {
    let text = "Уехал Иван Соколов. Соколов был рад. Потом приехал Пётр Соколов. Соколов был рад."
    #expect(try sizes(text) == ["Иван Соколов": 3, "Пётр Соколов": 1])
  }

  @Test func `the wife's name is not a form of the husband's`() throws {
    let text = "Уехал Иван Соколов. Речь Соколовой хвалили. Соколова похвалили."
    #expect(try sizes(text) == ["Иван Соколов": 2, "Соколова": 1])
  }

  @Test func `an initial agrees with the given name`() throws {
    let text = "Доклад сделал Иван Соколов. Вопрос задал И. Соколов."
    #expect(try sizes(text) == ["Иван Соколов": 2])
  }

  @Test func `of what other mentions leave open the likelier is taken`() throws {
    let text = """
      Голливудская актриса Жа Жа Габор умерла в возрасте 99 лет. Габор умерла от приступа в своём доме.
      В последние годы Габор часто болела.
      """
    let extractor = try Extractor.standard()
    let found = extractor.extract(Document(text: SourceText(text)))
    let sexes = found.facts.compactMap { extractor.program.value("sex", of: $0)?.string }
    #expect(Set(sexes) == ["fem"])
  }

  @Test(arguments: [
    "По словам главы его отдела Александра Лугова, парк откроют.",
    "Мэра области Александра Лугова ждали долго.",
    "Грамотой наградила Александра Лугова школа. Лугов был рад.",
  ])
  func `a man is no woman after the title of one or where his own name stands too`(text: String)
    throws
  {
    #expect(try sizes(text).keys.contains("Александр Лугов"))
  }

  @Test func `a family name inside another name says nothing`() throws {
    let text = "Грамотой наградила Александра Лугова школа. Иван Лугов был рад."
    #expect(try sizes(text).keys.contains("Александра Лугова"))
  }

  @Test(arguments: [("Юрій Мушка", "masc"), ("Андрій Мушка", "masc"), ("Наталія Мушка", "fem")])
  func `a given name in Ukrainian spelling tells the sex`(name: String, sex: String) throws {
    let extractor = try Extractor.standard()
    let found = extractor.extract(Document(text: SourceText("\(name) едет в город.")))
    let sexes = found.facts.compactMap { extractor.program.value("sex", of: $0)?.string }
    #expect(sexes == [sex])
  }

  @Test func `what is recorded of a name is what other mentions made of it`() throws {
    let text = "В Пабло Неруде видят поэта. Пабло Неруд уехал."
    let extractor = try Extractor.standard()
    let record = ExtractionRecord()
    let found = extractor.extract(Document(text: SourceText(text)), recording: record)
    func names(_ facts: [Fact]) -> [String] {
      facts.compactMap { fact in
        guard extractor.program.value("family", of: fact) != nil else { return nil }
        return extractor.program.value("name", of: fact)?.string
      }
    }
    #expect(names(found.facts) == ["Пабло Неруд", "Пабло Неруд"])
    #expect(names(record.emissions.compactMap(\.fact)) == names(found.facts))
  }

  @Test func `a name is the same whenever it is asked for`() throws {
    let program = try Extractor.standard().program
    let engine = try Engine(program: program, dictionary: StandardLexicon.dictionary)
    let names = PersonNameReader(engine: engine, grammar: NameGrammar(program))
    let text = "Дом построили по рисунку зодчих Д. И. Бурдина, В. А. Климова и Р. П. Лукина давно."
    engine.begin(SourceText(text))
    names.begin()
    let phase = try #require(program.phases.firstIndex { $0.name == "person" })
    let matches = engine.run(phase: phase).filter { names.decision($0) != nil }
    let before = matches.map { names.decision($0)?.nominatives }
    #expect(before.count == 3)
    names.begin()
    // Whether the name before is read already makes a difference; when it is read later, none.
    let alone = try #require(matches.last.flatMap(names.decision)?.nominatives)
    _ = matches.map(names.decision)
    #expect(matches.last.flatMap(names.decision)?.nominatives == alone)
    #expect(before.last != alone)
  }

  @Test func `a word in other bytes is read by itself, though it looks the same`() throws {
    let program = try Extractor.standard().program
    let engine = try Engine(program: program, dictionary: StandardLexicon.dictionary)
    let reader = NameWordReader(engine: engine, grammar: NameGrammar(program))
    engine.begin(SourceText("Найденов На\u{438}\u{306}денов"))
    #expect(engine.document.tokens.count == 2)
    for token in 0..<engine.document.tokens.count {
      // Strings compare equal where only the bytes differ.
      let word = Array(reader.word(token, .family).text.utf8)
      #expect(word == Array(engine.text(of: token).utf8))
    }
  }

  @Test(arguments: [
    ("text", true), ("enum(masc, fem, none)", true), ("enum(masc, none)", false), ("date", false),
  ])
  func `the sex is put only into a field that can hold it`(type: String, holds: Bool) throws {
    let schema = "fact somebody { name: text key family: text sex: \(type) }"
    let rules = try InlineRules(
      "cascade main\n\(schema)\nphase main\nrule one -> somebody { match x:[name] emit name = nom(x) }"
    )
    let fields = try #require(NameFields(rules.extractor.program.schemas[0]))
    #expect((fields.sex != nil) == holds)
    #expect(fields.part(inField: 1) == .family)
    #expect(fields.field(of: .given) == nil)
  }
}
