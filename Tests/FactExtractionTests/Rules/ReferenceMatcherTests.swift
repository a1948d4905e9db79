import RuleLanguage
import StandardRules
import Testing

@testable import FactExtraction
@testable import TextEngine

/// The fast matcher finds what the plain one finds: the same spans, the same captures, the same winners.
@Suite struct ReferenceMatcherTests {
  /// How many rule sets are made, of how many phases each, and on how many texts they run.
  private static let (sets, phases, texts) = (24, 24, 100)
  /// The facts of so many phases are annotations for the later ones.
  private static let annotatedPhases = 3

  /// What came out of the comparison.
  private struct Tally {
    /// Pairs of a rule and a text in which both matchers were asked.
    var compared = 0
    /// Pairs that do not count: the plain matcher had too many ways to try.
    var givenUp = 0
    /// Pairs that do not count: the fast matcher told that it dropped ways of agreement.
    var overflowed = 0
    var matched = 0
  }

  @Test func `a hundred thousand random rules and texts give what the reference says`()
    async throws
  {
    let tally = try await withThrowingTaskGroup(of: Tally.self) { group in
      for seed in 0..<Self.sets { group.addTask { try Self.compare(seed: seed) } }
      var whole = Tally()
      for try await part in group {
        whole.compared += part.compared
        whole.givenUp += part.givenUp
        whole.overflowed += part.overflowed
        whole.matched += part.matched
      }
      return whole
    }
    #expect(tally.compared >= 100_000, "\(tally)")
    #expect(tally.matched > 50_000, "\(tally)")
    // Few pairs are left out, or the rest would prove little.
    #expect(tally.givenUp + tally.overflowed < tally.compared / 20, "\(tally)")
  }

  private static func compare(seed: Int) throws -> Tally {
    var random = RandomRules(generator: SeededGenerator(seed: seed))
    var source = RandomRules.lists
    source += "cascade " + (0..<phases).map { "p\($0)" }.joined(separator: " > ") + "\n"
    source += "fact found { name: text }\n"
    for phase in 0..<phases {
      source += "phase p\(phase)\(phase % 3 == 2 ? " window paragraph" : "")\n"
      for rule in 0..<2 {
        let isBlock = random.generator.once(in: 8)
        let head = isBlock ? "block r\(rule)" : "rule r\(rule) -> found"
        var clauses = random.clauses()
        // A block has no span, and the first phase no facts before it.
        if isBlock { clauses = clauses.replacing(/\n  span [xy]/, with: "") }
        if phase == 0 { clauses = clauses.replacing(/<found[^>]*>/, with: "<Num>") }
        source += head + " {\n  \(clauses)\n}\n"
      }
    }
    let rules = RuleSource(path: "Rules/random.rules", text: source)
    let compiled = try RuleCompiler.compile(
      [rules] + InlineRules.tokenRules + InlineRules.numerals,
      dictionary: StandardLexicon.dictionary
    )
    // A rule that can match nothing, a context without a limit, or an annotation that no rule before makes is told and
    // left out: that is no difference.
    let left = compiled.diagnostics.filter { !["R038", "R042", "R044"].contains($0.code) }
    #expect(left.isEmpty, "\(DiagnosticRenderer(compiled.sources).render(left))")
    let place = compiled.sources.sources.firstIndex { $0.path == rules.path } ?? 0
    let items = ParsedRuleFile(parsing: rules, index: place).file.items
    let faulty = Set(
      compiled.diagnostics.compactMap { diagnostic in
        items.last { $0.range.span.start <= diagnostic.range.span.start }?.range.span.start
      }
    )
    let written = phasesOfRules(items, without: faulty)

    let engine = try Engine(program: compiled.program, dictionary: StandardLexicon.dictionary)
    let reference = ReferenceMatcher(engine: engine)
    let names = PersonNameReader(engine: engine, grammar: NameGrammar(compiled.program))
    let emitter = FactEmitter(
      engine: engine,
      names: names,
      words: InflectedWords(engine: engine),
      reference: nil,
      origins: FactOrigins()
    )
    var tally = Tally()
    for _ in 0..<texts {
      let text = random.text()
      engine.begin(SourceText(text))
      names.begin()
      for (place, phase) in compiled.program.phases.enumerated() {
        guard let own = written[phase.name], own.count == phase.rules.count else { continue }
        reference.gaveUp = false
        let isParagraph = phase.window == .paragraph
        let want = reference.winners(own.map(\.rule), isParagraph: isParagraph)
        let matches = engine.run(phase: place)
        let facts = matches.compactMap { emitter.fact(of: $0, facts: []) }
        if reference.gaveUp {
          tally.givenUp += own.count
        } else if !engine.limits.isEmpty {
          tally.overflowed += own.count
        } else {
          let got = zip(matches, facts).map { found(of: $0, $1, phase.rules, compiled.program) }
          tally.compared += own.count
          tally.matched += got.count
          if got.sorted() != want {
            let rules = own.map { Self.text(of: $0.syntax, source) }.joined(separator: "\n")
            Issue.record(
              "seed \(seed), text «\(text)»\nwant \(want)\ngot \(got.sorted())\n\(rules)"
            )
          }
        }
        if !engine.limits.isEmpty { break }
        guard place < annotatedPhases else { continue }
        for fact in facts {
          engine.add(
            Annotation(
              type: compiled.program.annotationType(ofSchema: fact.schema),
              start: fact.tokens.lowerBound,
              end: fact.tokens.upperBound,
              cells: fact.cells,
              head: fact.head,
              payload: 0
            )
          )
        }
      }
    }
    return tally
  }

  /// The rules of each phase in their order; a phase with a faulty rule is left out.
  private static func phasesOfRules(
    _ items: [ItemSyntax],
    without faulty: Set<Int>
  ) -> [String: [(syntax: RuleSyntax, rule: ReferenceRule)]] {
    var found: [String: [(syntax: RuleSyntax, rule: ReferenceRule)]] = [:]
    var dropped: Set<String> = []
    for item in items {
      let syntax: RuleSyntax
      switch item.kind {
      case .rule(let rule), .block(let rule): syntax = rule
      default: continue
      }
      var isBlock = false
      if case .block = item.kind { isBlock = true }
      let phase = syntax.phase?.text ?? ""
      guard !faulty.contains(item.range.span.start),
        let rule = ReferenceRule(syntax, isBlock: isBlock)
      else {
        dropped.insert(phase)
        continue
      }
      found[phase, default: []].append((syntax, rule))
    }
    return found.filter { !dropped.contains($0.key) }
  }

  private static func text(of rule: RuleSyntax, _ source: String) -> String {
    rule.clauses.map { clause in
      let bytes = Array(source.utf8)[clause.range.span.start..<clause.range.span.end]
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "\n  ")
  }

  private static func found(
    of match: Match,
    _ fact: Fact,
    _ rules: Range<Int>,
    _ program: RuleProgram
  ) -> ReferenceMatcher.Found {
    var captures: [String: [Range<Int>]] = [:]
    for (label, name) in program.rules[match.rule].labels.enumerated() {
      let ranges = match.path.ranges(ofLabel: label).filter { !$0.isEmpty }
      if !ranges.isEmpty { captures[name] = ranges }
    }
    return ReferenceMatcher.Found(
      start: match.start,
      end: match.end,
      rule: match.rule - rules.lowerBound,
      span: fact.tokens,
      captures: captures
    )
  }
}
