/// What a way through a pattern can come to from each state without taking anything, found once for each state.
///
/// A pattern of many alternatives is a long row of forks; here they are a list of the elements behind them, in the order
/// of their preference, with the few instructions on the way that do something.
final class ClosureTable {
  /// A way from the state that is asked for.
  private struct Way: BitwiseCopyable {
    var place: Int32
    /// The last of the instructions on the way that do something, or -1.
    var action: Int32 = -1
    /// What tells it apart from other ways to a place.
    var effect = Effect()
  }

  /// An instruction on a way, and the one before.
  private struct Action: BitwiseCopyable {
    var place: Int32
    var before: Int32
  }

  /// What tells ways to one place apart: the conditions on them, and which groups of agreement they end and begin.
  private struct Effect: BitwiseCopyable {
    /// A bit for each assertion.
    var conditions: UInt32 = 0
    var ended: Int32 = 0
    /// The last of the groups that are begun, as a place among `groups`, or -1.
    var group: Int32 = -1

    func hasGroups(of other: Effect) -> Bool { ended == other.ended && group == other.group }
  }

  /// A group of agreement that a way begins, and the one that it stands in, or -1.
  private struct Group: BitwiseCopyable {
    var categories: Int32
    var outer: Int32
  }

  /// A way that has come to a place with an effect, and the way that had come there before, or -1.
  private struct Arrival: BitwiseCopyable {
    var place: Int32
    var effect: Effect
    var before: Int32
  }

  /// The most jumps that are followed from one to the next; only faulty code has rings of them.
  private static let maximumJumps = 64

  private let code: MatchCode
  private let flagNeeds: Buffer<FlagNeeds>
  /// The leaves of the states that were asked for.
  let leaves = Buffer<Leaf>(reserving: Buffer<Leaf>.reserve)
  /// What each leaf needs first.
  let leafNeeds = Buffer<LeafNeed>(capacity: 1 << 10)
  /// The instructions that do something on the way to a leaf.
  let actions = Buffer<MatchCode.Step>(capacity: 1 << 8)
  /// The states that were asked for, or that stand behind a leaf.
  let states = Buffer<State>(capacity: 1 << 12)
  /// The number of the state at each place of the code, or -1.
  private let numbers: Buffer<Int32>

  // Reused from state to state: the ways still to go, their instructions and groups, and who has come where.
  private let stack = Buffer<Way>()
  private let onWay = Buffer<Action>()
  /// The last instruction of the way for which actions were noted last, or -1, and their places.
  private var lastAction: Int32 = -1
  private var lastActions = 0..<0
  private let groups = Buffer<Group>()
  private let arrivals = Buffer<Arrival>()
  /// For each instruction the last way that has come to it; of no meaning where that is none of the arrivals there.
  private let lastArrivals: Buffer<Int32>

  init(_ code: MatchCode, flagNeeds: Buffer<FlagNeeds>) {
    (self.code, self.flagNeeds) = (code, flagNeeds)
    numbers = Buffer(capacity: code.steps.count)
    lastArrivals = Buffer(capacity: code.steps.count)
    numbers.fill(code.steps.count, with: -1)
    lastArrivals.fill(code.steps.count, with: -1)
  }

  /// The number of the state at a place of the code.
  func state(at place: Int32) -> Int32 {
    let known = numbers[Int(place)]
    if known >= 0 { return known }
    let number = Int32(truncatingIfNeeded: states.count)
    numbers[Int(place)] = number
    states.append(State(place: place))
    return number
  }

  /// Forgets in which generations states were reached.
  func removeMarks() {
    for number in 0..<states.count {
      states[number].left = -1
      states[number].reached = -1
    }
  }

  /// Finds the leaves that are reached from a state, where that was not tried yet.
  @inline(never)
  func settle(_ number: Int32) -> State {
    if states[Int(number)].start == State.unknown { find(from: Int(number)) }
    return states[Int(number)]
  }

  private func find(from start: Int) {
    let first = leaves.count
    let place = states[start].place
    states[start].size = code.steps[Int(place)].isInGroup ? 1 : 0
    onWay.removeAll()
    lastAction = -1
    groups.removeAll()
    arrivals.removeAll()
    stack.removeAll()
    stack.append(Way(place: place))
    while var way = stack.popLast() {
      // The way is followed until it has come to an element, or to where an earlier one has been.
      follow: while true {
        let place = way.place
        switch arrive(way) {
        case .new: break
        case .known: break follow
        case .unsettled:
          leaves.truncate(to: first)
          leafNeeds.truncate(to: first)
          states[start].start = State.unsettled
          return
        }
        let step = code.steps[Int(place)]
        way.place += 1
        switch step.operation {
        case .token, .list, .annotation, .accept:
          append(step, place, way.action)
          break follow
        case .fork:
          // The preferred way is taken up first, so the other one waits.
          var other = way
          other.place = step.second
          stack.append(other)
          way.place = step.first
        case .jump: way.place = step.first
        case .labelStart, .labelEnd, .head: note(place, on: &way)
        case .assert:
          note(place, on: &way)
          way.effect.conditions |= 1 << UInt32(step.first)
        case .agreementStart:
          note(place, on: &way)
          way.effect.group = group(Group(categories: step.first, outer: way.effect.group))
        case .agreementEnd:
          note(place, on: &way)
          if way.effect.group < 0 {
            way.effect.ended += 1
          } else {
            way.effect.group = groups[Int(way.effect.group)].outer
          }
        }
      }
    }
    states[start].start = Int32(first)
    states[start].size |= UInt32(leaves.count - first) << 1
  }

  /// The state behind an element that takes a token: alternatives that go on in the same way share it.
  ///
  /// Behind what may take several tokens a state is one element's, as a matcher notes in it where it took something and not
  /// where that ends.
  private func state(behindToken place: Int32) -> Int32 {
    let behind = Int(place) + 1
    if numbers[behind] >= 0 { return numbers[behind] }
    var next = behind
    var left = Self.maximumJumps
    while left > 0, code.steps[next].operation == .jump {
      next = Int(code.steps[next].first)
      left -= 1
    }
    switch next > 0 ? code.steps[next - 1].operation : .jump {
    case .list, .annotation: break
    default: numbers[behind] = state(at: Int32(next))
    }
    return state(at: Int32(behind))
  }

  private enum Novelty { case new, known, unsettled }

  /// Notes that a way has come to its place; says whether an earlier one has been there wherever it comes.
  private func arrive(_ way: Way) -> Novelty {
    let place = Int(way.place)
    let known = lastArrivals[place]
    let isHere =
      known >= 0 && Int(known) < arrivals.count && arrivals[Int(known)].place == way.place
    let last = isHere ? known : -1
    var earlier = last
    while earlier >= 0 {
      let arrival = arrivals[Int(earlier)]
      if !way.effect.hasGroups(of: arrival.effect) { return .unsettled }
      // Where all conditions of the earlier way hold, it has been there.
      if arrival.effect.conditions & ~way.effect.conditions == 0 { return .known }
      earlier = arrival.before
    }
    lastArrivals[place] = Int32(arrivals.count)
    arrivals.append(Arrival(place: way.place, effect: way.effect, before: last))
    return .new
  }

  /// The place of a group among those that ways begin.
  private func group(_ wanted: Group) -> Int32 {
    for place in 0..<groups.count {
      let group = groups[place]
      if group.categories == wanted.categories, group.outer == wanted.outer { return Int32(place) }
    }
    groups.append(wanted)
    return Int32(groups.count - 1)
  }

  private func note(_ place: Int32, on way: inout Way) {
    onWay.append(Action(place: place, before: way.action))
    way.action = Int32(onWay.count - 1)
  }

  private func append(_ step: MatchCode.Step, _ place: Int32, _ action: Int32) {
    let range = noteActions(endingAt: action)
    let isToken = step.operation == .token
    let next =
      switch step.operation {
      case .accept: Int32(-1)
      case .token where !step.isInGroup: state(behindToken: place)
      default: state(at: place + 1)
      }
    leafNeeds.append(LeafNeed(step))
    leaves.append(
      Leaf(
        step,
        next: next,
        needs: isToken ? flagNeeds[Int(step.first)] : .none,
        firstAction: range.lowerBound,
        actionCount: range.count
      )
    )
  }

  /// The places of the instructions on a way up to one of them; elements side by side share them.
  private func noteActions(endingAt action: Int32) -> Range<Int> {
    if action < 0 { return 0..<0 }
    if action == lastAction { return lastActions }
    var length = 0
    var node = action
    while node >= 0 {
      length += 1
      node = onWay[Int(node)].before
    }
    let first = actions.count
    node = action
    actions.extend(to: first + length, with: code.steps[Int(onWay[Int(node)].place)])
    var index = actions.count
    while node >= 0 {
      index -= 1
      actions[index] = code.steps[Int(onWay[Int(node)].place)]
      node = onWay[Int(node)].before
    }
    lastAction = action
    lastActions = first..<first + length
    return lastActions
  }
}
