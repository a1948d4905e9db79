/// The instructions of all patterns of a program in one run of plain steps, which all its engines share and of which
/// taking one touches no reference count.
struct MatchCode: Sendable {
  enum Operation: UInt8 {
    case token, list, annotation, fork, jump, labelStart, labelEnd, assert, agreementStart
    case agreementEnd, head, accept
  }

  struct Step: BitwiseCopyable {
    var operation: Operation
    /// Whether the element takes part in the agreement around it.
    var agrees = false
    /// Whether a token that was taken is an event of the match's way.
    var isLogged = false
    /// Whether the step stands in a group of agreement, where ways that reach it may differ in their registers.
    var isInGroup = false
    /// The test, list, type, label, number of an assertion, categories or target.
    var first: Int32 = 0
    /// The second target, or the test of an annotation; -1 for none.
    var second: Int32 = -1
  }

  let steps: FixedBuffer<Step>
  let annotationTests: [AnnotationTest]

  /// Takes up the patterns of all rules in order, of each its own and then those of its contexts.
  init(_ program: RuleProgram, _ tests: TestParts) {
    var builder = MatchCodeBuilder(tests: tests)
    for rule in program.rules {
      builder.add(rule.code)
      for context in rule.contexts { builder.add(context.code) }
    }
    self.init(steps: FixedBuffer(builder.steps), builder.annotationTests)
  }

  init(steps: FixedBuffer<Step>, _ annotationTests: [AnnotationTest]) {
    (self.steps, self.annotationTests) = (steps, annotationTests)
  }
}

/// Makes steps of instructions.
private struct MatchCodeBuilder {
  typealias Step = MatchCode.Step

  var steps: [Step] = []
  var annotationTests: [AnnotationTest] = []
  /// The places of those, each of which is kept once.
  private var annotationTestPlaces: [AnnotationTest: Int32] = [:]
  private let tests: TestParts

  init(tests: TestParts) { self.tests = tests }

  /// Adds a pattern.
  mutating func add(_ code: [Instruction]) {
    let entry = Int32(steps.count)
    // Groups are closed where they stand, so that the order of the instructions tells what is in one.
    var depth = 0
    for instruction in code {
      var step = step(instruction, entry)
      if step.operation == .agreementEnd { step.isInGroup = depth > 0 }
      switch step.operation {
      case .agreementStart: depth += 1
      case .agreementEnd: depth -= 1
      default: break
      }
      step.isInGroup = step.isInGroup || depth > 0
      steps.append(step)
    }
  }

  private mutating func step(_ instruction: Instruction, _ entry: Int32) -> Step {
    switch instruction {
    case .token(let test, let agrees):
      return Step(
        operation: .token,
        agrees: agrees,
        isLogged: agrees || tests.tests[test].asksForList,
        first: Int32(test)
      )
    case .list(let list, let agrees):
      return Step(operation: .list, agrees: agrees, first: Int32(list))
    case .annotation(let type, let test, let agrees):
      return Step(
        operation: .annotation,
        agrees: agrees,
        first: Int32(type),
        second: test == .anything ? -1 : place(of: test)
      )
    case .fork(let first, let second):
      return Step(operation: .fork, first: entry + Int32(first), second: entry + Int32(second))
    case .jump(let target): return Step(operation: .jump, first: entry + Int32(target))
    case .labelStart(let label): return Step(operation: .labelStart, first: Int32(label))
    case .labelEnd(let label): return Step(operation: .labelEnd, first: Int32(label))
    case .assert(let assertion): return Step(operation: .assert, first: Int32(assertion.number))
    case .agreementStart(let categories):
      return Step(operation: .agreementStart, first: Int32(categories.rawValue))
    case .agreementEnd: return Step(operation: .agreementEnd)
    case .head: return Step(operation: .head)
    case .accept: return Step(operation: .accept)
    }
  }

  private mutating func place(of test: AnnotationTest) -> Int32 {
    if let place = annotationTestPlaces[test] { return place }
    let place = Int32(annotationTests.count)
    annotationTestPlaces[test] = place
    annotationTests.append(test)
    return place
  }
}

extension RuleProgram {
  /// The number of the instructions of all rules.
  var instructionCount: Int {
    rules.reduce(0) { count, rule in
      rule.contexts.reduce(count + rule.codeCount) { $0 + $1.codeCount }
    }
  }
}
