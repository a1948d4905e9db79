import TextEngine

extension RuleCompiler {
  /// Checks a condition beyond its name and labels.
  mutating func checkCondition(
    _ syntax: ConditionSyntax,
    _ condition: CompiledRule.Condition,
    _ contents: LabelContents
  ) {
    guard condition.first == condition.second else { return }
    state.diagnose(
      .sameLabelTwice(syntax.name.text, contents.labels[condition.first]),
      at: syntax.range
    )
  }

  /// Checks the fields that examples ask for.
  mutating func checkTests(_ parts: RuleParts, _ schema: Int) {
    for example in parts.examples {
      var seen: [TestFieldSyntax] = []
      for field in example.fields {
        if let first = seen.first(where: { $0.name == field.name }) {
          state.diagnose(
            .testFieldTwice(field.name),
            at: field.pathRange,
            labels: [Diagnostic.Label(range: first.pathRange, text: "first here")]
          )
        }
        seen.append(field)
        checkTest(field, schema)
      }
    }
  }

  private mutating func checkTest(_ field: TestFieldSyntax, _ schema: Int) {
    guard field.path.allSatisfy(\.isOfLatinLetters) else { return }
    let types = types(ofField: field.name, schema)
    guard !types.isEmpty else {
      // The field may be one that could not be read, here or in the fact that a reference leads to.
      guard !state.factSyntax.contains(where: \.isIncomplete) else { return }
      let fact = state.program.schemas[schema].name
      let near = NearestName.find(field.name, in: names(ofSchema: schema, near: field))
      state.diagnose(.unknownTestField(field.name, fact: fact, nearest: near), at: field.pathRange)
      return
    }
    if field.value.kind == .identifier, field.value.text == "null" { return }
    guard !types.contains(where: { Self.canBe(field.value.text, $0) }), let type = types.first
    else { return }
    var near: String?
    if case .choice(let names) = type { near = NearestName.find(field.value.text, in: names) }
    state.diagnose(
      .wrongTestValue(
        field.value.text,
        field: field.name,
        wanted: type.description,
        nearest: near
      ),
      at: field.value.range
    )
  }

  /// The types that a field can have; `person.name` is a field of the fact that `person` refers to.
  private func types(ofField name: String, _ schema: Int, depth: Int = 0) -> [FieldType] {
    let fields = state.program.schemas[schema].fields
    if let field = fields.first(where: { $0.name == name }) { return [field.type] }
    guard depth < 8, let dot = name.firstIndex(of: "."),
      let field = fields.first(where: { $0.name == name[..<dot] }),
      case .reference(let kinds) = field.type
    else { return [] }
    let rest = String(name[name.index(after: dot)...])
    return kinds.flatMap { kind in
      state.schemas[kind].map { types(ofField: rest, $0, depth: depth + 1) } ?? []
    }
  }

  /// The fields that an example may ask for: the fact's own, and those of the fact that a reference leads to.
  private func names(ofSchema schema: Int, near field: TestFieldSyntax) -> [String] {
    let fields = state.program.schemas[schema].fields
    var names = fields.map(\.name)
    for own in fields where own.path.count == 1 && field.path.count > 1 {
      guard case .reference(let kinds) = own.type else { continue }
      for kind in kinds {
        guard let target = state.schemas[kind] else { continue }
        names += state.program.schemas[target].fields.map { own.name + "." + $0.name }
      }
    }
    return names
  }

  private static func canBe(_ value: String, _ type: FieldType) -> Bool {
    switch type {
    case .text, .span, .spans, .reference: true
    case .decimal: ExactDecimal(value) != nil
    case .bool: value == "true" || value == "false"
    case .date: ISOText.mayBeDate(value)
    case .choice(let names): names.contains(value)
    }
  }
}
