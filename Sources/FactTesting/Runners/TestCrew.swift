import FactExtraction
import Synchronization
public import TextEngine

/// Runs a plan with several workers; the results come in the order of the plan.
public enum TestCrew {
  /// The tests for which it is worth starting one more worker: an extractor takes some milliseconds to make.
  private static let share = 100

  /// Runs all tests of a plan.
  ///
  /// - Parameter jobs: The most workers; there are fewer where there is little to do.
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public static func run(
    _ plan: TestPlan,
    program: RuleProgram,
    dictionary: MorphDictionary,
    jobs: Int
  ) throws(TokenizerError) -> [TestResult] {
    let shift = Shift(plan.items, program: program, dictionary: dictionary)
    let runner = TestRunner(try Extractor(program: program, dictionary: dictionary))
    var threads: [SystemThread] = []
    for _ in 0..<max(0, min(jobs, plan.items.count / share + 1) - 1) {
      // Fewer workers do the same work.
      guard let thread = try? SystemThread({ shift.join() }) else { break }
      threads.append(thread)
    }
    shift.work(runner)
    for thread in threads { thread.join() }
    return shift.results
  }

  /// The tests that are still to run, and what came of the others.
  private final class Shift: Sendable {
    private let items: [TestItem]
    private let program: RuleProgram
    private let dictionary: MorphDictionary
    private let next = Atomic<Int>(0)
    private let done = Mutex<[(place: Int, result: TestResult)]>([])

    init(_ items: [TestItem], program: RuleProgram, dictionary: MorphDictionary) {
      self.items = items
      self.program = program
      self.dictionary = dictionary
    }

    /// Works with an extractor of its own, if there is one to be had; the first worker has shown that there is.
    func join() {
      if let extractor = try? Extractor(program: program, dictionary: dictionary) {
        work(TestRunner(extractor))
      }
    }

    /// Takes tests until none is left.
    func work(_ runner: TestRunner) {
      var own: [(place: Int, result: TestResult)] = []
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard items.indices.contains(place) else { break }
        own.append((place, runner.run(items[place])))
      }
      done.withLock { $0 += own }
    }

    /// The results in the order of the tests.
    var results: [TestResult] {
      done.withLock { $0.sorted { $0.place < $1.place }.map(\.result) }
    }
  }
}
