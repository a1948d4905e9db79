import FactExtraction
import RuleLanguage
import TextEngine

/// Compares the fields of facts of one document with what a test lists.
struct FieldCheck {
  let program: RuleProgram
  let document: ExtractedDocument
  let text: SourceText

  /// The fields of a fact that have another value than wanted.
  ///
  /// - Parameter fields: Names with dots and values; a name that the kind does not have is passed over.
  func differences(
    of fact: Fact,
    from fields: [(name: String, value: String?)]
  ) -> [FieldDifference] {
    fields.compactMap { name, want in
      guard Self.unknown(name, in: fact.schema, of: program) == nil else { return nil }
      let got = FieldComparison.text(name, of: fact, in: document, program: program, text: text)
      if FieldComparison.isEqual(want, got) { return nil }
      return FieldDifference(name: name, want: want, got: got)
    }
  }

  /// What is wrong with a field's name; nil where the kind has the field.
  ///
  /// `person.name` is a field where `person` refers to a fact of a kind with a field `name`.
  static func unknown(_ name: String, in schema: Int, of program: RuleProgram) -> String? {
    let kind = program.schemas[schema]
    if kind.field(named: name) != nil { return nil }
    if let dot = name.firstIndex(of: "."),
      let place = kind.field(named: String(name[..<dot])),
      case .reference(let targets) = kind.fields[place].type
    {
      let member = String(name[name.index(after: dot)...])
      let known = program.schemas.indices.filter { targets.contains(program.schemas[$0].name) }
      let faults = known.map { unknown(member, in: $0, of: program) }
      if faults.contains(where: { $0 == nil }) { return nil }
      if let fault = faults.first { return fault }
    }
    let names = kind.fields.map(\.name)
    let hint =
      NearestName.find(name, in: names).map { "did you mean `\($0)`?" }
      ?? "its fields are \(names.map { "`\($0)`" }.joined(separator: ", "))"
    return "the kind `\(kind.name)` has no field `\(name)`; \(hint)"
  }
}
