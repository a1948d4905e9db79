import FactExtraction
import RuleLanguage
import TextEngine

/// Puts the steps and stops of a trace into words.
struct StepReader {
  let names: ElementNames
  let engine: Engine
  private let program: RuleProgram
  private let tests: TestDescription

  init(_ names: ElementNames, _ engine: Engine) {
    self.names = names
    self.engine = engine
    program = names.compiled.program
    tests = TestDescription(program)
  }

  /// The elements that a way took; in a finished way each group's readings are those that agree at its end.
  func steps(_ steps: [RuleTrace.Step], of rule: Int) -> [RuleExplanation.Step] {
    let code = program.rules[rule].code
    return steps.enumerated().map { index, step in
      var found = RuleExplanation.Step(
        element: names.element(step.place, of: rule),
        span: engine.span(of: step.tokens),
        shared: step.shared.map(FlagNames.names(of:))
      )
      switch code[step.place] {
      case .token(let test, let agrees):
        guard agrees || engine.explain(test: test, at: step.tokens.lowerBound).asksReadings else {
          break
        }
        let left = agrees ? Self.shared(after: index, in: steps, code) : nil
        found.readings = readings(of: step.tokens.lowerBound, passing: test, left)
      case .list(let list, _):
        let name = program.lists.indices.contains(list) ? program.lists[list].name : ""
        found.taken = "@" + name + (step.entry.map { features(ofMatch: $0) } ?? "")
      case .annotation(let type, _, _): found.taken = "<\(program.annotationTypes[type])>"
      default: break
      }
      return found
    }
  }

  /// What the group of the step at `index` shares in the end.
  private static func shared(
    after index: Int,
    in steps: [RuleTrace.Step],
    _ code: [Instruction]
  ) -> Cells? {
    var shared = steps[index].shared
    for step in steps[(index + 1)...] {
      // The group goes on as long as cells only get fewer; another one starts with more.
      guard let next = step.shared, let known = shared, next.isSubset(of: known) else { break }
      shared = next
    }
    return shared
  }

  private func readings(of token: Int, passing test: Int, _ shared: Cells?) -> [String] {
    engine.readings(of: token, passing: test).filter { reading in
      shared.map { !reading.cells.isDisjoint(with: $0) } ?? true
    }.map { text(of: $0, token) }
  }

  /// A reading as rules speak of it: `министерство noun loc sg neut inan`.
  private func text(of reading: WordReading, _ token: Int) -> String {
    let flags = FlagNames.names(of: reading.analysis.grammemes)
    let lemma = engine.lemma(of: token, reading.analysis)
    let mark = reading.analysis.isGuessed ? "?" : ""
    return ([lemma + mark] + flags).joined(separator: " ")
  }

  private func features(ofMatch match: Int) -> String {
    guard engine.document.listMatches.indices.contains(match) else { return "" }
    let entry = program.gazetteer.entries[engine.document.listMatches[match].entry]
    let values = zip(program.lists[entry.list].features, program.gazetteer.features(of: entry))
      .compactMap {
        name,
        value -> String? in
        switch value {
        case .none: nil
        case .text(let text): "\(name) = \(text)"
        case .decimal(let number): "\(name) = \(number)"
        }
      }
    return values.isEmpty ? "" : " | " + values.joined(separator: ", ")
  }

  // MARK: Stops

  /// Why the elements failed at which the furthest way ended.
  func stops(_ trace: RuleTrace) -> [RuleExplanation.Stop] {
    var stops: [RuleExplanation.Stop] = []
    for stop in trace.stops {
      let element = names.element(stop.place, of: trace.rule)
      if stops.contains(where: { $0.element.text == element.text }) { continue }
      stops.append(self.stop(stop, element, trace))
    }
    return stops
  }

  private func stop(
    _ stop: RuleTrace.Stop,
    _ element: RuleExplanation.Element,
    _ trace: RuleTrace
  ) -> RuleExplanation.Stop {
    let isInside = trace.reach < trace.window.upperBound
    var found = RuleExplanation.Stop(
      element: element,
      span: isInside
        ? engine.span(of: trace.reach..<(trace.reach + 1))
        : engine.span(of: trace.window).end(),
      reason: ""
    )
    let isParagraph = engine.document.tokens.count > 0 && isWindowAParagraph(trace)
    let window = isParagraph ? "paragraph" : "sentence"
    switch stop.reason {
    case .windowEnd: found.reason = "the \(window) ends here"
    case .overWindow: found.reason = "what is here runs over the end of the \(window)"
    case .assertion: found.reason = "does not hold here"
    case .noEntry: found.reason = "no entry of the list starts here"
    case .noAnnotation:
      found.reason = "nothing of this kind starts here" + others(at: trace.reach)
    case .annotationTest: found.reason = "of this kind, but not what is asked behind `&`"
    case .disagreement(let own, let shared):
      found.reason =
        "fits, but agrees with nothing before it: it can be \(list(own)), "
        + "the words before it share \(list(shared))"
    case .test:
      guard case .token(let test, _) = program.rules[trace.rule].code[stop.place] else { break }
      explain(test, at: trace.reach, in: &found)
    }
    return found
  }

  private func isWindowAParagraph(_ trace: RuleTrace) -> Bool {
    program.phases.first { $0.rules.contains(trace.rule) }?.window == .paragraph
  }

  /// What of another kind starts at a token, so that one sees what the author may have meant.
  private func others(at token: Int) -> String {
    let types = engine.document.annotations.filter { $0.start == token }
      .map { "<\(program.annotationTypes[$0.type])>" }
    var once: [String] = []
    for type in types where !once.contains(type) { once.append(type) }
    return once.isEmpty ? "" : "; there is \(once.joined(separator: ", "))"
  }

  private func list(_ cells: Cells) -> String {
    let names = FlagNames.names(of: cells)
    return names.isEmpty ? "anything" : names.joined(separator: " ")
  }

  private func explain(_ test: Int, at token: Int, in stop: inout RuleExplanation.Stop) {
    let explanation = engine.explain(test: test, at: token)
    let readings = engine.readings(of: token)
    stop.readings = readings.enumerated().map { index, reading in
      (text(of: reading, token), explanation.failure(ofReading: index).map { tests.text($0.test) })
    }
    if let part = explanation.parts.first(where: { !$0.holds }) {
      let asked = tests.text(part.test)
      stop.reason = explanation.parts.count > 1 ? "`\(asked)` fails" : "this is something else"
    } else {
      stop.reason = "each part holds, but no one reading passes them all"
    }
  }
}

extension TextSpan {
  /// The empty span at the end of this one.
  fileprivate func end() -> TextSpan { TextSpan(start: end, end: end) }
}
