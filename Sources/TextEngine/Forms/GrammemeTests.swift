/// Tests for the grammemes of one reading, each kept once.
struct GrammemeTests {
  /// A set of grammemes of which a reading has one, or none.
  private struct Part: BitwiseCopyable {
    var grammemes: UInt128
    var isWanted: Bool
  }

  /// The parts of the tests, of which all must hold, and where those of each test start.
  private var parts: [Part] = []
  private var starts: [Int] = [0]
  /// The tests that are no such row of parts, by their numbers.
  private var others: [Int: TokenTest] = [:]
  private var numbers: [TokenTest: Int] = [:]

  /// The number of tests.
  var count: Int { starts.count - 1 }

  /// The number of a test, which is added if it is new.
  mutating func number(of test: TokenTest) -> Int {
    if let number = numbers[test] { return number }
    let number = count
    numbers[test] = number
    if let parts = Self.parts(of: test) { self.parts += parts } else { others[number] = test }
    starts.append(parts.count)
    return number
  }

  /// Whether a reading satisfies a test.
  func holds(_ test: Int, _ grammemes: GrammemeSet) -> Bool {
    let range = starts[test]..<starts[test + 1]
    if range.isEmpty, let other = others[test] { return Self.holds(other, grammemes) }
    return parts[range].allSatisfy { ($0.grammemes & grammemes.rawValue != 0) == $0.isWanted }
  }

  private static func parts(of test: TokenTest) -> [Part]? {
    switch test {
    case .grammemes(let wanted): return [Part(grammemes: wanted.rawValue, isWanted: true)]
    case .readingNot(.grammemes(let unwanted)):
      return [Part(grammemes: unwanted.rawValue, isWanted: false)]
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

  private static func holds(_ test: TokenTest, _ grammemes: GrammemeSet) -> Bool {
    switch test {
    case .grammemes(let wanted): !grammemes.isDisjoint(with: wanted)
    case .readingNot(let part): !holds(part, grammemes)
    case .all(let parts): parts.allSatisfy { holds($0, grammemes) }
    case .any(let parts): parts.contains { holds($0, grammemes) }
    default: false
    }
  }
}
