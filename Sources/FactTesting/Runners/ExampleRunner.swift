public import FactExtraction
public import RuleLanguage
public import TextEngine

/// Runs the examples that stand in rules: each one with its rule alone in its phase, and in the whole cascade.
public struct ExampleRunner {
  /// How the rule of an example ran.
  public enum Mode: String, CaseIterable, Sendable {
    /// Earlier phases, then only this rule.
    case alone
    /// All rules.
    case cascade

    /// The mode in words: `whole cascade`.
    public var words: String { self == .alone ? "alone" : "whole cascade" }
  }

  /// The date of the texts of all examples: a Wednesday.
  public static let documentDate = CalendarDate(year: 2025, month: 10, day: 29)

  private let extractor: Extractor

  /// Makes a runner.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// Makes a runner for compiled rules.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(
    _ compiled: RuleCompiler.Result,
    dictionary: MorphDictionary
  ) throws(TokenizerError) {
    extractor = try Extractor(program: compiled.program, dictionary: dictionary)
  }

  /// Runs examples in both ways, and tells of each.
  public func run(_ examples: [PlacedExample]) -> [TestResult] {
    examples.flatMap { example in Mode.allCases.map { run(example, $0) } }
  }

  /// Runs an example in one way.
  public func run(_ placed: PlacedExample, _ mode: Mode) -> TestResult {
    let example = placed.example
    let program = extractor.program
    let document = Document(text: SourceText(example.text.text), date: Self.documentDate)
    let found = extractor.extract(document, onlyRule: mode == .alone ? example.rule : nil)
    let facts = found.facts.filter { $0.rule == example.rule }
    let wanted = (example.isReject ? [] : example.text.spans).map {
      WantedFact(span: $0, text: document.text.string(in: $0))
    }
    let taken = TakenWords(extractor: extractor)
    let check = FieldCheck(program: program, document: found, text: document.text)
    var failures: [FactFailure] = []
    let pairs = FactPairing(wanted: wanted.map(\.span), found: facts.map(\.span))
    var passed = 0
    for (index, want) in wanted.enumerated() {
      if let exact = pairs.exact[index] {
        // A test's fields are those of its first fact.
        let fields = index == 0 ? wantedFields(example) : []
        let differences = check.differences(of: facts[exact], from: fields)
        if differences.isEmpty {
          passed += 1
        } else {
          let got = FoundFact(facts[exact], program: program, text: document.text)
          var failure = FactFailure(.wrongField, at: placed.place, want: want, got: got)
          failure.fields = differences
          failures.append(failure)
        }
        continue
      }
      let moved = pairs.moved[index].map {
        FoundFact(facts[$0], program: program, text: document.text)
      }
      var failure = FactFailure(
        moved == nil ? .missing : .movedSpan,
        at: placed.place,
        want: want,
        got: moved
      )
      if mode == .cascade {
        failure.takers = taken.facts(over: want.span, in: found, of: document.text) {
          $0.rule == example.rule
        }
        if failure.takers.isEmpty, moved == nil {
          failure.notes.append(taken.reason(forRule: example.rule, over: want.span, of: document))
        }
      } else if facts.isEmpty {
        failure.notes.append("alone, the rule finds nothing in this text")
      }
      failures.append(failure)
    }
    for index in pairs.noisy {
      let got = FoundFact(facts[index], program: program, text: document.text)
      failures.append(FactFailure(.noisy, at: placed.place, got: got))
    }
    failures += fieldFaults(placed)
    var result = TestResult(
      .example,
      suite: placed.place.path,
      name: placed.name,
      mode: mode,
      place: placed.place,
      failures: failures,
      passed: passed
    )
    result.text = example.text.text
    result.wanted = wanted
    return result
  }

  /// The fields of an example that the rule's kind does not have.
  private func fieldFaults(_ placed: PlacedExample) -> [FactFailure] {
    guard let schema = extractor.program.rules[placed.example.rule].schema else { return [] }
    return zip(placed.example.fields, placed.fieldPlaces).compactMap { field, place in
      let name = Self.name(of: field)
      return FieldCheck.unknown(name, in: schema, of: extractor.program).map { message in
        var failure = FactFailure(.faulty, at: place)
        failure.notes.append(message)
        return failure
      }
    }
  }

  private func wantedFields(_ example: RuleExample) -> [(name: String, value: String?)] {
    example.fields.map { field in
      let isNull = field.value.kind == .identifier && field.value.text == "null"
      return (Self.name(of: field), isNull ? nil : field.value.text)
    }
  }

  private static func name(of field: TestFieldSyntax) -> String {
    field.path.map(\.text).joined(separator: ".")
  }
}
