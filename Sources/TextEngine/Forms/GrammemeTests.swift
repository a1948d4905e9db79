/// Tests for the grammemes of one reading, each kept once.
struct GrammemeTests {
  /// A set of grammemes of which a reading has one, or none.
  private struct Part: PlainStorable {
    var low: UInt64
    var high: UInt64
    /// 1 where the reading has one.
    var wanted: UInt64

    init(grammemes: UInt128, isWanted: Bool) {
      low = UInt64(truncatingIfNeeded: grammemes)
      high = UInt64(truncatingIfNeeded: grammemes >> 64)
      wanted = isWanted ? 1 : 0
    }

    var grammemes: GrammemeSet { GrammemeSet(rawValue: UInt128(high) << 64 | UInt128(low)) }

    /// The part that holds where this one does not.
    var denied: Part {
      var part = self
      part.wanted = 1 - wanted
      return part
    }
  }

  /// The parts of the tests, of which all must hold, and where those of each test start.
  private let parts: Buffer<Part>
  private let starts: Buffer<UInt32>
  /// For each grammeme the parts whose sets have it, and one row of the parts that are wanted.
  private var (byGrammeme, wanted) = (BitRows(count: 0, bits: 0), BitRows(count: 0, bits: 0))
  /// The test of each part.
  private let tests = Buffer<Int32>()
  /// Reused from reading to reading: the parts whose sets it meets.
  private let met = Buffer<UInt64>()
  /// For each test whether a word without readings satisfies it: 1 or 0.
  private let withoutReadings: Buffer<UInt8>
  /// The tests that are no such row of parts, and their numbers.
  private var others: [TokenTest] = []
  private var otherNumbers: [Int] = []
  /// Those tests as nodes.
  private var trees: GrammemeTrees
  private var numbers: [TokenTest: Int] = [:]
  /// All grammemes that are asked for: others change no answer.
  private(set) var grammemes: GrammemeSet = []

  init() {
    parts = Buffer()
    starts = Buffer([0])
    withoutReadings = Buffer()
    trees = GrammemeTrees([])
  }

  /// Appends the tests; what was read back takes no new ones.
  func store(in writer: inout BinaryWriter) {
    writer.write(plain: parts)
    writer.write(plain: starts)
    writer.write(plain: withoutReadings)
    writer.write(otherNumbers)
    writer.write(others)
  }

  init(from reader: inout BinaryReader) throws(BinaryFault) {
    parts = try reader.buffer()
    starts = try reader.buffer()
    withoutReadings = try reader.buffer()
    (otherNumbers, others) = (try reader.read(), try reader.read())
    trees = GrammemeTrees([])
    let tests = starts.count - 1
    guard otherNumbers.count == others.count, otherNumbers.allSatisfy({ 0..<tests ~= $0 }),
      starts.array(0..<starts.count).areStarts(of: parts.count), withoutReadings.count == tests
    else {
      throw BinaryFault()
    }
    complete()
  }

  /// The number of tests.
  var count: Int { starts.count - 1 }

  /// The number of a test, which is added if it is new.
  mutating func number(of test: TokenTest) -> Int {
    if let number = numbers[test] { return number }
    let number = count
    numbers[test] = number
    if let parts = Self.parts(of: test) {
      self.parts.append(parts)
    } else {
      others.append(test)
      otherNumbers.append(number)
    }
    starts.append(UInt32(parts.count))
    withoutReadings.append(Self.answerWithoutReadings(test).holds ? 1 : 0)
    return number
  }

  /// Makes ready for answers, once all tests are added.
  mutating func complete() {
    trees = GrammemeTrees(others)
    byGrammeme = BitRows(count: UInt128.bitWidth, bits: parts.count)
    wanted = BitRows(count: 1, bits: parts.count)
    tests.removeAll()
    grammemes = others.reduce(into: []) { $0.formUnion(Self.grammemes(in: $1)) }
    for test in 0..<count {
      for part in Int(starts[test])..<Int(starts[test + 1]) {
        tests.append(Int32(test))
        grammemes.formUnion(parts[part].grammemes)
        if parts[part].wanted != 0 { wanted.insert(part, into: 0) }
        parts[part].low.forEachBit { byGrammeme.insert(part, into: $0) }
        parts[part].high.forEachBit { byGrammeme.insert(part, into: 64 + $0) }
      }
    }
  }

  /// Sets the bits of the tests that a reading satisfies, and those behind the last test.
  func answer(_ grammemes: GrammemeSet, into answers: Buffer<UInt64>) {
    let low = UInt64(truncatingIfNeeded: grammemes.rawValue)
    let high = UInt64(truncatingIfNeeded: grammemes.rawValue >> 64)
    met.fill(byGrammeme.length, with: 0)
    low.forEachBit { byGrammeme.formUnion($0, into: met) }
    high.forEachBit { byGrammeme.formUnion(64 + $0, into: met) }
    for word in 0..<answers.count { answers[word] = .max }
    for word in 0..<met.count {
      (met[word] ^ wanted.word(word, of: 0)).forEachBit { failed in
        let test = Int(tests[word << 6 + failed])
        answers[test >> 6] &= ~(1 << UInt64(test & 63))
      }
    }
    for tree in 0..<trees.count where !trees.holds(tree, low, high) {
      let number = otherNumbers[tree]
      answers[number >> 6] &= ~(1 << UInt64(number & 63))
    }
  }

  /// Whether a word without readings satisfies a test.
  ///
  /// «Of one reading, not this case» needs a reading; the denial of several conditions at once, or of a choice, does not.
  func holdsWithoutReadings(_ test: Int) -> Bool { withoutReadings[test] != 0 }

  /// What a test says of a word without readings, and whether that is about readings.
  private static func answerWithoutReadings(_ test: TokenTest) -> (holds: Bool, isOfReading: Bool) {
    switch test {
    case .readingNot(let part):
      let answer = answerWithoutReadings(part)
      return answer.isOfReading ? (false, true) : (!answer.holds, false)
    case .all(let parts): return (parts.allSatisfy { answerWithoutReadings($0).holds }, false)
    case .any(let parts): return (parts.contains { answerWithoutReadings($0).holds }, false)
    default: return (false, true)
    }
  }

  /// All grammemes that a test asks for.
  private static func grammemes(in test: TokenTest) -> GrammemeSet {
    switch test {
    case .grammemes(let wanted): wanted
    case .readingNot(let part): grammemes(in: part)
    case .all(let parts), .any(let parts):
      parts.reduce(into: []) { $0.formUnion(grammemes(in: $1)) }
    default: []
    }
  }

  private static func parts(of test: TokenTest) -> [Part]? {
    switch test {
    case .grammemes(let wanted): return [Part(grammemes: wanted.rawValue, isWanted: true)]
    case .readingNot(let refused):
      // What is one set of grammemes is refused as one.
      guard let parts = parts(of: refused), parts.count == 1, let part = parts.first else {
        return nil
      }
      return [part.denied]
    case .all(let tests):
      var all: [Part] = []
      for test in tests {
        guard let parts = parts(of: test) else { return nil }
        all += parts
      }
      return all
    case .any(let tests):
      var union: UInt128 = 0
      for case .grammemes(let wanted) in tests { union |= wanted.rawValue }
      let isUnion = tests.allSatisfy { if case .grammemes = $0 { true } else { false } }
      return isUnion ? [Part(grammemes: union, isWanted: true)] : nil
    default: return nil
    }
  }
}
