import Testing

@testable import TextEngine

struct GateSearchTests {
  /// Tests 0: any token, 1: a word by its spelling, 2 and 3: lists, 4: a comma, 5: figures, 6: a word of a list that is
  /// capitalised, 7: an expression, 8: a part of speech, or a word by its spelling.
  private let tests: [TokenTest]
  private var symbols = SymbolTable()

  init() throws {
    let (word, comma) = (symbols.intern(Array("мост".utf8)), symbols.intern([UInt8(ascii: ",")]))
    let pattern = try TokenPattern("[0-9]+-.*")
    tests = [
      .anything, .form(word), .list(0), .list(1), .form(comma), .shape(.digits),
      .all([.shape(.capitalised), .list(0)]), .pattern(pattern),
      .any([.grammemes(.noun), .form(word)]),
    ]
  }

  private func found(_ code: [Instruction]) -> GateSearch? {
    GateSearch(code, tests: tests, symbols: symbols)
  }

  private func row(_ tests: Int...) -> [Instruction] {
    tests.map { .token(test: $0, agrees: false) } + [.accept]
  }

  @Test func `a gate is what every match holds`() throws {
    // any* "word" list
    let code: [Instruction] = [
      .fork(1, 3), .token(test: 0, agrees: false), .jump(0), .token(test: 1, agrees: false),
      .token(test: 2, agrees: false), .accept,
    ]
    var search = try #require(found(code))
    #expect(search.gate(keeping: .forms) == [.test(1)])
    #expect(search.gate(keeping: .lists) == [.test(2)])
  }

  @Test func `alternatives come into a gate together`() throws {
    // (list 0 | list 1) any
    let code: [Instruction] = [
      .fork(1, 3), .token(test: 2, agrees: false), .jump(4), .token(test: 3, agrees: false),
      .token(test: 0, agrees: false), .accept,
    ]
    var search = try #require(found(code))
    #expect(search.gate(keeping: .lists) == [.test(2), .test(3)])
  }

  @Test func `a pattern that can do without any telling word has no gate`() {
    // any (list 0)?
    let code: [Instruction] = [
      .token(test: 0, agrees: false), .fork(2, 3), .token(test: 2, agrees: false), .accept,
    ]
    let hasGate = found(code) != nil
    #expect(!hasGate)
  }

  @Test(arguments: [
    ([4, 5], 5), ([5, 2], 5), ([2, 1], 1), ([4, 7], 7), ([7, 5], 5), ([6, 4], 6), ([8, 4], 4),
  ])
  func `what fewer texts have is a gate sooner`(pair: ([Int], Int)) throws {
    var search = try #require(found(row(pair.0[0], pair.0[1])))
    #expect(search.gate(keeping: .forms) == [.test(pair.1)])
  }

  @Test func `the second gate asks for a list where it can`() throws {
    var search = try #require(found(row(5, 6)))
    #expect(search.gate(keeping: .forms) == [.test(5)])
    #expect(search.gate(keeping: .lists) == [.test(6)])
  }

  @Test func `an expression is a gate where there is nothing else`() throws {
    var alone = try #require(found(row(0, 7)))
    #expect(alone.gate(keeping: .forms) == [.test(7)])
    // A part of speech tells nothing.
    let hasGate = found(row(0, 8)) != nil
    #expect(!hasGate)
  }
}
