import Testing

@testable import FactExtraction

/// The edges between the words of names.
struct NameEdgesTests {
  private struct Edge: Hashable {
    var place: Int
    var word: UInt32
  }

  @Test func `a word leads where it led first, until all is forgotten`() {
    var edges = NameEdges()
    for round in 0..<3 {
      var known: [Edge: Int] = [:]
      // Each pair comes twice.
      for number in 0..<(round == 0 ? 600 : 20) {
        let edge = Edge(place: number % 7, word: UInt32(number / 2 % 150))
        #expect(edges.next(edge.place, edge.word) == known[edge])
        let next = known[edge] ?? number
        let found = edges.next(edge.place, edge.word, orTo: number)
        #expect(found == next)
        known[edge] = next
      }
      for (edge, next) in known { #expect(edges.next(edge.place, edge.word) == next) }
      #expect(edges.next(8, 0) == nil)
      edges.removeAll()
      #expect(known.keys.allSatisfy { edges.next($0.place, $0.word) == nil })
    }
  }

  @Test func `a name is new once, and its beginning is another name`() {
    var names = NameSet()
    let added: [[UInt32]] = [[4, 5, 6], [4, 5], [4, 5, 6], [4, 5], [5]]
    let isNew = added.map { names.insert($0) }
    #expect(isNew == [true, true, false, false, true])
  }
}
