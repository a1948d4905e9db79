import Testing

@testable import TextEngine

@Suite struct FirstWordsTests {
  @Test func `each form has what was added for it`() {
    let words = FirstWords()
    words.extend(to: 3)
    #expect((0..<3).allSatisfy { !words.isKnown(FormID($0)) })
    var row = words.newRow()
    row.steps = 3
    words.entries.append(FirstWords.Entry(entry: 7, list: 1, cells: .all))
    words.nodes.append(5)
    words.nodes.append(6)
    words.add(row, of: 1)
    var empty = words.newRow()
    empty.steps = 1
    words.add(empty, of: 0)
    row = words.newRow()
    row.steps = 2
    words.entries.append(FirstWords.Entry(entry: 9, list: 2, cells: .plural))
    words.add(row, of: 2)

    #expect(words.row(of: 0) == nil)
    let first = words.row(of: 1)
    #expect(first?.steps == 3)
    #expect(first?.entries.map { words.entries[$0].entry } == [7])
    #expect(first?.nodes.map { words.nodes[$0] } == [5, 6])
    let second = words.row(of: 2)
    #expect(second?.entries.map { words.entries[$0].entry } == [9])
    #expect(second?.nodes.isEmpty == true)

    words.removeAll()
    words.extend(to: 1)
    #expect(!words.isKnown(0))
  }
}
