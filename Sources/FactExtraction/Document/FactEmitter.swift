import TextEngine

/// Turns the matches of rules into facts by evaluating their `emit` clauses.
struct FactEmitter {
  let engine: Engine
  let reference: CalendarDate?
  private let program: RuleProgram
  private let names: PersonNameReader
  private let words: InflectedWords
  private let origins: FactOrigins
  private let tenses: ClauseTense

  init(
    engine: Engine,
    names: PersonNameReader,
    words: InflectedWords,
    reference: CalendarDate?,
    origins: FactOrigins
  ) {
    self.engine = engine
    self.names = names
    self.words = words
    self.reference = reference
    self.origins = origins
    program = engine.program
    tenses = ClauseTense(engine: engine)
  }

  /// The value of an expression: a field's value, nothing, or the news that the match is no fact at all.
  enum Value {
    case none
    /// An impossible value, such as the 32nd of August: the match gives no fact.
    case impossible
    case field(FieldValue)
  }

  /// The matches that give a fact each: the match, or where its rule says so one for each part of a label.
  func parts(of match: Match) -> [Match] {
    guard let label = program.rules[match.rule].partLabel else { return [match] }
    return match.path.parts(ofLabel: label).map { path in
      var part = match
      part.path = path
      return part
    }
  }

  /// The fact of a match, or nil where its values are impossible.
  func fact(of match: Match, facts: [Fact]) -> Fact? {
    guard let schema = program.rules[match.rule].schema else { return nil }
    let covered = program.rules[match.rule].spanLabel.flatMap {
      match.path.tokensCovered(byLabel: $0)
    }
    let tokens = covered ?? match.tokens
    let head = engine.head(of: match, tokens)
    var fact = Fact(
      schema: schema,
      rule: match.rule,
      tokens: tokens,
      span: engine.spanInSentence(of: tokens),
      head: head,
      cells: engine.cells(of: match, head: head),
      fields: program.schemas[schema].fields.map { _ in nil }
    )
    for emit in program.rules[match.rule].emits {
      switch evaluate(emit.expression, match, facts) {
      case .none: break
      case .impossible: return nil
      case .field(let value):
        let type = program.schemas[schema].fields[emit.field].type
        switch FieldCoercion.fit(value, to: type, facts, program) {
        case .value(let value): fact.fields[emit.field] = value
        case .impossible: return nil
        case .unfit: break
        }
      }
    }
    names.complete(&fact, match)
    return fact
  }

  // MARK: Expressions

  private func evaluate(_ expression: EmitExpression, _ match: Match, _ facts: [Fact]) -> Value {
    switch expression {
    case .text(let text): return .field(.text(text))
    case .decimal(let number): return .field(.decimal(number))
    case .bool(let value): return .field(.bool(value))
    case .label(let label):
      guard let range = range(label, match) else { return .none }
      return .field(.text(engine.text(of: range)))
    case .member(let label, let name): return member(name, label, match, facts)
    case .fallback(let first, let second):
      let value = evaluate(first, match, facts)
      if case .field = value { return value }
      // What is impossible one way may be possible another; if there is no other, the match gives no fact.
      let other = evaluate(second, match, facts)
      if case .none = other { return value }
      return other
    case .joined(let first, let second):
      guard let left = string(first, match, facts), let right = string(second, match, facts)
      else { return .none }
      return .field(.text(left + right))
    case .arithmetic(let op, let first, let second):
      guard let left = decimal(first, match, facts), let right = decimal(second, match, facts)
      else { return .none }
      let result =
        switch op {
        case .add: left.adding(right)
        case .subtract: left.subtracting(right)
        case .multiply: left.multiplied(by: right)
        }
      return result.map { .field(.decimal($0)) } ?? .none
    case .call(let function, let arguments): return call(function, arguments, match, facts)
    }
  }

  private func range(_ label: Int, _ match: Match) -> Range<Int>? {
    match.path.tokens(ofLabel: label)
  }

  private func member(_ name: String, _ label: Int, _ match: Match, _ facts: [Fact]) -> Value {
    for event in match.path.events(ofLabel: label) {
      switch event.kind {
      case .list:
        let found = engine.document.listMatches[event.value]
        if let value = feature(name, entry: found.entry) { return .field(value) }
      case .annotation:
        let annotation = engine.document.annotations[event.value]
        if let value = field(name, annotation, facts) { return .field(value) }
      case .token:
        // A test such as [@month & cap] asked for the one-word entries of a list.
        for index in engine.listMatches(at: event.start)
        where engine.document.listMatches[index].end == event.end {
          let found = engine.document.listMatches[index]
          // Most entries lack the feature, which is told sooner than what a test asks for.
          guard let value = feature(name, entry: found.entry),
            engine.asks(test: event.value, for: found.list)
          else { continue }
          return .field(value)
        }
      default: break
      }
    }
    return .none
  }

  private func feature(_ name: String, entry: Int) -> FieldValue? {
    switch program.feature(name, of: program.gazetteer.entries[entry]) {
    case .none: return nil
    case .text(let text): return .text(text)
    case .decimal(let number): return .decimal(number)
    }
  }

  private func field(_ name: String, _ annotation: Annotation, _ facts: [Fact]) -> FieldValue? {
    if annotation.type < CoreAnnotation.allCases.count {
      guard let value = engine.numericValue(of: annotation) else { return nil }
      if name == "scale" { return .decimal(engine.scale(of: annotation)) }
      return name == "value" ? .decimal(value) : nil
    }
    guard facts.indices.contains(annotation.payload) else { return nil }
    return program.value(name, of: facts[annotation.payload])
  }

  // MARK: Functions

  private func call(
    _ function: EmitFunction,
    _ arguments: [EmitExpression],
    _ match: Match,
    _ facts: [Fact]
  ) -> Value {
    switch function {
    case .when:
      guard arguments.count == 2, case .label(let label) = arguments[0], range(label, match) != nil
      else { return .none }
      return evaluate(arguments[1], match, facts)
    case .text, .inner, .nom, .form, .lemma, .head, .value, .digits, .spans, .span, .ref,
      .antecedent, .tense, .lastNamed:
      return labelCall(function, arguments, match, facts)
    case .least, .greatest:
      guard arguments.count == 2, let first = decimal(arguments[0], match, facts),
        let second = decimal(arguments[1], match, facts)
      else { return .none }
      return .field(.decimal((first < second) == (function == .least) ? first : second))
    case .lower, .upper, .title:
      guard let first = arguments.first, let text = string(first, match, facts) else {
        return .none
      }
      return .field(.text(LetterShape.recased(text, function)))
    default:
      var values: [FieldValue] = []
      for argument in arguments {
        switch evaluate(argument, match, facts) {
        case .none: return .none
        case .impossible: return .impossible
        case .field(let value): values.append(value)
        }
      }
      return DateFunctions.evaluate(function, values, reference: reference)
    }
  }

  private func labelCall(
    _ function: EmitFunction,
    _ arguments: [EmitExpression],
    _ match: Match,
    _ facts: [Fact]
  ) -> Value {
    // `span(inner(q))` is the span of what stands between the marks of `q`.
    if function == .span, case .call(.inner, let labels)? = arguments.first,
      case .label(let label)? = labels.first, let range = range(label, match)
    {
      return .field(.span(engine.span(of: inner(label, range, match))))
    }
    guard case .label(let label)? = arguments.first, let range = range(label, match) else {
      return .none
    }
    switch function {
    case .text: return .field(.text(engine.text(of: range)))
    case .tense:
      let tense = tenses.tense(around: range, in: match.start..<match.end)
      return .field(.text(tense.rawValue))
    case .lastNamed:
      guard arguments.count == 3,
        let grain = string(arguments[1], match, facts).flatMap(DateGrain.init(rawValue:)),
        let steps = decimal(arguments[2], match, facts)
      else { return .none }
      let finder = LastNamedDate(engine: engine, facts: facts)
      switch finder.find(before: match.start, grain: grain) {
      case .nothing: return .none
      case .open: return .field(.unknown)
      case .day(let day):
        guard let steps = steps.wholeValue, let point = DateMath.shift(day, grain, steps) else {
          return .field(.unknown)
        }
        return .field(.text(point.description))
      }
    case .inner: return .field(.text(engine.text(of: inner(label, range, match))))
    case .nom:
      if let decision = names.decision(match) {
        return .field(.text(normalizer(facts).text(of: range, replacing: decision.nominatives)))
      }
      return .field(.text(normalizer(facts).normalForm(ofLabel: label, range, match)))
    case .form:
      guard arguments.count == 2, let wanted = string(arguments[1], match, facts) else {
        return .none
      }
      let form = FormDescription(wanted)
      return .field(.text(self.form(form, label, range, match, facts, normalizer(facts))))
    case .lemma, .head:
      return .field(.text(normalizer(facts).lemma(ofLabel: label, range, match)))
    case .value:
      for event in match.path.events(ofLabel: label) where event.kind == .annotation {
        let annotation = engine.document.annotations[event.value]
        if let value = engine.numericValue(of: annotation) { return .field(.decimal(value)) }
      }
      if case .field(let value) = member("value", label, match, facts) { return .field(value) }
      return writtenNumber(range) ?? leadingNumber(range)
    case .digits: return leadingNumber(range)
    case .spans:
      return .field(
        .spans(match.path.ranges(ofLabel: label).filter { !$0.isEmpty }.map(engine.span(of:)))
      )
    case .span: return .field(.span(engine.spanInSentence(of: range)))
    case .antecedent:
      guard arguments.count == 2, case .text(let kind) = arguments[1],
        let schema = program.schemas.firstIndex(where: { $0.name == kind })
      else { return .none }
      let finder = AntecedentFinder(engine: engine, facts: facts, sex: names.sex)
      return finder.antecedent(of: range, schema: schema).map { .field(.reference($0)) } ?? .none
    case .ref:
      for event in match.path.events(ofLabel: label) where event.kind == .annotation {
        let annotation = engine.document.annotations[event.value]
        if annotation.isFact {
          return .field(.reference(annotation.payload))
        }
      }
      return .none
    default: return .none
    }
  }

  private func normalizer(_ facts: [Fact]) -> PhraseNormalizer {
    PhraseNormalizer(engine: engine, cases: names.cases, words: words, facts: facts)
  }

  /// A label's phrase in another form: a person's name and a whole fact by what they were read from.
  private func form(
    _ wanted: FormDescription,
    _ label: Int,
    _ range: Range<Int>,
    _ match: Match,
    _ facts: [Fact],
    _ normalizer: PhraseNormalizer
  ) -> String {
    if let forms = names.forms(match, row: wanted.row) {
      return normalizer.text(of: range, replacing: forms)
    }
    guard let fact = normalizer.wholeFact(label, range, match), let origin = origins[fact] else {
      return normalizer.form(wanted, ofLabel: label, range, match)
    }
    if let forms = names.forms(origin, row: wanted.row) {
      return normalizer.text(of: range, replacing: forms)
    }
    let isThing = !names.isName(facts[fact])
    return normalizer.form(wanted, ofFact: facts[fact], origin, isThing: isThing)
  }

  /// The tokens between the marks of what a label holds.
  private func inner(_ label: Int, _ range: Range<Int>, _ match: Match) -> Range<Int> {
    for event in match.path.events(ofLabel: label) where event.kind == .annotation {
      let type = engine.document.annotations[event.value].type
      if type == CoreAnnotation.quoted.type || type == CoreAnnotation.bracketed.type,
        event.end - event.start > 2
      {
        return (event.start + 1)..<(event.end - 1)
      }
    }
    return range
  }

  private func string(_ expression: EmitExpression, _ match: Match, _ facts: [Fact]) -> String? {
    guard case .field(let value) = evaluate(expression, match, facts) else { return nil }
    switch value {
    case .text(let text): return text
    case .decimal(let number): return number.description
    default: return nil
    }
  }

  private func decimal(
    _ expression: EmitExpression,
    _ match: Match,
    _ facts: [Fact]
  ) -> ExactDecimal? {
    guard case .field(let value) = evaluate(expression, match, facts) else { return nil }
    switch value {
    case .decimal(let number): return number
    case .text(let text): return ExactDecimal(text)
    default: return nil
    }
  }
}
