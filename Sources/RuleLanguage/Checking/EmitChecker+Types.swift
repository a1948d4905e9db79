import TextEngine

extension EmitChecker {
  /// The type of an expression; faults inside it are told.
  func type(of expression: ExpressionSyntax, _ state: inout CompilationState) -> ValueType {
    switch expression.kind {
    case .string(let text): return .written([WrittenText(text: text)])
    case .number: return .decimal
    case .name(let name):
      return name.text == "true" || name.text == "false" ? .bool : .text
    case .member(let owner, let member):
      return Self.joined(memberTypes(owner, member, &state))
    case .group(let inner): return type(of: inner, &state)
    case .call(let name, let arguments): return type(of: name, arguments, &state)
    case .binary(.fallback, let left, let right):
      return Self.joined([type(of: left, &state), type(of: right, &state)])
    case .binary(.concatenation, let left, let right):
      let isText = [left, right].map { side in
        check(side, .text, operand: "++", &state)
      }
      return isText.contains(true) ? .text : .composed
    case .binary(let op, let left, let right):
      _ = check(left, .number(nil), operand: op.rawValue, &state)
      _ = check(right, .number(nil), operand: op.rawValue, &state)
      return .decimal
    }
  }

  /// The type of a value that is of one of several types.
  private static func joined(_ types: [ValueType]) -> ValueType {
    guard let first = types.first else { return .unknown }
    if types.allSatisfy({ $0 == first }) { return first }
    if types.contains(.unknown) { return .unknown }
    if let other = types.first(where: { !$0.isTextual }) { return other }
    var values: [WrittenText] = []
    var shape: DateShape = []
    for type in types {
      switch type {
      case .written(let own): values += own
      case .date(let own): shape.formUnion(own)
      default: break
      }
    }
    let areWritten = types.allSatisfy { if case .written = $0 { true } else { false } }
    if areWritten { return .written(values) }
    let areDates = types.allSatisfy { if case .date = $0 { true } else { false } }
    if areDates { return .date(shape) }
    return types.contains(.text) ? .text : .composed
  }

  // MARK: Features and fields

  /// The types that a feature or field of what a label holds can have; empty where there is none, which is told.
  func memberTypes(
    _ owner: NameSyntax,
    _ member: NameSyntax,
    _ state: inout CompilationState
  ) -> [ValueType] {
    guard let label = contents.number(of: owner.text), member.isOfLatinLetters else { return [] }
    var types: [ValueType] = []
    var known: [String] = []
    for holding in contents.holdings[label] {
      for (name, type) in members(of: holding, state) {
        if !known.contains(name) { known.append(name) }
        if name == member.text, !types.contains(type) { types.append(type) }
      }
    }
    if contents.isUncertain(label) { return [.unknown] }
    if types.isEmpty {
      let place = contents.places[label]
      let labels = place.map {
        [Diagnostic.Label(range: $0, text: "`\(owner.text)` is defined here")]
      }
      if known.isEmpty {
        state.diagnose(.noMembers(owner.text, member.text), at: member.range, labels: labels ?? [])
      } else {
        state.diagnose(
          .unknownMember(
            member.text,
            of: owner.text,
            known: known.sorted(),
            nearest: NearestName.find(member.text, in: known.sorted())
          ),
          at: member.range,
          labels: labels ?? []
        )
      }
    }
    return types
  }

  /// What can be read of one thing that a label holds.
  private func members(
    of holding: LabelContents.Holding,
    _ state: CompilationState
  ) -> [(String, ValueType)] {
    switch holding {
    case .list(let list):
      return state.features.features(ofList: list).map { ($0.key, $0.value.type) }
    case .token(let predicate):
      var found: [(String, ValueType)] = []
      _ = TokenContents.isEntry(predicate) { name in
        if let list = state.lists[name.text] {
          found += state.features.features(ofList: list).map { ($0.key, $0.value.type) }
        }
        return .perhaps
      }
      return found
    case .annotation(let type): return members(ofAnnotation: type, state)
    case .word, .anyToken, .unknown: return []
    }
  }

  private func members(ofAnnotation type: Int, _ state: CompilationState) -> [(String, ValueType)] {
    if type == CoreAnnotation.numeral.type || type == CoreAnnotation.ordinal.type {
      return [("value", .decimal), ("scale", .decimal)]
    }
    let schema = (type - CoreAnnotation.allCases.count) / 2
    guard type >= CoreAnnotation.allCases.count, state.program.schemas.indices.contains(schema)
    else { return [] }
    return state.program.schemas[schema].fields.filter { $0.path.count == 1 }.map { field in
      let type: ValueType =
        switch field.type {
        case .text: .text
        case .decimal: .decimal
        case .date: .date(.any)
        case .bool: .bool
        case .span: .span
        case .spans: .spans
        case .choice(let names): .written(names.map { WrittenText(text: $0) })
        case .reference(let kinds): .reference(kinds)
        }
      return (field.name, type)
    }
  }
}
