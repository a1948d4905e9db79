extension Instruction: BinaryStorable {
  func store(in writer: inout BinaryWriter) {
    func write(_ number: UInt64, _ values: any BinaryStorable...) {
      writer.write(number)
      for value in values { value.store(in: &writer) }
    }
    switch self {
    case .token(let test, let agrees): write(0, test, agrees)
    case .list(let list, let agrees): write(1, list, agrees)
    case .annotation(let type, let test, let agrees): write(2, type, test, agrees)
    case .fork(let first, let second): write(3, first, second)
    case .jump(let target): write(4, target)
    case .labelStart(let label): write(5, label)
    case .labelEnd(let label): write(6, label)
    case .assert(let assertion): write(7, assertion)
    case .agreementStart(let categories): write(8, Int(categories.rawValue))
    case .agreementEnd: write(9)
    case .head: write(10)
    case .accept: write(11)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .token(test: try reader.read(), agrees: try reader.read())
    case 1: self = .list(try reader.read(), agrees: try reader.read())
    case 2:
      self = .annotation(
        type: try reader.read(),
        test: try reader.read(),
        agrees: try reader.read()
      )
    case 3: self = .fork(try reader.read(), try reader.read())
    case 4: self = .jump(try reader.read())
    case 5: self = .labelStart(try reader.read())
    case 6: self = .labelEnd(try reader.read())
    case 7: self = .assert(try reader.read())
    case 8:
      let bits = UInt8(truncatingIfNeeded: try reader.read(Int.self))
      self = .agreementStart(AgreementCategories(rawValue: bits))
    case 9: self = .agreementEnd
    case 10: self = .head
    case 11: self = .accept
    default: throw BinaryFault()
    }
  }
}

extension Assertion: NameStorable {}

extension AnnotationTest: BinaryStorable {
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
    case .cells(let cells): write(4, cells.rawValue)
    case .head(let test): write(5, test)
    case .first(let test): write(6, test)
    case .length(let range): write(7, range)
    case .start(let test): write(8, test)
    }
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    switch try reader.number() {
    case 0: self = .anything
    case 1: self = .all(try reader.read())
    case 2: self = .any(try reader.read())
    case 3: self = .not(try reader.read())
    case 4: self = .cells(Cells(rawValue: try reader.read()))
    case 5: self = .head(try reader.read())
    case 6: self = .first(try reader.read())
    case 7: self = .length(try reader.read())
    case 8: self = .start(try reader.read())
    default: throw BinaryFault()
    }
  }
}
