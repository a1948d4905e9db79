extension EmitField: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(field)
    writer.write(expression)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(field: try reader.read(), expression: try reader.read())
  }
}

extension EmitExpression: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    func write(_ number: UInt64, _ values: any BinaryStorable...) {
      writer.write(number)
      for value in values { value.store(in: &writer) }
    }
    switch self {
    case .text(let text): write(0, text)
    case .decimal(let value): write(1, value)
    case .bool(let value): write(2, value)
    case .label(let label): write(3, label)
    case .member(let label, let name): write(4, label, name)
    case .call(let function, let arguments): write(5, function, arguments)
    case .fallback(let first, let second): write(6, first, second)
    case .joined(let first, let second): write(7, first, second)
    case .arithmetic(let sign, let first, let second): write(8, sign, first, second)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .text(try reader.read())
    case 1: self = .decimal(try reader.read())
    case 2: self = .bool(try reader.read())
    case 3: self = .label(try reader.read())
    case 4: self = .member(label: try reader.read(), name: try reader.read())
    case 5: self = .call(try reader.read(), try reader.read())
    case 6: self = .fallback(try reader.read(), try reader.read())
    case 7: self = .joined(try reader.read(), try reader.read())
    case 8: self = .arithmetic(try reader.read(), try reader.read(), try reader.read())
    default: throw BinaryFault()
    }
  }
}

extension EmitFunction: NameStorable {}
extension ArithmeticOperator: NameStorable {}
