import TextEngine

extension EmitChecker {
  /// The type of what a function gives; what is wrong with its arguments is told.
  func type(
    of name: NameSyntax,
    _ arguments: [ExpressionSyntax],
    _ state: inout CompilationState
  ) -> ValueType {
    guard let function = EmitFunction(rawValue: name.text) else { return .unknown }
    let signature = FunctionSignature.of(function)
    var result = signature.result
    for (argument, parameter) in zip(arguments, signature.parameters) {
      switch parameter {
      case .label(let use): checkLabel(argument, use, of: name.text, &state)
      case .result: result = type(of: argument, &state)
      case .kind: result = .reference(kind(argument, of: name.text, &state))
      default: _ = check(argument, parameter, function: name.text, &state)
      }
    }
    if function == .ref, let argument = arguments.first, case .name(let label) = argument.kind {
      return .reference(factKinds(under: label.text, state))
    }
    return result
  }

  /// Checks a value that an operator or a function takes; returns whether it is a text of the document.
  func check(
    _ expression: ExpressionSyntax,
    _ parameter: FunctionSignature.Parameter,
    operand: String? = nil,
    function: String = "",
    _ state: inout CompilationState
  ) -> Bool {
    switch expression.kind {
    case .group(let inner):
      return check(inner, parameter, operand: operand, function: function, &state)
    case .binary(.fallback, let left, let right):
      let first = check(left, parameter, operand: operand, function: function, &state)
      let second = check(right, parameter, operand: operand, function: function, &state)
      return first || second
    case .number(let digits):
      if case .number(let range?) = parameter, let number = Int(digits), !range.contains(number) {
        state.diagnose(.numberOutOfRange(digits, range, of: function), at: expression.range)
      }
    default: break
    }
    let type = type(of: expression, &state)
    if admits(parameter, type, expression, &state) { return type == .text }
    return false
  }

  private func admits(
    _ parameter: FunctionSignature.Parameter,
    _ type: ValueType,
    _ expression: ExpressionSyntax,
    _ state: inout CompilationState
  ) -> Bool {
    var wanted = ""
    switch (parameter, type) {
    case (_, .unknown), (.number, .decimal), (.date, .composed): return true
    case (.text, _):
      if type.isTextual { return true }
      wanted = "a text"
    case (.number, .written(let values)):
      wanted = "a number"
      if let wrong = values.first(where: { !$0.isNumber }), wrong.range != nil {
        diagnose(wrong, .noNumber(wrong.text), expression, &state)
        return false
      }
    case (.number, _): wanted = "a number"
    case (.date(let shapes), .date(let shape)):
      if !shapes.isDisjoint(with: shape) { return true }
      wanted = shapes.description
    case (.date(let shapes), .written(let values)):
      guard let wrong = values.first(where: { !ISOText.mayBeDate($0.text) }) else { return true }
      if wrong.range != nil {
        diagnose(wrong, .noDate(wrong.text, field: nil), expression, &state)
        return false
      }
      wanted = shapes.description
    case (.date(let shapes), _): wanted = shapes.description
    case (.word(let what, let words), .written(let values)):
      return admits(values, words, what, expression, &state)
    case (.word(let what, let words), _):
      state.diagnose(.noWordOf(what, words), at: expression.range)
      return false
    case (.form, .written(let values)):
      for value in values {
        let words = value.text.split(separator: " ").map(String.init)
        let parts = words.map { WrittenText(text: $0, range: value.range) }
        guard admits(parts, FunctionSignature.forms, "case or number", expression, &state) else {
          return false
        }
      }
      return true
    case (.form, _):
      state.diagnose(.noWordOf("case or number", FunctionSignature.forms), at: expression.range)
      return false
    case (.label, _), (.result, _), (.kind, _): return true
    }
    var help: [String] = []
    if let label = labelName(of: expression) {
      if case .number = parameter, holdsNumber(label, state) {
        help = ["`value(\(label))` is its number"]
      }
      if case .text = parameter { help = ["`text(\(label))` is its text"] }
      if case .date = parameter {
        help = ["`written_date(\(label))` reads a date such as 14.05.2024"]
      }
    }
    state.diagnose(
      .wrongOperand(wanted: wanted, got: type.description, help: help),
      at: expression.range
    )
    return false
  }

  private func admits(
    _ values: [WrittenText],
    _ words: [String],
    _ what: String,
    _ expression: ExpressionSyntax,
    _ state: inout CompilationState
  ) -> Bool {
    guard let wrong = values.first(where: { !words.contains($0.text) }) else { return true }
    let near = NearestName.find(wrong.text, in: words)
    diagnose(wrong, .unknownWordOf(what, wrong.text, words, nearest: near), expression, &state)
    return false
  }

  /// The kind of fact that an argument names; one that no phase makes before the rule's own is a fault.
  private func kind(
    _ argument: ExpressionSyntax,
    of function: String,
    _ state: inout CompilationState
  ) -> [String] {
    let known = state.schemas.keys.sorted()
    guard case .string(let kind) = argument.kind else {
      state.diagnose(.noWordOf("kind of fact", known), at: argument.range)
      return []
    }
    guard let schema = state.schemas[kind] else {
      let near = NearestName.find(kind, in: known)
      state.diagnose(
        .unknownWordOf("kind of fact", kind, known, nearest: near),
        at: argument.range
      )
      return []
    }
    let type = state.program.annotationType(ofSchema: schema)
    if let obstacle = state.order.obstacle(toType: type, in: state.program) {
      state.diagnose(.neverThere(kind, obstacle), at: argument.range)
    }
    return [kind]
  }

  // MARK: Labels

  /// Checks an argument that must be a label.
  func checkLabel(
    _ argument: ExpressionSyntax,
    _ use: FunctionSignature.LabelUse,
    of function: String,
    _ state: inout CompilationState
  ) {
    if function == EmitFunction.span.rawValue, case .call(let name, let labels) = argument.kind,
      name.text == EmitFunction.inner.rawValue, let label = labels.first
    {
      return checkLabel(label, .marks, of: name.text, &state)
    }
    guard case .name(let name) = argument.kind, let label = contents.number(of: name.text) else {
      state.diagnose(.noLabel(function, labelName(of: argument)), at: argument.range)
      return
    }
    let holdings = contents.holdings[label]
    guard !holdings.isEmpty, !contents.isUncertain(label) else { return }
    let message: DiagnosticMessage? =
      switch use {
      case .any: nil
      case .marks: holdings.contains(where: isMarked) ? nil : .noMarks(name.text)
      case .words:
        holdings.contains { isInflected($0) } ? nil : .noWord(function, name.text)
      case .number: holdings.contains { hasNumber($0, state) } ? nil : .noNumberUnder(name.text)
      case .digits: holdings.contains { hasDigits($0, state) } ? nil : .noDigits(name.text)
      case .fact:
        !factKinds(under: name.text, state).isEmpty
          ? nil : .noFact(name.text, isAgain: holdings.contains { isAgain($0) })
      }
    guard let message else { return }
    let place = contents.places[label]
    state.diagnose(
      message,
      at: argument.range,
      labels: place.map {
        [Diagnostic.Label(range: $0, text: "`\(name.text)` is defined here")]
      } ?? []
    )
  }

  private func isMarked(_ holding: LabelContents.Holding) -> Bool {
    guard case .annotation(let type) = holding else { return false }
    return type == CoreAnnotation.quoted.type || type == CoreAnnotation.bracketed.type
  }

  private func isInflected(_ holding: LabelContents.Holding) -> Bool {
    switch holding {
    case .annotation(let type):
      return type != CoreAnnotation.url.type && type != CoreAnnotation.email.type
    case .token(let predicate): return !TokenContents.startsWithDigits(predicate).always
    case .list, .word, .anyToken, .unknown: return true
    }
  }

  /// Whether something that a label can hold has a number.
  func holdsNumber(_ label: String, _ state: CompilationState) -> Bool {
    guard let number = contents.number(of: label) else { return false }
    return contents.holdings[number].contains { hasNumber($0, state) }
  }

  private func hasNumber(_ holding: LabelContents.Holding, _ state: CompilationState) -> Bool {
    switch holding {
    case .annotation(let type):
      if type == CoreAnnotation.numeral.type || type == CoreAnnotation.ordinal.type { return true }
      let schema = (type - CoreAnnotation.allCases.count) / 2
      guard type >= CoreAnnotation.allCases.count, state.program.schemas.indices.contains(schema)
      else { return false }
      return state.program.schemas[schema].fields.contains {
        $0.name == "value" && $0.type == .decimal
      }
    case .list(let list):
      return state.features.features(ofList: list)["value"] != nil
        || state.features.hasDigits(inList: list)
    case .token(let predicate):
      return hasDigits(holding, state)
        || TokenContents.isEntry(predicate) { name in
          let list = state.lists[name.text]
          let hasValue = list.map { state.features.features(ofList: $0)["value"] != nil } ?? false
          return hasValue ? .perhaps : .never
        }.sometimes
    case .word, .anyToken, .unknown: return hasDigits(holding, state)
    }
  }

  private func hasDigits(_ holding: LabelContents.Holding, _ state: CompilationState) -> Bool {
    switch holding {
    case .annotation: return true
    case .list(let list): return state.features.hasDigits(inList: list)
    case .token(let predicate): return TokenContents.startsWithDigits(predicate).sometimes
    case .word(let text):
      return text.unicodeScalars.first.map { ("0"..."9").contains($0) } ?? false
    case .anyToken, .unknown: return true
    }
  }

  private func isAgain(_ holding: LabelContents.Holding) -> Bool {
    guard case .annotation(let type) = holding else { return false }
    let core = CoreAnnotation.allCases.count
    return type >= core && (type - core) % 2 == 1
  }

  /// The kinds of fact that a label can hold, each once.
  func factKinds(under label: String, _ state: CompilationState) -> [String] {
    guard let number = contents.number(of: label) else { return [] }
    let core = CoreAnnotation.allCases.count
    var kinds: [String] = []
    for holding in contents.holdings[number] {
      guard case .annotation(let type) = holding, type >= core, (type - core) % 2 == 0 else {
        continue
      }
      let schema = (type - core) / 2
      guard state.program.schemas.indices.contains(schema) else { continue }
      let kind = state.program.schemas[schema].name
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }
}
