public import TextEngine

/// Turns documents into facts: the whole way from text to resolved facts.
///
/// An extractor belongs to one worker and keeps its buffers from document to document; the rule program and the
/// dictionary that it is made from are shared.
///
///     let extractor = try Extractor.standard()
///     let found = extractor.extract(Document(text: SourceText("Приняли 20 студентов.")))
public final class Extractor {
  /// What the extractor runs.
  public let program: RuleProgram
  /// The engine with the document at hand, for what looks closer than facts.
  public let engine: Engine
  private let names: PersonNameReader
  private let words: InflectedWords
  private let fields: FieldPlaces
  private let speakers: SpeakerWords
  private let states: StateNames

  /// Makes an extractor.
  ///
  /// - Throws: `TokenizerError` where ICU refuses the break rules of the program.
  public init(program: RuleProgram, dictionary: MorphDictionary) throws(TokenizerError) {
    self.program = program
    engine = try Engine(program: program, dictionary: dictionary)
    names = PersonNameReader(engine: engine, grammar: NameGrammar(program))
    words = InflectedWords(engine: engine)
    fields = FieldPlaces(program.schemas)
    speakers = SpeakerWords(engine)
    states = StateNames(engine)
  }

  /// The facts of a document.
  ///
  /// - Parameters:
  ///   - onlyRule: Where set, no other rule of this rule's phase runs, and no later phase.
  ///   - record: Where set, takes up what happened, which takes time of its own.
  public func extract(
    _ document: Document,
    onlyRule: Int? = nil,
    recording record: ExtractionRecord? = nil
  ) -> ExtractedDocument {
    record?.begin()
    let header = Document.header(of: document.text)
    engine.begin(document.text, headerEnd: header?.end ?? 0)
    names.begin()
    let reference = document.date ?? header?.date
    let origins = FactOrigins()
    let emitter = FactEmitter(
      engine: engine,
      names: names,
      words: words,
      reference: reference,
      origins: origins
    )
    var settler = NameSettler(names: names, emitter: emitter)
    var facts: [Fact] = []
    var repeated = RepeatedNames(engine: engine, fields: fields, people: names)
    for phase in program.phases.indices {
      let first = facts.count
      let isLast = onlyRule.map { program.phases[phase].rules.contains($0) } ?? false
      for match in matches(of: phase, onlyRule: isLast ? onlyRule : nil, record) {
        if program.rules[match.rule].narrows { engine.narrow(match) }
        for match in emitter.parts(of: match) {
          guard var fact = emitter.fact(of: match, facts: facts) else {
            record?.note(match, nil, place: nil)
            continue
          }
          engine.add(
            Annotation(
              type: program.annotationType(ofSchema: fact.schema),
              start: fact.tokens.lowerBound,
              end: fact.tokens.upperBound,
              cells: fact.cells,
              head: fact.head,
              payload: facts.count
            )
          )
          settler.note(match, &fact, at: facts.count)
          record?.note(match, fact, place: facts.count)
          origins.append(match)
          facts.append(fact)
        }
      }
      if !isLast { repeated.annotate(facts, new: first..<facts.count, origins: origins) }
      let isChanged = settler.settle(&facts, new: first..<facts.count, origins: origins.matches)
      if isChanged { record?.update(facts) }
      if isLast { break }
      // Names that were taken for others are looked for as both.
      if isChanged { repeated.annotate(facts, new: 0..<facts.count, origins: origins) }
    }
    var found = Resolution.resolve(
      consume facts,
      engine: engine,
      words: speakers,
      states: states,
      fields: fields,
      nameFields: names.fields
    )
    found.diagnostics =
      document.diagnostics
      + engine.limits.map { DocumentDiagnostic(code: $0.rawValue, message: $0.message) }
    return found
  }

  private func matches(of phase: Int, onlyRule: Int?, _ record: ExtractionRecord?) -> [Match] {
    guard let record else { return engine.run(phase: phase, onlyRule: onlyRule) }
    record.beforePhase(phase)
    let (winners, happened) = engine.record(phase: phase, onlyRule: onlyRule)
    record.phases.append(happened)
    return winners
  }
}

extension EngineLimit {
  /// What the limit means to a reader of the output.
  fileprivate var message: String {
    switch self {
    case .window: "a sentence or paragraph is too long for one match and was cut"
    case .registers:
      "a pattern had too many ways of agreement open at once; the preferred were kept"
    case .steps:
      "looking for a rule or for entries of lists took too many steps somewhere and was left there"
    }
  }
}
