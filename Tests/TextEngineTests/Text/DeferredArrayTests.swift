import Testing

@testable import TextEngine

/// Values that are read from a stored program when they are first asked for.
struct DeferredArrayTests {
  private static func stored(_ values: [String]) -> [UInt8] {
    var array = DeferredArray<String>()
    array.elements = values
    var writer = BinaryWriter()
    writer.write(array)
    return writer.bytes
  }

  private static func read(_ bytes: [UInt8]) throws(BinaryFault) -> DeferredArray<String> {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    defer { copy.deallocate() }
    copy.copyBytes(from: bytes)
    var reader = BinaryReader(UnsafeRawBufferPointer(copy))
    let array: DeferredArray<String> = try reader.read()
    #expect(reader.isAtEnd)
    // What it was read from goes before its elements are asked for.
    copy.initializeMemory(as: UInt8.self, repeating: 0xFF)
    return array
  }

  @Test(arguments: [[], ["Волга"], ["Волга", "", "Кама"]])
  func `what was stored comes back`(values: [String]) throws {
    let array = try Self.read(Self.stored(values))
    #expect(array.count == values.count)
    #expect(array.elements == values)
    #expect(array.elements == values)
  }

  @Test func `elements that are added to stored ones count`() throws {
    var array = try Self.read(Self.stored(["Волга"]))
    array.elements.append("Кама")
    #expect(array.count == 2)
    #expect(array.elements == ["Волга", "Кама"])
  }

  @Test func `damaged elements are none, and a wrong number is a fault`() throws {
    var bytes = Self.stored(["Волга", "Кама"])
    // The first byte of the first element is the number of its bytes.
    bytes[2] = 0x7F
    #expect(try Self.read(bytes).elements.isEmpty)
    var many = Self.stored(["Волга"])
    many[0] = 0x7E
    #expect(throws: BinaryFault.self) { try Self.read(many) }
  }
}
