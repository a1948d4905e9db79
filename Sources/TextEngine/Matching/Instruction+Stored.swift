/// The instructions of a pattern as they are stored: in one piece, with the tests of annotations before them.
private struct StoredInstruction: PlainStorable {
  var operation: UInt8
  var agrees: UInt8 = 0
  var unused: UInt16 = 0
  var first: Int32 = 0
  var second: Int32 = 0

  /// The instruction; its test of annotations, if it has one, is put among `tests`.
  init(_ instruction: Instruction, _ tests: inout [AnnotationTest]) {
    switch instruction {
    case .token(let test, let agrees): self.init(0, test, agrees: agrees)
    case .list(let list, let agrees): self.init(1, list, agrees: agrees)
    case .annotation(let type, .anything, let agrees): self.init(2, type, -1, agrees: agrees)
    case .annotation(let type, let test, let agrees):
      let place = tests.firstIndex(of: test) ?? tests.count
      if place == tests.count { tests.append(test) }
      self.init(2, type, place, agrees: agrees)
    case .fork(let first, let second): self.init(3, first, second)
    case .jump(let target): self.init(4, target)
    case .labelStart(let label): self.init(5, label)
    case .labelEnd(let label): self.init(6, label)
    case .assert(let assertion): self.init(7, assertion.number)
    case .agreementStart(let categories): self.init(8, Int(categories.rawValue))
    case .agreementEnd: self.init(9)
    case .head: self.init(10)
    case .accept: self.init(11)
    }
  }

  private init(_ operation: UInt8, _ first: Int = 0, _ second: Int = 0, agrees: Bool = false) {
    self.operation = operation
    self.agrees = agrees ? 1 : 0
    self.first = Int32(clamping: first)
    self.second = Int32(clamping: second)
  }

  /// The instruction; nil where it is none of a pattern of `count`, or there is no such test.
  @inline(__always)
  func instruction(among count: Int, _ tests: [AnnotationTest]) -> Instruction? {
    let (first, second, agrees) = (Int(first), Int(second), agrees != 0)
    switch operation {
    case 0: return first >= 0 ? .token(test: first, agrees: agrees) : nil
    case 1: return first >= 0 ? .list(first, agrees: agrees) : nil
    case 2:
      guard first >= 0, second < tests.count else { return nil }
      return .annotation(
        type: first,
        test: second < 0 ? .anything : tests[second],
        agrees: agrees
      )
    case 3: return 0..<count ~= first && 0..<count ~= second ? .fork(first, second) : nil
    case 4: return 0..<count ~= first ? .jump(first) : nil
    case 5: return .labelStart(first)
    case 6: return .labelEnd(first)
    case 7: return Assertion(number: first).map { .assert($0) }
    case 8: return .agreementStart(AgreementCategories(rawValue: UInt8(truncatingIfNeeded: first)))
    case 9: return .agreementEnd
    case 10: return .head
    case 11: return .accept
    default: return nil
    }
  }
}

extension BinaryWriter {
  /// Appends a pattern.
  mutating func write(code: [Instruction]) {
    var tests: [AnnotationTest] = []
    let stored = code.map { StoredInstruction($0, &tests) }
    write(tests)
    write(plain: stored)
  }
}

extension BinaryReader {
  /// Reads a pattern.
  mutating func code() throws(BinaryFault) -> [Instruction] {
    let tests: [AnnotationTest] = try read()
    let (count, run) = try plainRun(of: MemoryLayout<StoredInstruction>.stride)
    var code: [Instruction] = []
    code.reserveCapacity(count)
    for place in 0..<count {
      let stored = run.loadUnaligned(
        fromByteOffset: place * MemoryLayout<StoredInstruction>.stride,
        as: StoredInstruction.self
      )
      guard let instruction = stored.instruction(among: count, tests) else { throw BinaryFault() }
      code.append(instruction)
    }
    return code
  }
}

extension Assertion {
  /// The number by which it is stored, and by which the matcher knows it.
  var number: Int {
    switch self {
    case .sentenceStart: 0
    case .sentenceEnd: 1
    case .paragraphStart: 2
    case .paragraphEnd: 3
    case .glue: 4
    }
  }

  init?(number: Int) {
    switch number {
    case 0: self = .sentenceStart
    case 1: self = .sentenceEnd
    case 2: self = .paragraphStart
    case 3: self = .paragraphEnd
    case 4: self = .glue
    default: return nil
    }
  }
}

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
