import FactExtraction
import StandardRules
import Testing
import TextEngine

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

  @Test func `an initial agrees with the given name`() throws {
    let text = "Доклад сделал Иван Соколов. Вопрос задал И. Соколов."
    #expect(try sizes(text) == ["Иван Соколов": 2])
  }
}
