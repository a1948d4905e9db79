extension FactSchema: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(fields)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(name: try reader.read(), fields: try reader.read())
  }
}

extension FactSchema.Field: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(path)
    writer.write(type)
    writer.write(isRequired)
    writer.write(isKey)
    writer.write(isAlias)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      path: try reader.read(),
      type: try reader.read(),
      isRequired: try reader.read(),
      isKey: try reader.read(),
      isAlias: try reader.read()
    )
  }
}

extension FieldType: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    switch self {
    case .text: writer.write(UInt64(0))
    case .decimal: writer.write(UInt64(1))
    case .date: writer.write(UInt64(2))
    case .bool: writer.write(UInt64(3))
    case .span: writer.write(UInt64(4))
    case .spans: writer.write(UInt64(5))
    case .choice(let names):
      writer.write(UInt64(6))
      writer.write(names)
    case .reference(let kinds):
      writer.write(UInt64(7))
      writer.write(kinds)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .text
    case 1: self = .decimal
    case 2: self = .date
    case 3: self = .bool
    case 4: self = .span
    case 5: self = .spans
    case 6: self = .choice(try reader.read())
    case 7: self = .reference(try reader.read())
    default: throw BinaryFault()
    }
  }
}
