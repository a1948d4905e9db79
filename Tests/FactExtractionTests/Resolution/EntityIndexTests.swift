import Testing
import TextEngine

@testable import FactExtraction

struct EntityIndexTests {
  private func groups(_ index: EntityIndex, schema: Int = 0, key: SymbolID) -> [Int] {
    var groups: [Int] = []
    index.forEach(schema: schema, key: key) { group in
      groups.append(group)
      return true
    }
    return groups
  }

  @Test func `groups of one name come in the order in which they were entered, each once`() {
    var index = EntityIndex(mentions: 4)
    for group in [3, 3, 1, 2] {
      index.insert(group, schema: 0, key: 7, aliases: [], person: nil)
      index.insert(group, schema: 0, key: 8 + SymbolID(group), aliases: [], person: nil)
    }
    #expect(groups(index, key: 7) == [3, 1, 2])
    #expect(groups(index, key: 9) == [1])
    #expect(groups(index, key: 20) == [])
  }

  @Test func `names of facts of other kinds are others`() {
    var index = EntityIndex(mentions: 0)
    index.insert(0, schema: 0, key: 7, aliases: [8], person: nil)
    index.insert(1, schema: 1, key: 7, aliases: [], person: nil)
    #expect(groups(index, schema: 1, key: 7) == [1])
    #expect(groups(index, key: 8) == [])
  }

  @Test func `a name of very many groups is not followed to its end`() {
    var index = EntityIndex(mentions: 0)
    for group in 0..<1_000 { index.insert(group, schema: 0, key: 7, aliases: [], person: nil) }
    #expect(groups(index, key: 7) == Array(0..<256))
  }
}
