import TextEngine

/// Which labels of a rule hold the words of a person's name, by the fields that `nom` gives them to.
enum NameLabels {
  /// The labels of a rule and the part of the name that each is; nil where it is only in the whole name.
  ///
  /// None for rules of a kind whose facts are no names.
  ///
  /// - Parameter fields: For each schema, the fields of a name, if its facts are names.
  static func labels(
    of rule: CompiledRule,
    _ fields: [NameFields?]
  ) -> [(label: Int, part: NamePart?)] {
    guard let schema = rule.schema, let fields = fields[schema] else { return [] }
    var found: [Int: NamePart?] = [:]
    for emit in rule.emits {
      let part = fields.part(inField: emit.field)
      for label in inflected(emit.expression) where part != nil || found[label] == nil {
        found[label] = .some(part)
      }
    }
    return found.map { ($0.key, $0.value) }.sorted { $0.label < $1.label }
  }

  /// The labels that an expression puts into the nominative.
  private static func inflected(_ expression: EmitExpression) -> [Int] {
    switch expression {
    case .call(.nom, let arguments):
      arguments.compactMap { if case .label(let label) = $0 { label } else { nil } }
    case .call(_, let arguments): arguments.flatMap(inflected)
    case .fallback(let first, let second), .joined(let first, let second),
      .arithmetic(_, let first, let second):
      inflected(first) + inflected(second)
    case .text, .decimal, .bool, .label, .member: []
    }
  }
}
