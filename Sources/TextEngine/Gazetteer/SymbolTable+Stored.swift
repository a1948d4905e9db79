extension SymbolTable: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(UInt64(count - 1))
    for spelling in spellings.dropFirst() { writer.write(bytes: spelling) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let count = try reader.count()
    self.init()
    reserveCapacity(count + 1)
    for _ in 0..<count { _ = intern(Array(try reader.byteRun())) }
    guard self.count == count + 1 else { throw BinaryFault() }
  }
}
