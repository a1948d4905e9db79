import Testing

@testable import TextEngine

struct GrammemeTestsTests {
  /// All tests are answered at once as each is by itself, those that are choices among rows as well.
  @Test(arguments: 0..<4)
  func `a reading satisfies the tests that its grammemes satisfy one by one`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var tests = GrammemeTests()
    var asked: [TokenTest] = []
    for _ in 0..<150 {
      let test = Self.test(depth: 3, &generator)
      if tests.number(of: test) == asked.count { asked.append(test) }
    }
    tests.complete()
    let answers = Buffer<UInt64>()
    var held = 0
    for _ in 0..<200 {
      let grammemes = Self.grammemes(12, &generator)
      answers.fill((tests.count + 63) / 64, with: 0)
      tests.answer(grammemes, into: answers)
      for (number, test) in asked.enumerated() {
        let holds = answers[number >> 6] & 1 << UInt64(number & 63) != 0
        #expect(holds == Self.holds(test, grammemes), "\(test) \(grammemes)")
        if holds { held += 1 }
      }
    }
    #expect(tests.count == asked.count && held > 1_000)
  }

  @Test
  func `grammemes that no test asks for change no answer`() {
    var generator = SeededGenerator(seed: 5)
    var tests = GrammemeTests()
    for _ in 0..<20 { _ = tests.number(of: Self.test(depth: 2, &generator)) }
    tests.complete()
    let (answers, others) = (Buffer<UInt64>(), Buffer<UInt64>())
    let unasked = GrammemeSet(rawValue: ~tests.grammemes.rawValue)
    #expect(!tests.grammemes.isEmpty)
    for _ in 0..<100 {
      let grammemes = Self.grammemes(12, &generator)
      answers.fill((tests.count + 63) / 64, with: 0)
      others.fill((tests.count + 63) / 64, with: 0)
      tests.answer(grammemes, into: answers)
      tests.answer(grammemes.union(unasked), into: others)
      #expect(answers.array(0..<answers.count) == others.array(0..<others.count))
    }
  }

  private static func test(depth: Int, _ generator: inout SeededGenerator) -> TokenTest {
    let sort = depth > 0 ? Int.random(in: 0..<5, using: &generator) : 4
    if sort == 3 { return .readingNot(test(depth: depth - 1, &generator)) }
    if sort == 4 { return .grammemes(grammemes(4, &generator)) }
    let parts = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
      test(depth: depth - 1, &generator)
    }
    return sort == 2 ? .any(parts) : .all(parts)
  }

  private static func grammemes(
    _ count: Int,
    _ generator: inout SeededGenerator
  ) -> GrammemeSet {
    var bits: UInt128 = 0
    for _ in 0..<count { bits |= 1 << UInt128(Int.random(in: 50..<80, using: &generator)) }
    return GrammemeSet(rawValue: bits)
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
