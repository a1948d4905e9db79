import TextEngine

/// The facts of one document, resolved.
public struct ExtractedDocument: Sendable {
  /// The facts, sorted by start, longer first, then kind.
  public var facts: [Fact] = []
  /// Whom and what they mention, in the order of the first mention.
  public var entities: [Entity] = []
  /// Limits that fired and oddities of the input.
  public var diagnostics: [DocumentDiagnostic] = []

  /// Makes an empty document.
  public init() {}
}

extension RuleProgram {
  /// The value of a field of a fact by the field's name with dots.
  func value(_ name: String, of fact: Fact) -> FieldValue? {
    guard schemas.indices.contains(fact.schema),
      let place = schemas[fact.schema].field(named: name), fact.fields.indices.contains(place)
    else { return nil }
    return fact.fields[place]
  }
}
