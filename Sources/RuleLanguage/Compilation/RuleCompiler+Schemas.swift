import TextEngine

extension RuleCompiler {
  mutating func declareSchemas(_ items: [ItemSyntax]) {
    var declared: [FactSyntax] = []
    for item in items {
      guard case .fact(let fact) = item.kind else { continue }
      if let first = state.schemas[fact.name.text] {
        let range = declared.indices.contains(first) ? declared[first].name.range : fact.name.range
        state.diagnose(
          .duplicate("fact", fact.name.text),
          at: fact.name.range,
          labels: [Diagnostic.Label(range: range, text: "first here")]
        )
        continue
      }
      state.schemas[fact.name.text] = state.program.schemas.count
      for name in [fact.name.text, fact.name.text + "_again"] {
        state.annotationTypes[name] = state.program.annotationTypes.count
        state.program.annotationTypes.append(name)
      }
      declared.append(fact)
      state.program.schemas.append(
        FactSchema(name: fact.name.text, fields: distinctFields(of: fact).map(Self.field))
      )
    }
    state.factSyntax = declared
    for fact in declared { checkKinds(of: fact) }
  }

  private static func field(_ field: FieldSyntax) -> FactSchema.Field {
    FactSchema.Field(
      path: field.path.map(\.text),
      type: type(field.type),
      isRequired: field.modifiers.contains(.required),
      isKey: field.modifiers.contains(.key),
      isAlias: field.modifiers.contains(.alias)
    )
  }

  private static func type(_ type: FieldSyntax.FieldType) -> FieldType {
    switch type {
    case .text: .text
    case .decimal: .decimal
    case .date: .date
    case .bool: .bool
    case .span: .span
    case .spans: .spans
    case .enumeration(let names): .choice(names.map(\.text))
    case .reference(let names): .reference(names.map(\.text))
    }
  }

  /// The fields of a fact, each name once; what is wrong with them is told.
  private mutating func distinctFields(of fact: FactSyntax) -> [FieldSyntax] {
    var fields: [FieldSyntax] = []
    for field in fact.fields {
      let name = field.name
      if let first = fields.first(where: { $0.name == name }) {
        state.diagnose(
          .duplicateField(name, fact: fact.name.text),
          at: field.pathRange,
          labels: [Diagnostic.Label(range: first.pathRange, text: "first here")]
        )
        continue
      }
      let other = fields.first { name.hasPrefix($0.name + ".") || $0.name.hasPrefix(name + ".") }
      if let other {
        state.diagnose(
          .fieldIsObject(min(name, other.name), member: max(name, other.name)),
          at: field.pathRange,
          labels: [Diagnostic.Label(range: other.pathRange, text: "first here")]
        )
      }
      checkNames(of: field, fact, before: fields)
      fields.append(field)
    }
    return fields
  }

  /// What is wrong with a field as the name of an entity.
  private mutating func checkNames(
    of field: FieldSyntax,
    _ fact: FactSyntax,
    before fields: [FieldSyntax]
  ) {
    for modifier in field.modifiers where modifier != .required && field.type != .text {
      state.diagnose(.noName(modifier.rawValue, field.name), at: field.typeRange)
    }
    if field.modifiers.contains(.key),
      let first = fields.first(where: { $0.modifiers.contains(.key) })
    {
      state.diagnose(
        .secondKey(field.name, fact: fact.name.text),
        at: field.pathRange,
        labels: [Diagnostic.Label(range: first.pathRange, text: "this is the key")]
      )
    }
    guard case .enumeration(let names) = field.type else { return }
    for (index, name) in names.enumerated() {
      guard let first = names[..<index].first(where: { $0.text == name.text }) else { continue }
      state.diagnose(
        .repeatedChoice(name.text, field: field.name),
        at: name.range,
        labels: [Diagnostic.Label(range: first.range, text: "first here")]
      )
    }
  }

  /// The kinds that references name must be there.
  private mutating func checkKinds(of fact: FactSyntax) {
    for field in fact.fields {
      guard case .reference(let kinds) = field.type else { continue }
      for kind in kinds where state.schemas[kind.text] == nil {
        state.diagnoseUnknown("fact", kind, among: state.schemas.keys)
      }
    }
  }
}
