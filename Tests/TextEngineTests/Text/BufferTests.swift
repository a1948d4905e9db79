import Testing

@testable import TextEngine

@Suite struct BufferTests {
  @Test func `what is taken off the front leaves the rest in order, and more is added behind it`() {
    let buffer = Buffer<Int>([1, 2, 3, 4, 5])
    buffer.removeFirst(2)
    #expect(buffer.array(0..<buffer.count) == [3, 4, 5])
    buffer.append(6)
    buffer.removeFirst(0)
    #expect(buffer.array(0..<buffer.count) == [3, 4, 5, 6])
    buffer.removeFirst(4)
    #expect(buffer.count == 0)
  }

  @Test func `a view gives each of its elements with its index`() {
    let buffer = Buffer<Int>([7, 8, 9])
    var found: [Int] = []
    buffer.view(1..<3).forEach { index, element in found.append(index * 10 + element) }
    #expect(found == [8, 19])
  }

  @Test func `elements stay as they are while a buffer grows`() {
    let buffer = Buffer<UInt32>(capacity: 1)
    for number in 0..<100_000 { buffer.append(UInt32(number)) }
    #expect(buffer.array(0..<buffer.count) == Array(0..<100_000))
  }

  @Test func `a buffer with addresses for many elements has none and takes them all`() {
    for size in [64, Buffer<UInt64>.reserve, .max] {
      let buffer = Buffer<UInt64>(reserving: size)
      #expect(buffer.count == 0)
      for number in 0..<1_000 { buffer.append(UInt64(number)) }
      #expect(buffer.array(0..<buffer.count) == Array(0..<1_000))
    }
  }
}
