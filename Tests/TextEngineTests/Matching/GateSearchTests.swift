import Testing

@testable import TextEngine

struct GateSearchTests {
  /// Tests 0: any token, 1: a word by its spelling, 2 and 3: lists.
  private let tests: [TokenTest] = [.anything, .form(7), .list(0), .list(1)]

  @Test func `a gate is what every match holds`() throws {
    // any* "word" list
    let code: [Instruction] = [
      .fork(1, 3), .token(test: 0, agrees: false), .jump(0), .token(test: 1, agrees: false),
      .token(test: 2, agrees: false), .accept,
    ]
    var search = try #require(GateSearch(code, tests: tests))
    #expect(search.gate(keeping: .forms) == [.test(1)])
    #expect(search.gate(keeping: .lists) == [.test(2)])
  }

  @Test func `alternatives come into a gate together`() throws {
    // (list 0 | list 1) any
    let code: [Instruction] = [
      .fork(1, 3), .token(test: 2, agrees: false), .jump(4), .token(test: 3, agrees: false),
      .token(test: 0, agrees: false), .accept,
    ]
    var search = try #require(GateSearch(code, tests: tests))
    #expect(search.gate(keeping: .lists) == [.test(2), .test(3)])
  }

  @Test func `a pattern that can do without any telling word has no gate`() {
    // any (list 0)?
    let code: [Instruction] = [
      .token(test: 0, agrees: false), .fork(2, 3), .token(test: 2, agrees: false), .accept,
    ]
    let hasGate = GateSearch(code, tests: tests) != nil
    #expect(!hasGate)
  }
}
