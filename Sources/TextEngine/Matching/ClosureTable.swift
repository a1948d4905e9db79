/// What a way through a pattern can come to from each place without taking anything, found once for each place.
///
/// A pattern of many alternatives is a long row of forks; here they are a list of the elements behind them, in the order
/// of their preference, with the few instructions on the way that do something.
final class ClosureTable {
  /// An element that may take something next, or the pattern's end.
  struct Leaf: BitwiseCopyable {
    /// The element.
    var step: MatchCode.Step
    /// Its place in the code.
    var place: Int32
    /// The instructions on the way to it that do something, in order.
    var firstAction: Int32
    var actionCount: Int32
  }

  /// A way from the place that is asked for.
  private struct Way: BitwiseCopyable {
    var place: Int32
    /// The last of the instructions on the way that do something, or -1.
    var action: Int32 = -1
    /// The number of what tells it apart from other ways to a place.
    var effect: Int32 = 0
  }

  /// An instruction on a way, and the one before.
  private struct Action: BitwiseCopyable {
    var place: Int32
    var before: Int32
  }

  /// What tells ways to one place apart: the conditions on them, and which groups of agreement they end and begin.
  fileprivate struct Effect: Hashable {
    var conditions: Set<Int32> = []
    var ended = 0
    var begun: [Int32] = []
  }

  private let code: MatchCode
  /// The leaves of the places that were asked for.
  let leaves = Buffer<Leaf>(capacity: 1 << 10)
  /// The test of each leaf that takes a token; -1 for the others.
  let leafTests = Buffer<Int32>(capacity: 1 << 10)
  /// The places of the instructions that do something on the way to a leaf.
  let actions = Buffer<Int32>(capacity: 1 << 8)
  /// For each place where its leaves start and how many there are; below 0 where they are not known yet, or where they
  /// depend on what words share.
  private let starts: Buffer<Int32>
  private static let (unknown, unsettled): (Int32, Int32) = (-1, -2)
  private let counts: Buffer<Int32>

  // Reused from place to place: the ways still to go, their instructions, and the place for which an instruction was
  // reached by a way without effect.
  private let stack = Buffer<Way>()
  private let onWay = Buffer<Action>()
  /// The effects of these ways, and for each but the first, which is none, the places that were reached with it.
  private var effects: [Effect] = []
  private var seen: [Set<Int32>] = []
  private let reachedFor: Buffer<Int32>

  init(_ code: MatchCode) {
    self.code = code
    starts = Buffer(capacity: code.steps.count)
    counts = Buffer(capacity: code.steps.count)
    reachedFor = Buffer(capacity: code.steps.count)
    starts.fill(code.steps.count, with: Self.unknown)
    counts.fill(code.steps.count, with: 0)
    reachedFor.fill(code.steps.count, with: -1)
  }

  /// The places of the leaves that are reached from a place in the code.
  ///
  /// Nil where a way can leave a group of agreement and come back to it: whether it has been there before depends on
  /// what the words share, and the ways must be followed instruction by instruction.
  @inline(__always)
  func leaves(from place: Int32) -> Range<Int>? {
    if starts[Int(place)] == Self.unknown { find(from: place) }
    let start = Int(starts[Int(place)])
    return start < 0 ? nil : start..<start + Int(counts[Int(place)])
  }

  @inline(never)
  private func find(from start: Int32) {
    let first = leaves.count
    effects = [Effect()]
    seen = [[]]
    onWay.removeAll()
    stack.removeAll()
    stack.append(Way(place: start))
    while var way = stack.popLast() {
      let place = way.place
      switch arrive(way, from: start) {
      case .new: break
      case .known: continue
      case .unsettled:
        leaves.truncate(to: first)
        leafTests.truncate(to: first)
        starts[Int(start)] = Self.unsettled
        return
      }
      let step = code.steps[Int(place)]
      way.place += 1
      switch step.operation {
      case .token, .list, .annotation, .accept:
        append(step, place, way.action)
        continue
      case .fork:
        // The preferred way is taken up first, so the other one waits.
        var other = way
        other.place = step.second
        stack.append(other)
        way.place = step.first
      case .jump: way.place = step.first
      case .labelStart, .labelEnd, .head: note(place, on: &way)
      case .assert, .agreementStart, .agreementEnd:
        note(place, on: &way)
        let effect = effects[Int(way.effect)].adding(step)
        if let known = effects.firstIndex(of: effect) {
          way.effect = Int32(known)
        } else {
          way.effect = Int32(effects.count)
          effects.append(effect)
          seen.append([])
        }
      }
      stack.append(way)
    }
    starts[Int(start)] = Int32(first)
    counts[Int(start)] = Int32(leaves.count - first)
  }

  private enum Arrival { case new, known, unsettled }

  /// Notes that a way has come to its place; says whether an earlier one has been there wherever it comes.
  private func arrive(_ way: Way, from start: Int32) -> Arrival {
    let isReached = reachedFor[Int(way.place)] == start
    if effects.count == 1 {
      reachedFor[Int(way.place)] = start
      return isReached ? .known : .new
    }
    let effect = effects[Int(way.effect)]
    for (other, places) in seen.enumerated()
    where other == 0 ? isReached : places.contains(way.place) {
      if !effect.hasGroups(of: effects[other]) { return .unsettled }
      // Where all conditions of the earlier way hold, it has been there.
      if effects[other].conditions.isSubset(of: effect.conditions) { return .known }
    }
    if way.effect == 0 {
      reachedFor[Int(way.place)] = start
    } else {
      seen[Int(way.effect)].insert(way.place)
    }
    return .new
  }

  private func note(_ place: Int32, on way: inout Way) {
    onWay.append(Action(place: place, before: way.action))
    way.action = Int32(onWay.count - 1)
  }

  private func append(_ step: MatchCode.Step, _ place: Int32, _ action: Int32) {
    var length = 0
    var node = action
    while node >= 0 {
      length += 1
      node = onWay[Int(node)].before
    }
    let first = actions.count
    actions.extend(to: first + length, with: 0)
    node = action
    var index = actions.count
    while node >= 0 {
      index -= 1
      actions[index] = onWay[Int(node)].place
      node = onWay[Int(node)].before
    }
    leafTests.append(step.operation == .token ? step.first : -1)
    leaves.append(
      Leaf(step: step, place: place, firstAction: Int32(first), actionCount: Int32(length))
    )
  }
}

extension ClosureTable.Effect {
  /// Whether a way ends and begins the same groups.
  fileprivate func hasGroups(of other: Self) -> Bool {
    ended == other.ended && begun == other.begun
  }

  /// The effect with that of another instruction.
  fileprivate func adding(_ step: MatchCode.Step) -> Self {
    var effect = self
    switch step.operation {
    case .assert: effect.conditions.insert(step.first)
    case .agreementStart: effect.begun.append(step.first)
    case .agreementEnd: if effect.begun.popLast() == nil { effect.ended += 1 }
    default: break
    }
    return effect
  }
}
