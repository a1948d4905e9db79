import Testing

@testable import svodka

struct StreamHashTests {
  private func hash(_ pieces: [[UInt8]]) -> UInt64 {
    var hash = StreamHash()
    for piece in pieces { hash.append(piece) }
    return hash.value
  }

  @Test func `the cuts between pieces make no difference`() {
    var generator = SeededGenerator(state: 11)
    for count in 0..<200 {
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      let whole = hash([bytes])
      var (pieces, rest): ([[UInt8]], ArraySlice<UInt8>) = ([], bytes[...])
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 0...20, using: &generator))
        pieces.append(Array(piece))
        rest = rest.dropFirst(piece.count)
      }
      #expect(hash(pieces) == whole)
    }
  }

  @Test func `another byte, order or length gives another number`() {
    let bytes = Array("В Актау прошло 5 матчей".utf8)
    var seen: Set<UInt64> = [hash([bytes]), hash([bytes + [0]]), hash([[0] + bytes]), hash([[]])]
    #expect(seen.count == 4)
    for index in bytes.indices {
      for bit in 0..<8 {
        var other = bytes
        other[index] ^= 1 << bit
        #expect(seen.insert(hash([other])).inserted)
      }
    }
    #expect(hash([Array("abcdefgh12345678".utf8)]) != hash([Array("12345678abcdefgh".utf8)]))
  }

  @Test func `a number has sixteen digits`() {
    #expect(StreamHash.text(0xAB) == "00000000000000ab")
    #expect(StreamHash.text(.max) == "ffffffffffffffff")
  }
}
