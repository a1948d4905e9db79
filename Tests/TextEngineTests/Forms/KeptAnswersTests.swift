import Testing

@testable import TextEngine

struct KeptAnswersTests {
  @Test
  func `an answer is the one that would be found, and mostly it is kept`() {
    var generator = SeededGenerator(seed: 1)
    let kept = KeptAnswers(placeholder: UInt64.max)
    var found = 0
    for _ in 0..<20_000 {
      let key = UInt64.random(in: 0..<1_000, using: &generator) << 32 | 5
      let answer = kept.answer(key) {
        found += 1
        return key ^ 77
      }
      #expect(answer == key ^ 77)
    }
    // A thousand keys need not all find a place of their own.
    #expect((1_000..<10_000).contains(found))
  }

  @Test
  func `nothing is kept once all is forgotten`() {
    let kept = KeptAnswers(placeholder: 0)
    #expect(kept.answer(3) { 1 } == 1)
    #expect(kept.answer(3) { 2 } == 1)
    kept.removeAll()
    #expect(kept.answer(3) { 2 } == 2)
  }
}
