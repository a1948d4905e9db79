extension SymbolTable: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(UInt64(count - 1))
    for symbol in 1..<SymbolID(count) { writer.write(bytes: spelling(symbol)) }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let count = try reader.count()
    self.init()
    for _ in 0..<count {
      let run = try reader.byteRun()
      _ = intern(run.bindMemory(to: UInt8.self).span)
    }
    guard self.count == count + 1 else { throw BinaryFault() }
  }
}
