extension Gazetteer: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(entries)
    writer.write(lemmas)
    writer.write(featureRows)
    writer.write(entryNodes)
    writer.write(orderedEdges)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    try self.init(
      entries: try reader.read(),
      lemmas: try reader.read(),
      featureRows: try reader.read(),
      entryNodes: try reader.read(),
      orderedEdges: try reader.read()
    )
  }
}

extension Gazetteer.Entry: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(list)
    writer.write(index)
    writer.write(length)
    writer.write(head)
    writer.write(agreeing)
    writer.write(features)
    writer.write(firstLemma)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      list: try reader.read(),
      index: try reader.read(),
      length: try reader.read(),
      head: try reader.read(),
      agreeing: try reader.read(),
      features: try reader.read()
    )
    firstLemma = try reader.read()
  }
}

extension FeatureValue: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    switch self {
    case .none: writer.write(UInt64(0))
    case .text(let text):
      writer.write(UInt64(1))
      writer.write(text)
    case .decimal(let value):
      writer.write(UInt64(2))
      writer.write(value)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .none
    case 1: self = .text(try reader.read())
    case 2: self = .decimal(try reader.read())
    default: throw BinaryFault()
    }
  }
}

extension Gazetteer.Edge: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(node)
    writer.write(code)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(node: try reader.read(), code: try reader.read())
  }
}
