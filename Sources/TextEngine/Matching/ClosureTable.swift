/// What a way through a pattern can come to from each place without taking anything, found once for each place.
///
/// A pattern of many alternatives is a long row of forks; here they are a list of the elements behind them, in the order
/// of their preference, with the few instructions on the way that do something.
final class ClosureTable {
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
    /// The element's place in the code.
    var place: Int32
    /// The test, list or type.
    var first: Int32
    /// The test of an annotation; -1 for none.
    var second: Int32

    init(
      _ step: MatchCode.Step,
      _ place: Int32,
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
      (self.place, self.needs) = (place, needs)
      (first, second) = (step.first, step.second)
    }
  }

  /// The leaves that are reached from a place.
  struct Place: BitwiseCopyable {
    /// Where they start; below 0 where they are not known yet, or where they depend on what words share.
    fileprivate(set) var start: Int32
    /// Twice their number, and 1 more in a group of agreement.
    fileprivate var size: UInt32 = 0

    /// Whether the place stands in a group of agreement, where ways that reach it may differ in their registers.
    @inline(__always)
    var isInGroup: Bool { size & 1 != 0 }

    /// Whether the leaves are known.
    ///
    /// They never are where a way can leave a group of agreement and come back to it: whether it has been there before
    /// depends on what the words share, and the ways must be followed instruction by instruction.
    @inline(__always)
    var isKnown: Bool { start >= 0 }

    /// The places of the leaves, where they are known.
    @inline(__always)
    var leaves: Range<Int> { Int(start)..<Int(start) &+ Int(size >> 1) }
  }

  /// A way from the place that is asked for.
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

  private let code: MatchCode
  private let flagNeeds: Buffer<FlagNeeds>
  /// The leaves of the places that were asked for.
  let leaves = Buffer<Leaf>(capacity: 1 << 10)
  /// The test of each leaf that takes a token; -1 for the others.
  let leafTests = Buffer<Int32>(capacity: 1 << 10)
  /// The instructions that do something on the way to a leaf.
  let actions = Buffer<MatchCode.Step>(capacity: 1 << 8)
  /// What is known of each place.
  let places: Buffer<Place>
  private static let unknown: Int32 = -1
  private static let unsettled: Int32 = -2

  // Reused from place to place: the ways still to go, their instructions and groups, and who has come where.
  private let stack = Buffer<Way>()
  private let onWay = Buffer<Action>()
  private let groups = Buffer<Group>()
  private let arrivals = Buffer<Arrival>()
  /// For each instruction the last way that has come to it; of no meaning where that is none of the arrivals there.
  private let lastArrivals: Buffer<Int32>

  init(_ code: MatchCode, flagNeeds: Buffer<FlagNeeds>) {
    (self.code, self.flagNeeds) = (code, flagNeeds)
    places = Buffer(capacity: code.steps.count)
    lastArrivals = Buffer(capacity: code.steps.count)
    places.fill(code.steps.count, with: Place(start: Self.unknown))
    lastArrivals.fill(code.steps.count, with: -1)
  }

  /// Finds the leaves that are reached from a place in the code, where that was not tried yet.
  @inline(never)
  func settle(_ number: Int32) -> Place {
    if places[Int(number)].start == Self.unknown { find(from: number) }
    return places[Int(number)]
  }

  private func find(from start: Int32) {
    let first = leaves.count
    places[Int(start)].size = code.steps[Int(start)].isInGroup ? 1 : 0
    onWay.removeAll()
    groups.removeAll()
    arrivals.removeAll()
    stack.removeAll()
    stack.append(Way(place: start))
    while var way = stack.popLast() {
      let place = way.place
      switch arrive(way) {
      case .new: break
      case .known: continue
      case .unsettled:
        leaves.truncate(to: first)
        leafTests.truncate(to: first)
        places[Int(start)].start = Self.unsettled
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
      stack.append(way)
    }
    places[Int(start)].start = Int32(first)
    places[Int(start)].size |= UInt32(leaves.count - first) << 1
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
    var length = 0
    var node = action
    while node >= 0 {
      length += 1
      node = onWay[Int(node)].before
    }
    let first = actions.count
    actions.extend(to: first + length, with: step)
    node = action
    var index = actions.count
    while node >= 0 {
      index -= 1
      actions[index] = code.steps[Int(onWay[Int(node)].place)]
      node = onWay[Int(node)].before
    }
    let isToken = step.operation == .token
    leafTests.append(isToken ? step.first : -1)
    leaves.append(
      Leaf(
        step,
        place,
        needs: isToken ? flagNeeds[Int(step.first)] : .none,
        firstAction: first,
        actionCount: length
      )
    )
  }
}
