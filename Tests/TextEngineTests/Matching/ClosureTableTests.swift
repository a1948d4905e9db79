import Testing

@testable import TextEngine

/// What can be reached from each state of a pattern.
struct ClosureTableTests {
  private typealias Step = MatchCode.Step

  private static func token(isInGroup: Bool = false) -> Step {
    Step(operation: .token, isInGroup: isInGroup, first: 0)
  }
  private static let list = Step(operation: .list, first: 0)

  /// The code of `( A | B )* C` with two elements as the alternatives, and C a token.
  private static func row(of first: Step, _ second: Step, isInGroup: Bool = false) -> [Step] {
    [
      Step(operation: .fork, first: 1, second: 6),
      Step(operation: .fork, first: 2, second: 4),
      first, Step(operation: .jump, first: 5),
      second, Step(operation: .jump, first: 0),
      token(isInGroup: isInGroup), Step(operation: .accept),
    ]
  }

  /// The states behind the elements that can be reached from the start of some code.
  private static func next(_ steps: [Step]) -> [Int32] {
    let needs = Buffer<FlagNeeds>()
    needs.append(.none)
    let table = ClosureTable(MatchCode(steps: FixedBuffer(steps), []), flagNeeds: needs)
    let start = table.settle(table.state(at: 0))
    return start.leaves.map { table.leaves[$0].next }
  }

  @Test func `alternatives that go on in the same way share a state`() {
    let states = Self.next(Self.row(of: Self.token(), Self.token()))
    #expect(states.count == 3)
    #expect(states[0] == states[1])
    #expect(states[1] != states[2])
  }

  /// A matcher notes at the state where its element began; a list's entry may end elsewhere.
  @Test func `a state behind an entry of a list is its own`() {
    for states in [
      Self.next(Self.row(of: Self.token(), Self.list)),
      Self.next(Self.row(of: Self.list, Self.token())),
    ] {
      #expect(Set(states).count == 3)
    }
  }

  /// Ways that come there with other words may both be of use.
  @Test func `a state in a group of agreement is one element's`() {
    let words = Self.token(isInGroup: true)
    #expect(Set(Self.next(Self.row(of: words, words, isInGroup: true))).count == 3)
  }

  @Test func `a ring of jumps ends`() {
    let steps = [Self.token(), Step(operation: .jump, first: 1), Step(operation: .accept)]
    #expect(Self.next(steps).count == 1)
  }
}
