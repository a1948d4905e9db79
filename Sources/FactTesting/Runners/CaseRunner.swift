public import FactExtraction
import TextEngine

/// Runs cases through an extractor: the facts of a case's kind must be those that it marks.
public struct CaseRunner {
  /// The day that all texts are of: a Wednesday.
  public static let documentDate = ExampleRunner.documentDate

  private let extractor: Extractor

  /// Makes a runner.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// Runs a case.
  ///
  /// - Parameter path: The path of its file, as the result shows it.
  public func run(_ wanted: FactCase, path: String) -> TestResult {
    let program = extractor.program
    let place = TestPlace(path: path, line: wanted.line)
    guard let schema = program.schemas.firstIndex(where: { $0.name == wanted.kind }) else {
      var failure = FactFailure(.faulty, at: place)
      failure.notes.append(CaseFile.unknownKind(wanted.kind, of: program))
      return TestResult(
        .factCase,
        suite: path,
        name: wanted.title,
        place: place,
        failures: [failure]
      )
    }
    let document = Document(text: SourceText(wanted.text), date: Self.documentDate)
    let found = extractor.extract(document)
    let facts = found.facts.filter { $0.schema == schema }
    let marks = wanted.expected.map {
      WantedFact(number: $0.number, span: $0.span, text: document.text.string(in: $0.span))
    }
    let check = FieldCheck(program: program, document: found, text: document.text)
    let pairs = FactPairing(wanted: marks.map(\.span), found: facts.map(\.span))
    func fact(_ index: Int) -> FoundFact {
      FoundFact(facts[index], program: program, text: document.text)
    }
    var failures: [FactFailure] = []
    var faulty: [FactFailure] = []
    var passed = 0
    for (index, expectation) in wanted.expected.enumerated() {
      let line = TestPlace(path: path, line: expectation.line)
      let faults = expectation.fields.compactMap {
        FieldCheck.unknown($0.name, in: schema, of: program)
      }
      for fault in faults {
        var failure = FactFailure(.faulty, at: line)
        failure.notes.append(fault)
        faulty.append(failure)
      }
      guard let exact = pairs.exact[index] else {
        let moved = pairs.moved[index].map(fact)
        var failure = FactFailure(
          moved == nil ? .missing : .movedSpan,
          at: line,
          want: marks[index],
          got: moved
        )
        let taken = TakenWords(extractor: extractor)
        failure.takers = taken.facts(over: marks[index].span, in: found, of: document.text) {
          $0.schema == schema
        }
        if failure.takers.isEmpty, moved == nil {
          failure.notes.append("no fact of another kind has these words")
        }
        failures.append(failure)
        continue
      }
      let differences = check.differences(of: facts[exact], from: expectation.fields)
      if !differences.isEmpty {
        var failure = FactFailure(.wrongField, at: line, want: marks[index], got: fact(exact))
        failure.fields = differences
        failures.append(failure)
      } else if faults.isEmpty {
        passed += 1
      }
    }
    failures += pairs.noisy.map { FactFailure(.noisy, at: place, got: fact($0)) } + faulty
    var result = TestResult(
      .factCase,
      suite: path,
      name: wanted.title,
      place: place,
      failures: failures,
      passed: passed
    )
    result.text = wanted.text
    result.wanted = marks
    return result
  }
}
