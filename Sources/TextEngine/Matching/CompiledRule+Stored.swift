extension CompiledRule: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(name)
    writer.write(schema)
    writer.write(code)
    writer.write(labels)
    writer.write(start)
    writer.write(conditions)
    writer.write(contexts)
    writer.write(notInside)
    writer.write(priority)
    writer.write(pool)
    writer.write(spanLabel)
    writer.write(emits)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      name: try reader.read(),
      schema: try reader.read(),
      code: try reader.read(),
      labels: try reader.read(),
      start: try reader.read()
    )
    conditions = try reader.read()
    contexts = try reader.read()
    notInside = try reader.read()
    priority = try reader.read()
    pool = try reader.read()
    spanLabel = try reader.read()
    emits = try reader.read()
  }
}

extension CompiledRule.Context: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(isBefore)
    writer.write(code)
    writer.write(maximumLength)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init(
      isBefore: try reader.read(),
      code: try reader.read(),
      maximumLength: try reader.read()
    )
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

extension StartSet: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(tests)
    writer.write(lists)
    writer.write(annotations)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    self.init()
    tests = try reader.read()
    lists = try reader.read()
    annotations = try reader.read()
  }
}
