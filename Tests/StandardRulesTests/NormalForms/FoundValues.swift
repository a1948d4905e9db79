import FactExtraction
import FactTesting
import TextEngine

/// The facts of a text with their fields as texts.
struct FoundValues {
  private let text: SourceText
  private let program: RuleProgram
  private let document: ExtractedDocument

  /// Extracts the facts of a text.
  init(_ text: String, _ extractor: Extractor) {
    self.text = SourceText(text)
    program = extractor.program
    document = extractor.extract(Document(text: self.text))
  }

  /// The facts of a kind, in order.
  func facts(of kind: String) -> [Fact] {
    document.facts.filter { program.schemas[$0.schema].name == kind }
  }

  /// A field of a fact as text; nil where it has none.
  func value(_ field: String, of fact: Fact) -> String? {
    FieldComparison.text(field, of: fact, in: document, program: program, text: text)
  }
}
