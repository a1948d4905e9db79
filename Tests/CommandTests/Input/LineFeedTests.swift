import Testing

@testable import svodka

struct LineFeedTests {
  @Test func `line feeds are found and counted inside of a part alone`() {
    let bytes = Array("\na\n\nbc\n".utf8)
    let places = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }
    #expect(bytes.lineFeedCount == places.count)
    for start in 0...bytes.count {
      #expect(bytes.firstLineFeed(from: start) == places.first { $0 >= start })
      #expect(bytes.lastLineFeed(from: start) == places.last { $0 >= start })
      for end in start...bytes.count {
        let found = places.filter { (start..<end).contains($0) }
        #expect(bytes.firstLineFeed(from: start, before: end) == found.first)
        #expect(bytes.lineFeedCount(in: start..<end) == found.count)
      }
    }
    #expect([UInt8]().firstLineFeed() == nil)
  }
}
