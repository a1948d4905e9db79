extension SymbolTable: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: bytes)
    writer.write(plain: starts)
    writer.write(plain: slots)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    try self.init(bytes: reader.plain(), starts: reader.plain(), slots: reader.plain())
  }
}
