public import FactExtraction
public import TextEngine

/// Compares a field of a fact with what a test expects of it.
public enum FieldComparison {
  /// The value of a field as a test would write it; nil where there is none or it is not known.
  ///
  /// A reference is the text of the fact that it refers to, a span its text; `person.name` is a field of the fact that
  /// `person` refers to.
  public static func text(
    _ name: String,
    of fact: Fact,
    in document: ExtractedDocument,
    program: RuleProgram,
    text: SourceText
  ) -> String? {
    guard let place = program.schemas[fact.schema].field(named: name) else {
      return memberText(name, of: fact, in: document, program: program, text: text)
    }
    guard let value = fact.fields[place] else { return nil }
    switch value {
    case .text(let text): return text
    case .decimal(let number): return number.description
    case .bool(let value): return value ? "true" : "false"
    case .span(let span): return text.string(in: span)
    case .spans(let spans): return spans.map { text.string(in: $0) }.joined(separator: " | ")
    case .reference(let target):
      guard document.facts.indices.contains(target) else { return nil }
      return text.string(in: document.facts[target].span)
    case .unknown: return nil
    }
  }

  /// A field of the fact that a field refers to: `person.name`.
  private static func memberText(
    _ name: String,
    of fact: Fact,
    in document: ExtractedDocument,
    program: RuleProgram,
    text: SourceText
  ) -> String? {
    guard let dot = name.firstIndex(of: "."),
      let place = program.schemas[fact.schema].field(named: String(name[..<dot])),
      case .reference(let target)? = fact.fields[place], document.facts.indices.contains(target)
    else { return nil }
    return self.text(
      String(name[name.index(after: dot)...]),
      of: document.facts[target],
      in: document,
      program: program,
      text: text
    )
  }

  /// Whether two values are equal, as numbers where both are numbers.
  public static func isEqual(_ want: String?, _ got: String?) -> Bool {
    if want == got { return true }
    guard let want, let got, let left = ExactDecimal(want), let right = ExactDecimal(got) else {
      return false
    }
    return left == right
  }
}
