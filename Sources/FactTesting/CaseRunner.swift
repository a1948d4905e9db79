public import FactExtraction
import TextEngine

/// Runs cases through an extractor: the facts of a case's kind must be those that it marks.
public struct CaseRunner {
  /// Something about a case that did not hold.
  public struct Failure: Sendable {
    /// The line of the case file to blame, from 1.
    public var line: Int
    /// What was wanted and what came.
    public var message: String
  }

  /// The day that all texts are of: a Wednesday.
  public static let documentDate = ExampleRunner.documentDate

  private let extractor: Extractor

  /// Makes a runner.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// What does not hold of a case; empty where all does.
  public func run(_ wanted: FactCase) -> [Failure] {
    let program = extractor.program
    guard let schema = program.schemas.firstIndex(where: { $0.name == wanted.kind }) else {
      return [Failure(line: wanted.line, message: "the rules have no kind `\(wanted.kind)`")]
    }
    let document = Document(text: SourceText(wanted.text), date: Self.documentDate)
    let found = extractor.extract(document)
    let facts = found.facts.filter { $0.schema == schema }
    var failures: [Failure] = []
    if facts.map(\.span).sorted(by: inTextOrder)
      != wanted.expected.map(\.span).sorted(by: inTextOrder)
    {
      let spans = wanted.expected.map { "[" + document.text.string(in: $0.span) + "]" }
      let got = facts.map {
        "[\(document.text.string(in: $0.span))] (\(program.rules[$0.rule].name))"
      }
      failures.append(
        Failure(
          line: wanted.line,
          message: "want \(spans.isEmpty ? "nothing" : spans.joined(separator: " ")), got "
            + (got.isEmpty ? "nothing" : got.joined(separator: " "))
        )
      )
    }
    for expectation in wanted.expected {
      guard let fact = facts.first(where: { $0.span == expectation.span }) else { continue }
      for (name, value) in expectation.fields {
        guard hasField(name, program.schemas[schema]) else {
          failures.append(
            Failure(
              line: expectation.line,
              message: "\(wanted.kind) has no field `\(name)`"
            )
          )
          continue
        }
        let got = FieldComparison.text(
          name,
          of: fact,
          in: found,
          program: program,
          text: document.text
        )
        if !FieldComparison.isEqual(value, got) {
          failures.append(
            Failure(
              line: expectation.line,
              message: "\(expectation.number) \(name): want \(value ?? "null"), "
                + "got \(got ?? "null") (\(program.rules[fact.rule].name))"
            )
          )
        }
      }
    }
    return failures
  }

  private func inTextOrder(_ left: TextSpan, _ right: TextSpan) -> Bool {
    (left.start, right.end) < (right.start, left.end)
  }

  /// Whether a name is a field, or starts with a field that refers to another fact.
  private func hasField(_ name: String, _ schema: FactSchema) -> Bool {
    if schema.field(named: name) != nil { return true }
    guard let dot = name.firstIndex(of: "."), let place = schema.field(named: String(name[..<dot])),
      case .reference = schema.fields[place].type
    else { return false }
    return true
  }
}
