/// Runs one pattern as `PatternMatcher` does, and keeps what that one throws away: every way, and why each ended.
///
/// It is for explaining and for counting what examples cover: plain and slow, but with the same bounds.
struct TraceMatcher {
  private struct Thread {
    var place: Int
    var wait: Int
    /// The last node of its way, or -1.
    var node: Int
    /// What the words of each open group still share, the innermost group last.
    var groups: [AgreementRegister] = []
  }

  /// One instruction on a way.
  private struct Node {
    var parent: Int
    var place: Int
    var step: RuleTrace.Step?
    var event: MatchPath.Event?
  }

  private let code: [Instruction]
  private let window: Range<Int>
  private let document: EngineDocument
  private let forms: FormTable
  private var nodes: [Node] = []
  private var following: [Thread] = []
  private var seen: [Int: [[AgreementRegister]]] = [:]
  private var ends: [(end: Int, node: Int)] = []
  private var trace: RuleTrace
  /// The way that led to the furthest failure, or -1.
  private var furthest = -1

  private init(
    _ code: [Instruction],
    rule: Int,
    start: Int,
    window: Range<Int>,
    _ document: EngineDocument,
    _ forms: FormTable
  ) {
    self.code = code
    self.window = window
    self.document = document
    self.forms = forms
    trace = RuleTrace(rule: rule, window: window, start: start, reach: start)
  }

  /// Traces a pattern from a token of a window; nothing is refused yet.
  static func trace(
    _ code: [Instruction],
    rule: Int,
    from start: Int,
    window: Range<Int>,
    _ document: EngineDocument,
    _ forms: FormTable
  ) -> RuleTrace {
    var matcher = TraceMatcher(
      code,
      rule: rule,
      start: start,
      window: window,
      document,
      forms
    )
    matcher.run(from: start)
    return matcher.trace
  }

  private mutating func run(from start: Int) {
    var threads = [Thread(place: 0, wait: start, node: -1)]
    var position = start
    while !threads.isEmpty, position <= window.upperBound {
      following = []
      seen = [:]
      for thread in threads {
        if thread.wait > position {
          following.append(thread)
        } else {
          advance(thread, position)
        }
      }
      threads = following
      position += 1
    }
    trace.path = steps(to: furthest)
    trace.candidates = ends.reversed().filter { $0.end > start }.map { end, node in
      RuleTrace.Candidate(
        end: end,
        path: MatchPath(events: way(to: node).compactMap(\.event)),
        steps: steps(to: node),
        places: way(to: node).map(\.place)
      )
    }
  }

  private func way(to node: Int) -> [Node] {
    var way: [Node] = []
    var node = node
    while node >= 0 {
      way.append(nodes[node])
      node = nodes[node].parent
    }
    return way.reversed()
  }

  private func steps(to node: Int) -> [RuleTrace.Step] { way(to: node).compactMap(\.step) }

  /// Follows a thread through all instructions that take nothing, in order, and takes what it can.
  private mutating func advance(_ thread: Thread, _ position: Int) {
    var stack = [thread]
    while var current = stack.popLast() {
      guard isNew(current) else { continue }
      let place = current.place
      trace.asked.insert(RuleTrace.Asking(place: place, token: position))
      current.place += 1
      switch code[place] {
      case .token(let test, let agrees):
        takeToken(test, agrees, current, place, position)
      case .list(let list, let agrees): takeEntries(list, agrees, current, place, position)
      case .annotation(let type, let test, let agrees):
        takeAnnotations(type, test, agrees, current, place, position)
      case .fork(let first, let second):
        current.node = note(current.node, place)
        var other = current
        other.place = second
        current.place = first
        stack.append(other)
        stack.append(current)
      case .jump(let target):
        current.node = note(current.node, place)
        current.place = target
        stack.append(current)
      case .labelStart(let label):
        current.node = note(current.node, place, event(.labelStart, position, label))
        stack.append(current)
      case .labelEnd(let label):
        current.node = note(current.node, place, event(.labelEnd, position, label))
        stack.append(current)
      case .assert(let assertion):
        guard document.holds(assertion, at: position) else {
          stop(place, .assertion, current.node, position)
          continue
        }
        current.node = note(current.node, place)
        stack.append(current)
      case .agreementStart(let categories):
        current.node = note(current.node, place, event(.agreementStart, position, 0))
        current.groups.append(AgreementRegister(categories))
        stack.append(current)
      case .agreementEnd:
        let cells = current.groups.popLast()?.shared ?? .all
        current.node = note(current.node, place, event(.agreementEnd, position, 0, cells))
        stack.append(current)
      case .head:
        current.node = note(current.node, place, event(.head, position, 0))
        stack.append(current)
      case .accept:
        if ends.last?.end != position {
          ends.append((position, note(current.node, place)))
        }
      }
    }
  }

  private mutating func isNew(_ thread: Thread) -> Bool {
    let known = seen[thread.place, default: []]
    let isKnown = known.contains { groups in
      groups.count == thread.groups.count
        && zip(groups, thread.groups).allSatisfy { $0.isSame(as: $1) }
    }
    guard !isKnown, known.count < PatternMatcher.maximumRegisters else { return false }
    seen[thread.place, default: []].append(thread.groups)
    return true
  }

  private mutating func note(
    _ parent: Int,
    _ place: Int,
    _ event: MatchPath.Event? = nil,
    step: RuleTrace.Step? = nil
  ) -> Int {
    nodes.append(Node(parent: parent, place: place, step: step, event: event))
    return nodes.count - 1
  }

  private func event(
    _ kind: MatchPath.Kind,
    _ position: Int,
    _ value: Int,
    _ cells: Cells = []
  ) -> MatchPath.Event {
    MatchPath.Event(kind: kind, start: position, end: position, value: value, cells: cells)
  }

  /// Notes a failure, if nothing has failed further on.
  private mutating func stop(
    _ place: Int,
    _ reason: RuleTrace.Reason,
    _ node: Int,
    _ position: Int
  ) {
    if position > trace.reach || furthest == -1 && trace.stops.isEmpty {
      trace.reach = position
      trace.stops = []
      furthest = node
    }
    guard position == trace.reach, !trace.stops.contains(where: { $0.place == place }) else {
      return
    }
    trace.stops.append(RuleTrace.Stop(place: place, reason: reason))
  }

  // MARK: Elements

  private mutating func takeToken(
    _ test: Int,
    _ agrees: Bool,
    _ thread: Thread,
    _ place: Int,
    _ position: Int
  ) {
    guard position < window.upperBound else {
      return stop(place, .windowEnd, thread.node, position)
    }
    let form = document.forms[position]
    let flags = document.flags[position]
    guard forms.evaluate(test, form, flags: flags).holds else {
      return stop(place, .test, thread.node, position)
    }
    let isLogged = agrees || forms.tests[test].asksForList
    var event: MatchPath.Event?
    if isLogged {
      event = MatchPath.Event(
        kind: .token,
        start: position,
        end: position + 1,
        value: test,
        cells: agrees ? .all : []
      )
    }
    take(
      thread,
      place,
      position..<(position + 1),
      agrees ? forms.cellsByPerson(form, test, flags: flags) : nil,
      event
    )
  }

  private mutating func takeEntries(
    _ list: ListID,
    _ agrees: Bool,
    _ thread: Thread,
    _ place: Int,
    _ position: Int
  ) {
    guard position < window.upperBound else {
      return stop(place, .windowEnd, thread.node, position)
    }
    var reason = RuleTrace.Reason.noEntry
    var hasTaken = false
    for index in document.listMatches(at: position) {
      let match = document.foundEntries[index]
      guard match.list == list else { continue }
      guard match.end <= window.upperBound else {
        reason = .overWindow
        continue
      }
      let event = MatchPath.Event(
        kind: .list,
        start: position,
        end: match.end,
        value: index,
        cells: agrees ? .all : []
      )
      let own = agrees ? cells(match.cells, head: match.head) : nil
      if let failure = take(thread, place, position..<match.end, own, event, entry: index) {
        reason = failure
      } else {
        hasTaken = true
      }
    }
    if !hasTaken { stop(place, reason, thread.node, position) }
  }

  private mutating func takeAnnotations(
    _ type: Int,
    _ test: AnnotationTest,
    _ agrees: Bool,
    _ thread: Thread,
    _ place: Int,
    _ position: Int
  ) {
    guard position < window.upperBound else {
      return stop(place, .windowEnd, thread.node, position)
    }
    var reason = RuleTrace.Reason.noAnnotation
    var hasTaken = false
    var index = document.firstAnnotation(at: position)
    while index >= 0 {
      let annotation = document.allAnnotations[index]
      let id = index
      index = document.annotation(after: index)
      guard annotation.type == type else { continue }
      guard annotation.end <= window.upperBound else {
        reason = .overWindow
        continue
      }
      guard document.passes(annotation, test, forms) else {
        reason = .annotationTest
        continue
      }
      let event = MatchPath.Event(
        kind: .annotation,
        start: position,
        end: annotation.end,
        value: id,
        cells: []
      )
      let own = agrees ? cells(annotation.cells, head: annotation.head) : nil
      if let failure = take(thread, place, position..<annotation.end, own, event, annotation: id) {
        reason = failure
      } else {
        hasTaken = true
      }
    }
    if !hasTaken { stop(place, reason, thread.node, position) }
  }

  /// The cells of a phrase, in the persons of its head.
  private func cells(_ cells: Cells, head: Int) -> CellsByPerson {
    let persons =
      head < document.forms.count ? forms.persons(document.forms[head], in: cells) : .all
    return CellsByPerson(cells, persons)
  }

  /// Takes an element; the reason where it agrees with nothing in its group.
  @discardableResult
  private mutating func take(
    _ thread: Thread,
    _ place: Int,
    _ tokens: Range<Int>,
    _ own: CellsByPerson?,
    _ event: MatchPath.Event?,
    entry: Int? = nil,
    annotation: Int? = nil
  ) -> RuleTrace.Reason? {
    var taken = thread
    if let own, let group = taken.groups.indices.last {
      let shared = taken.groups[group].shared
      let fits =
        taken.groups[group].comparesPersons
        ? taken.groups[group].restrict(to: own) : taken.groups[group].restrict(to: own.inAnyPerson)
      if !fits {
        let reason = RuleTrace.Reason.disagreement(own: own.inAnyPerson, shared: shared)
        if event?.kind == .token { stop(place, reason, thread.node, tokens.lowerBound) }
        return reason
      }
    }
    let step = RuleTrace.Step(
      place: place,
      tokens: tokens,
      shared: taken.groups.last?.shared,
      entry: entry,
      annotation: annotation
    )
    taken.node = note(thread.node, place, event, step: step)
    taken.wait = tokens.upperBound
    following.append(taken)
    return nil
  }
}
