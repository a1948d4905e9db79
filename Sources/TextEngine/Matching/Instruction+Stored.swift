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

extension AnnotationTest {
  /// Whether all tests of tokens that it asks for are there.
  func isSound(tests: Int) -> Bool {
    switch self {
    case .anything, .cells, .length: true
    case .all(let parts), .any(let parts): parts.allSatisfy { $0.isSound(tests: tests) }
    case .not(let part): part.isSound(tests: tests)
    case .head(let test), .first(let test), .start(let test): 0..<tests ~= test
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
