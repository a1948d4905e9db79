extension TokenTest: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    func write(_ number: UInt64, _ value: some BinaryStorable) {
      writer.write(number)
      writer.write(value)
    }
    switch self {
    case .anything: writer.write(UInt64(0))
    case .all(let parts): write(1, parts)
    case .any(let parts): write(2, parts)
    case .not(let part): write(3, part)
    case .readingNot(let part): write(4, part)
    case .shape(let shape): write(5, shape.rawValue)
    case .flags(let flags): write(6, Int(flags.rawValue))
    case .form(let symbol): write(7, symbol)
    case .exact(let spelling):
      writer.write(UInt64(8))
      writer.write(bytes: spelling)
    case .lemma(let symbol): write(9, symbol)
    case .grammemes(let grammemes):
      write(10, UInt64(truncatingIfNeeded: grammemes.rawValue))
      writer.write(UInt64(truncatingIfNeeded: grammemes.rawValue >> 64))
    case .list(let list): write(11, list)
    case .pattern(let pattern): write(12, pattern)
    case .length(let range): write(13, range)
    case .integer(let range): write(14, range)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .anything
    case 1: self = .all(try reader.read())
    case 2: self = .any(try reader.read())
    case 3: self = .not(try reader.read())
    case 4: self = .readingNot(try reader.read())
    case 5: self = .shape(WordShape(rawValue: try reader.read()))
    case 6:
      self = .flags(TokenFlags(rawValue: UInt8(truncatingIfNeeded: try reader.read(Int.self))))
    case 7: self = .form(try reader.read())
    case 8: self = .exact(Array(try reader.byteRun()))
    case 9: self = .lemma(try reader.read())
    case 10:
      let (low, high) = (UInt128(try reader.number()), UInt128(try reader.number()))
      self = .grammemes(GrammemeSet(rawValue: high << 64 | low))
    case 11: self = .list(try reader.read())
    case 12: self = .pattern(try reader.read())
    case 13: self = .length(try reader.read())
    case 14: self = .integer(try reader.read())
    default: throw BinaryFault()
    }
  }
}

extension TokenPattern: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    writer.write(source)
    table.store(in: &writer)
    hints.store(in: &writer)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    try self.init(
      source: reader.read(),
      table: StateTable(from: &reader),
      hints: PatternHints(from: &reader)
    )
  }
}
