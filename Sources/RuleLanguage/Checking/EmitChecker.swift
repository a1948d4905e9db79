import TextEngine

/// Checks that what `emit` assigns is of the fields' types.
///
/// Names and numbers of arguments have been checked before, when the expression was compiled.
struct EmitChecker {
  let schema: Int
  let contents: LabelContents

  /// Checks one assignment.
  func check(_ assignment: AssignmentSyntax, field: Int, _ state: inout CompilationState) {
    let field = state.program.schemas[schema].fields[field]
    check(assignment.value, field, &state)
  }

  private func check(
    _ expression: ExpressionSyntax,
    _ field: FactSchema.Field,
    _ state: inout CompilationState
  ) {
    switch expression.kind {
    case .group(let inner): check(inner, field, &state)
    case .binary(.fallback, let left, let right):
      check(left, field, &state)
      check(right, field, &state)
    case .call(let name, let arguments) where name.text == EmitFunction.when.rawValue:
      guard arguments.count == 2 else { return }
      checkLabel(arguments[0], .any, of: name.text, &state)
      check(arguments[1], field, &state)
    case .name(let name):
      let type = type(ofName: name, in: field)
      _ = admit(type, to: field, expression, &state)
    case .member(let owner, let member):
      for type in memberTypes(owner, member, &state) {
        guard admit(type, to: field, expression, &state) else { return }
      }
    default:
      let type = type(of: expression, &state)
      _ = admit(type, to: field, expression, &state)
    }
  }

  /// A bare name is a label, `true` or `false`, or a value of the field's enumeration.
  private func type(ofName name: NameSyntax, in field: FactSchema.Field) -> ValueType {
    if contents.number(of: name.text) != nil { return .text }
    if name.text == "true" || name.text == "false" { return .bool }
    return .written([WrittenText(text: name.text)])
  }

  /// Whether a value of a type can stand in a field; where it cannot, that is told.
  private func admit(
    _ type: ValueType,
    to field: FactSchema.Field,
    _ expression: ExpressionSyntax,
    _ state: inout CompilationState
  ) -> Bool {
    switch (field.type, type) {
    case (_, .unknown): return true
    case (.text, .text), (.text, .written), (.text, .composed), (.text, .decimal), (.text, .date),
      (.decimal, .decimal), (.date, .date), (.date, .composed), (.bool, .bool), (.span, .span),
      (.spans, .spans):
      return true
    case (.date, .written(let values)):
      guard let wrong = values.first(where: { !ISOText.mayBeDate($0.text) }) else { return true }
      diagnose(wrong, .noDate(wrong.text, field: field.name), expression, &state)
    case (.decimal, .written(let values)) where values.contains { $0.range != nil }:
      guard let wrong = values.first(where: { !$0.isNumber }) else { return true }
      diagnose(wrong, .noNumber(wrong.text), expression, &state)
    case (.bool, .written(let values)):
      guard let wrong = values.first(where: { !["true", "false"].contains($0.text) }) else {
        return true
      }
      diagnose(
        wrong,
        .wrongType(field.name, wanted: "`true` or `false`", got: "a text", help: []),
        expression,
        &state
      )
    case (.choice(let names), .written(let values)):
      guard let wrong = values.first(where: { !names.contains($0.text) }) else { return true }
      let near = NearestName.find(wrong.text, in: names)
      if wrong.range == nil {
        state.diagnose(
          .wrongChoice(wrong.text, field: field.name, choices: names, nearest: near),
          at: expression.range
        )
      } else {
        diagnose(
          wrong,
          .wrongFeatureChoice(wrong.text, field: field.name, choices: names, nearest: near),
          expression,
          &state
        )
      }
    case (.reference(let wanted), .reference(let kinds)):
      guard let wrong = kinds.first(where: { !wanted.contains($0) }) else { return true }
      state.diagnose(
        .wrongReference(field.name, kinds: wanted, got: wrong),
        at: expression.range
      )
    default:
      state.diagnose(
        .wrongType(
          field.name,
          wanted: field.type.description,
          got: type.description,
          help: help(for: expression, field.type, state)
        ),
        at: expression.range
      )
    }
    return false
  }

  /// Tells of a value that stands in a list, at the expression and at the list.
  func diagnose(
    _ value: WrittenText,
    _ message: DiagnosticMessage,
    _ expression: ExpressionSyntax,
    _ state: inout CompilationState
  ) {
    state.diagnose(
      message,
      at: expression.range,
      labels: value.range.map { [Diagnostic.Label(range: $0, text: "this value")] } ?? []
    )
  }

  /// How a value of the right type is written.
  private func help(
    for expression: ExpressionSyntax,
    _ type: FieldType,
    _ state: CompilationState
  ) -> [String] {
    switch expression.kind {
    case .string(let text) where type == .decimal && ExactDecimal(text) != nil:
      return ["a number is written without quotation marks: \(text)"]
    case .number(let digits) where type == .date: return ["a year is `ymd(\(digits))`"]
    default: break
    }
    guard let label = labelName(of: expression) else { return [] }
    switch type {
    case .text: return ["`text(\(label))` is its text, `nom(\(label))` its nominative"]
    case .decimal:
      return holdsNumber(label, state) ? ["`value(\(label))` is its number"] : []
    case .date: return ["`written_date(\(label))` reads a date such as 14.05.2024"]
    case .bool: return ["`when(\(label), true) ?? false` says whether `\(label)` is set"]
    case .span: return ["`span(\(label))` is its place"]
    case .spans: return ["`spans(\(label))` is all its places"]
    case .reference:
      return factKinds(under: label, state).isEmpty
        ? ["`ref` takes a label on a fact of an earlier phase, as in `\(label):<person>`"]
        : ["`ref(\(label))` is the fact under a label"]
    case .choice: return ["an enum takes one of its names, or a list's feature with such names"]
    }
  }

  /// The label that an expression is about, where it is about one.
  func labelName(of expression: ExpressionSyntax) -> String? {
    switch expression.kind {
    case .name(let name), .member(let name, _):
      return contents.number(of: name.text) == nil ? nil : name.text
    case .call(_, let arguments): return arguments.first.flatMap { labelName(of: $0) }
    default: return nil
    }
  }
}
