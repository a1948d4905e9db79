extension ClosureTable {
  /// An element that may take something next, or the pattern's end.
  struct Leaf: BitwiseCopyable {
    /// What it takes.
    enum Sort: UInt8 {
      /// A token, of which nothing is kept: no instruction stands on the way, and no words agree.
      case plain
      case token, list, annotation
      /// Nothing: the pattern holds.
      case accept
    }

    var sort: Sort
    /// Whether the element takes part in the agreement around it.
    var agrees: Bool { traits & 1 != 0 }
    /// Whether a token that was taken is an event of the match's way.
    var isLogged: Bool { traits & 2 != 0 }
    /// Whether the element stands in a group of agreement.
    var isInGroup: Bool { traits & 4 != 0 }
    private var traits: UInt8
    /// The number of instructions on the way to it that do something.
    var actionCount: Int32
    /// The places of these, in order.
    var firstAction: Int32
    /// What an element that takes a token asks of what stands around it.
    var needs: FlagNeeds
    /// The state behind the element, by its number; -1 for the pattern's end.
    var next: Int32
    /// The test, list or type.
    var first: Int32
    /// The test of an annotation; -1 for none.
    var second: Int32

    init(
      _ step: MatchCode.Step,
      next: Int32,
      needs: FlagNeeds,
      firstAction: Int,
      actionCount: Int
    ) {
      traits = (step.agrees ? 1 : 0) | (step.isLogged ? 2 : 0) | (step.isInGroup ? 4 : 0)
      switch step.operation {
      case .token: sort = traits == 0 && actionCount == 0 ? .plain : .token
      case .list: sort = .list
      case .annotation: sort = .annotation
      default: sort = .accept
      }
      (self.firstAction, self.actionCount) = (Int32(firstAction), Int32(actionCount))
      (self.next, self.needs) = (next, needs)
      (first, second) = (step.first, step.second)
    }
  }
}
