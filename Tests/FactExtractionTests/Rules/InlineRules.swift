import FactExtraction
import FactTesting
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// A small rule set written in a test, compiled and ready to run.
struct InlineRules {
  /// The break rules that the product has.
  static let tokenRules = StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }
  /// The words of numerals that the product has.
  static let numerals = StandardRules.sources.filter {
    $0.path == "Rules/shared/numerals.rules"
  }

  let extractor: Extractor

  /// Compiles rules; a fault is an issue of the test.
  init(
    _ text: String,
    with more: [RuleSource] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let source = RuleSource(path: "Rules/inline.rules", text: text)
    let compiled = try RuleCompiler.compile(
      [source] + Self.tokenRules + more,
      dictionary: StandardLexicon.dictionary
    )
    let faults = compiled.diagnostics
    if !faults.isEmpty {
      Issue.record(
        "\(DiagnosticRenderer(compiled.sources).render(faults))",
        sourceLocation: sourceLocation
      )
    }
    extractor = try Extractor(program: compiled.program, dictionary: StandardLexicon.dictionary)
  }

  /// Compiles one phase that finds facts of the kind `found` with the fields `a`, `b` and `c`.
  static func phase(
    _ rules: String,
    with more: [RuleSource] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> InlineRules {
    try InlineRules(
      "cascade main\nfact found { a: text b: text c: text n: decimal s: spans d: date }\nphase main\n"
        + rules,
      with: more,
      sourceLocation: sourceLocation
    )
  }

  /// Compiles one rule with this pattern and these fields.
  static func rule(
    _ clauses: String,
    with more: [RuleSource] = [],
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> InlineRules {
    try phase("rule one -> found {\n\(clauses)\n}", with: more, sourceLocation: sourceLocation)
  }

  /// What the rules find, as `[text] a=value b=value` for each fact.
  func facts(
    in text: String,
    date: CalendarDate? = CaseRunner.documentDate
  ) -> [String] {
    let document = Document(text: SourceText(text), date: date)
    let found = extractor.extract(document)
    return found.facts.map { fact in
      var line = "[\(document.text.string(in: fact.span))]"
      for field in extractor.program.schemas[fact.schema].fields {
        let value = FieldComparison.text(
          field.name,
          of: fact,
          in: found,
          program: extractor.program,
          text: document.text
        )
        if let value { line += " \(field.name)=\(value)" }
      }
      return line
    }
  }

  /// The field `a` of the first fact.
  func first(_ text: String) -> String? {
    let document = Document(text: SourceText(text), date: CaseRunner.documentDate)
    let found = extractor.extract(document)
    return found.facts.first.flatMap {
      FieldComparison.text(
        "a",
        of: $0,
        in: found,
        program: extractor.program,
        text: document.text
      )
    }
  }

  /// A field of all facts of a kind in a text without a date, or the first of several fields that each has.
  func values(_ fields: String..., of kind: String, in text: String) -> [String?] {
    let document = Document(text: SourceText(text))
    let found = extractor.extract(document)
    let program = extractor.program
    return found.facts.filter { program.schemas[$0.schema].name == kind }.map { fact in
      fields.lazy.compactMap {
        FieldComparison.text($0, of: fact, in: found, program: program, text: document.text)
      }.first
    }
  }
}
