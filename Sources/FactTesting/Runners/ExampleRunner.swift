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
    let record = program.rules[example.rule].schema == nil ? ExtractionRecord() : nil
    let found = extractor.extract(
      document,
      onlyRule: mode == .alone ? example.rule : nil,
      recording: record
    )
    // Of several facts over the same words, as holders of one post have, the first is compared.
    var facts: [Fact] = []
    for fact in found.facts where fact.rule == example.rule && fact.span != facts.last?.span {
      facts.append(fact)
    }
    let taken = TakenWords(extractor: extractor)
    // A block gives no facts: its examples are about the words that it takes.
    let got =
      record.map { taken.words(ofBlock: example.rule, in: $0) }
      ?? facts.map { FoundFact($0, program: program, text: document.text) }
    let wanted = (example.isReject ? [] : example.text.spans).map {
      WantedFact(span: $0, text: document.text.string(in: $0))
    }
    let check = FieldCheck(program: program, document: found, text: document.text)
    var failures: [FactFailure] = []
    let pairs = FactPairing(wanted: wanted.map(\.span), found: got.map(\.span))
    var passed = 0
    for (index, want) in wanted.enumerated() {
      if let exact = pairs.exact[index] {
        // A test's fields are those of its first fact.
        let fields = index == 0 && facts.indices.contains(exact) ? wantedFields(example) : []
        let differences = fields.isEmpty ? [] : check.differences(of: facts[exact], from: fields)
        if differences.isEmpty {
          passed += 1
        } else {
          var failure = FactFailure(.wrongField, at: placed.place, want: want, got: got[exact])
          failure.fields = differences
          failures.append(failure)
        }
        continue
      }
      let moved = pairs.moved[index].map { got[$0] }
      var failure = FactFailure(
        moved == nil ? .missing : .movedSpan,
        at: placed.place,
        want: want,
        got: moved
      )
      if mode == .cascade {
        failure.takers = taken.takers(ofRule: example.rule, over: want.span, in: document)
        if failure.takers.isEmpty, moved == nil {
          failure.notes.append("no other fact and no block has these words")
        }
      } else if got.isEmpty {
        failure.notes.append("alone, the rule finds nothing in this text")
      }
      failures.append(failure)
    }
    for index in pairs.noisy {
      failures.append(FactFailure(.noisy, at: placed.place, got: got[index]))
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
