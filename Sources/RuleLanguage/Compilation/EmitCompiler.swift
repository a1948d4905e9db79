import TextEngine

/// Compiles the expressions of `emit` against a schema and the labels of a pattern.
struct EmitCompiler {
  let schema: FactSchema
  /// Whether fields of the schema could not be read.
  let isIncomplete: Bool
  let labels: [String]

  /// Compiles one assignment; nil where it is faulty.
  func compile(_ assignment: AssignmentSyntax, _ state: inout CompilationState) -> EmitField? {
    let name = assignment.path.map(\.text).joined(separator: ".")
    guard let field = schema.field(named: name) else {
      guard assignment.path.allSatisfy(\.isOfLatinLetters), !isIncomplete else { return nil }
      let near = NearestName.find(name, in: schema.fields.map(\.name))
      let members = schema.fields.map(\.name).filter { $0.hasPrefix(name + ".") }
      state.diagnose(
        .unknownField(name, fact: schema.name, nearest: near, members: members),
        at: assignment.pathRange
      )
      return nil
    }
    guard let expression = compile(assignment.value, schema.fields[field], &state) else {
      return nil
    }
    return EmitField(field: field, expression: expression)
  }

  private func compile(
    _ expression: ExpressionSyntax,
    _ field: FactSchema.Field?,
    _ state: inout CompilationState
  ) -> EmitExpression? {
    switch expression.kind {
    case .string(let text): return .text(text)
    case .number(let digits): return ExactDecimal(digits).map { .decimal($0) }
    case .name(let name): return compile(name, field, &state)
    case .member(let owner, let member):
      guard let label = label(owner, &state) else { return nil }
      return .member(label: label, name: member.text)
    case .group(let inner): return compile(inner, field, &state)
    case .call(let name, let arguments):
      guard let function = EmitFunction(rawValue: name.text) else {
        guard name.isOfLatinLetters else { return nil }
        let near = NearestName.find(name.text, in: EmitFunction.allCases.map(\.rawValue))
        state.diagnose(.unknownFunction(name.text, nearest: near), at: name.range)
        return nil
      }
      guard function.arity.contains(arguments.count) else {
        state.diagnose(.wrongArity(name.text, expected: function.arity), at: expression.range)
        return nil
      }
      var compiled: [EmitExpression] = []
      for (place, argument) in arguments.enumerated() {
        if diagnoseUnquoted(argument, function, place, &state) { return nil }
        let isResult = function == .when && place == 1
        guard let value = compile(argument, isResult ? field : nil, &state) else { return nil }
        compiled.append(value)
      }
      return .call(function, compiled)
    case .binary(let op, let left, let right):
      // Both sides are compiled, so that the faults of both are told.
      let first = compile(left, field, &state)
      let second = compile(right, field, &state)
      guard let first, let second else { return nil }
      switch op {
      case .fallback: return .fallback(first, second)
      case .concatenation: return .joined(first, second)
      case .sum: return .arithmetic(.add, first, second)
      case .difference: return .arithmetic(.subtract, first, second)
      case .product: return .arithmetic(.multiply, first, second)
      }
    }
  }

  /// A bare name is a label, or a value of the field's enumeration.
  private func compile(
    _ name: NameSyntax,
    _ field: FactSchema.Field?,
    _ state: inout CompilationState
  ) -> EmitExpression? {
    if let label = labels.firstIndex(of: name.text) { return .label(label) }
    if name.text == "true" || name.text == "false" { return .bool(name.text == "true") }
    guard name.isOfLatinLetters else { return nil }
    if case .choice(let choices)? = field?.type {
      if choices.contains(name.text) { return .text(name.text) }
      let near = NearestName.find(name.text, in: choices)
      state.diagnose(
        .wrongChoice(name.text, field: field?.name ?? "", choices: choices, nearest: near),
        at: name.range
      )
      return nil
    }
    _ = label(name, &state)
    return nil
  }

  /// Tells of a word such as a grain of dates that stands without quotation marks.
  private func diagnoseUnquoted(
    _ argument: ExpressionSyntax,
    _ function: EmitFunction,
    _ place: Int,
    _ state: inout CompilationState
  ) -> Bool {
    let parameters = FunctionSignature.of(function).parameters
    guard case .name(let name) = argument.kind, !labels.contains(name.text),
      parameters.indices.contains(place), case .word(let what, let words) = parameters[place],
      words.contains(name.text)
    else { return false }
    state.diagnose(.unquotedWord(name.text, what: what), at: name.range)
    return true
  }

  private func label(_ name: NameSyntax, _ state: inout CompilationState) -> Int? {
    if let label = labels.firstIndex(of: name.text) { return label }
    guard name.isOfLatinLetters else { return nil }
    let near = NearestName.find(name.text, in: labels)
    state.diagnose(.unknownLabel(name.text, nearest: near), at: name.range)
    return nil
  }
}
