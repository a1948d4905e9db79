public import FactExtraction

/// Runs the tests of a plan one by one.
///
/// It belongs to one worker, as its extractor does.
public struct TestRunner {
  private let extractor: Extractor

  /// Makes a runner.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// Runs a test.
  public func run(_ item: TestItem) -> TestResult {
    let start = ContinuousClock.now
    var result: TestResult
    switch item {
    case .example(let example, let mode):
      result = ExampleRunner(extractor).run(example, mode)
    case .factCase(let wanted, let path, let isGap):
      result = CaseRunner(extractor).run(wanted, path: path)
      if isGap { result.takeForGap() }
    case .article(let article, let isGap):
      result = GoldenRunner(extractor).run(article)
      if isGap { result.takeForGap() }
    case .fault(let fault):
      result = Self.result(of: fault)
    }
    result.seconds = (ContinuousClock.now - start).inSeconds
    return result
  }

  private static func result(of fault: CaseFault) -> TestResult {
    let place = TestPlace(path: fault.path, line: fault.line, column: fault.column)
    var failure = FactFailure(.faulty, at: place)
    failure.notes = [fault.message]
    var result = TestResult(
      .file,
      suite: fault.path,
      name: "reading the file",
      place: place,
      failures: [failure]
    )
    result.text = fault.source
    return result
  }
}

extension Duration {
  /// The length in seconds.
  public var inSeconds: Double {
    let (seconds, attoseconds) = components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}
