extension CompiledRule: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(schema)
    writer.write(narrows)
    writer.write(codeCount)
    writer.write(labels)
    writer.write(conditions)
    writer.write(contexts)
    writer.write(notInside)
    writer.write(priority)
    writer.write(pool)
    writer.write(spanLabel)
    writer.write(partLabel)
    writer.write(deferredEmits)
    writer.write(gates)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    let name: String = try reader.read()
    let schema: Int? = try reader.read()
    let narrows: Bool = try reader.read()
    self.init(
      name: name,
      schema: schema,
      codeCount: try reader.codeCount(),
      labels: try reader.read()
    )
    self.narrows = narrows
    conditions = try reader.read()
    contexts = try reader.read()
    notInside = try reader.read()
    priority = try reader.read()
    pool = try reader.read()
    spanLabel = try reader.read()
    partLabel = try reader.read()
    deferredEmits = try reader.read()
    gates = try reader.read()
  }
}

extension CompiledRule.Context: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(isBefore)
    writer.write(codeCount)
    writer.write(maximumLength)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      isBefore: try reader.read(),
      codeCount: try reader.codeCount(),
      maximumLength: try reader.read()
    )
  }
}

extension BinaryReader {
  /// Reads the number of a pattern's instructions.
  fileprivate mutating func codeCount() throws(BinaryFault) -> Int {
    let count: Int = try read()
    guard 0...Int(Int32.max) ~= count else { throw BinaryFault() }
    return count
  }
}

extension CompiledRule.Condition: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(first)
    writer.write(second)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(name: try reader.read(), first: try reader.read(), second: try reader.read())
  }
}

extension CompiledRule.Condition.Name: NameStorable {}

extension FoundGates: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(forms)
    writer.write(lists)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(forms: try reader.read(), lists: try reader.read())
  }
}

extension GateSymbol: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    switch self {
    case .test(let test): writer.write([0, test])
    case .list(let list): writer.write([1, list])
    case .annotation(let type): writer.write([2, type])
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    // An array of two numbers.
    guard try reader.count() == 2 else { throw BinaryFault() }
    let (kind, value) = (try reader.read(Int.self), try reader.read(Int.self))
    guard value >= 0 else { throw BinaryFault() }
    switch kind {
    case 0: self = .test(value)
    case 1: self = .list(value)
    case 2: self = .annotation(value)
    default: throw BinaryFault()
    }
  }
}
