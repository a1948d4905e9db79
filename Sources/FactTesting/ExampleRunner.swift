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
  }

  /// An example that did not hold.
  public struct Failure: Sendable, CustomStringConvertible {
    /// The example.
    public var example: RuleExample
    /// How the rule ran.
    public var mode: Mode
    /// What was wanted and what came, for a person to read.
    public var message: String
    /// The file and line of the example.
    public var place: String

    /// The failure in a few lines.
    public var description: String {
      "\(place): rule \(example.ruleName) (\(mode.rawValue))\n"
        + "  \"\(example.text.text)\"\n  \(message)"
    }
  }

  /// The date of the texts of all examples: a Wednesday.
  public static let documentDate = CalendarDate(year: 2025, month: 10, day: 29)

  private let compiled: RuleCompiler.Result
  private let extractor: Extractor

  /// Makes a runner for compiled rules.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules.
  public init(
    _ compiled: RuleCompiler.Result,
    dictionary: MorphDictionary
  ) throws(TokenizerError) {
    self.compiled = compiled
    extractor = try Extractor(program: compiled.program, dictionary: dictionary)
  }

  /// Runs examples, or all, in both modes and returns those that fail.
  public func run(_ examples: [RuleExample]? = nil) -> [Failure] {
    (examples ?? compiled.examples).flatMap { example in
      Mode.allCases.compactMap { mode in
        run(example, mode).map { message in
          Failure(example: example, mode: mode, message: message, place: place(of: example))
        }
      }
    }
  }

  private func place(of example: RuleExample) -> String {
    guard let source = compiled.sources[example.text.range.file] else { return "" }
    let before = source.bytes.prefix(example.text.range.span.start)
    return "\(source.path):\(before.count { $0 == 0x0A } + 1)"
  }

  /// What is wrong with an example, or nil.
  public func run(_ example: RuleExample, _ mode: Mode) -> String? {
    let document = Document(text: SourceText(example.text.text), date: Self.documentDate)
    if compiled.program.rules[example.rule].schema == nil {
      return runBlock(example, mode, document)
    }
    let found = extractor.extract(document, onlyRule: mode == .alone ? example.rule : nil)
    let facts = found.facts.filter { $0.rule == example.rule }
    let spans = facts.map { "[" + document.text.string(in: $0.span) + "]" }
    if example.isReject {
      return facts.isEmpty ? nil : "want nothing, got \(spans.joined(separator: " "))"
    }
    let wanted = example.text.spans.map { "[" + document.text.string(in: $0) + "]" }
    guard Set(facts.map(\.span)) == Set(example.text.spans) else {
      let others = found.facts.filter { $0.rule != example.rule }
        .map { "\(compiled.program.rules[$0.rule].name) [\(document.text.string(in: $0.span))]" }
      return "want \(wanted.joined(separator: " ")), got \(spans.joined(separator: " "))"
        + (others.isEmpty ? "" : "; other rules: \(others.joined(separator: ", "))")
    }
    guard let first = facts.first(where: { $0.span == example.text.spans.first }) else {
      return "want a span to be marked"
    }
    for field in example.fields {
      let name = field.path.map(\.text).joined(separator: ".")
      let got = FieldComparison.text(
        name,
        of: first,
        in: found,
        program: compiled.program,
        text: document.text
      )
      let want =
        field.value.text == "null" && field.value.kind == .identifier
        ? nil : field.value.text
      if !FieldComparison.isEqual(want, got) {
        return "\(name): want \(want ?? "null"), got \(got ?? "null")"
      }
    }
    return nil
  }

  /// What is wrong with an example of a block: the words that it takes must be those that are marked.
  private func runBlock(_ example: RuleExample, _ mode: Mode, _ document: Document) -> String? {
    let record = ExtractionRecord()
    _ = extractor.extract(
      document,
      onlyRule: mode == .alone ? example.rule : nil,
      recording: record
    )
    let taken = record.phases.flatMap { phase in
      phase.candidates.indices.filter {
        phase.candidates[$0].rule == example.rule && phase.killers[$0] == nil
      }.map { extractor.engine.spanInSentence(of: phase.candidates[$0].tokens) }
    }
    let wanted = example.isReject ? [] : example.text.spans
    guard Set(taken) != Set(wanted) else { return nil }
    func list(_ spans: [TextSpan]) -> String {
      spans.isEmpty
        ? "nothing" : spans.map { "[\(document.text.string(in: $0))]" }.joined(separator: " ")
    }
    return "want \(list(wanted)) taken, got \(list(taken))"
  }
}
