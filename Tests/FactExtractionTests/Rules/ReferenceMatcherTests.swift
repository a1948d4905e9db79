import RuleLanguage
import StandardRules
import Testing

@testable import TextEngine

/// The fast matcher finds what the plain one finds: the same spans, the same captures, the same winners.
@Suite struct ReferenceMatcherTests {
  /// How many rule sets are made, of how many phases each, and on how many texts they run.
  private static let (sets, phases, texts) = (8, 40, 12)

  @Test(arguments: 0..<sets)
  func `random rules find what the reference says`(seed: Int) throws {
    var random = RandomRules(generator: SeededGenerator(seed: seed))
    var source = RandomRules.lists
    source += "cascade " + (0..<Self.phases).map { "p\($0)" }.joined(separator: " > ") + "\n"
    source += "fact found { name: text }\n"
    for phase in 0..<Self.phases {
      source += "phase p\(phase)\n"
      for rule in 0..<2 { source += "rule r\(rule) -> found {\n  \(random.clauses())\n}\n" }
    }
    let rules = RuleSource(path: "Rules/random.rules", text: source)
    let compiled = try RuleCompiler.compile(
      [rules] + InlineRules.tokenRules,
      dictionary: StandardLexicon.dictionary
    )
    // A rule that can match nothing, or a context without a limit, is told and left out: that is no difference.
    let left = compiled.diagnostics.filter { !["R042", "R044"].contains($0.code) }
    #expect(left.isEmpty, "\(DiagnosticRenderer(compiled.sources).render(left))")
    let faulty = Set(compiled.diagnostics.map { line(of: $0.range, in: compiled.sources) })

    let engine = try Engine(program: compiled.program, dictionary: StandardLexicon.dictionary)
    let reference = ReferenceMatcher(engine: engine)
    let syntax = Self.rules(in: ParsedRuleFile(parsing: rules, index: 0).file)
    var (compared, matched) = (0, 0)
    for _ in 0..<Self.texts {
      let text = random.text()
      engine.begin(SourceText(text))
      for (place, phase) in compiled.program.phases.enumerated() {
        let own = syntax.filter { $0.phase?.text == phase.name }
        guard phase.rules.count == own.count,
          faulty.isDisjoint(with: own.map { $0.name.range.span.start })
        else { continue }
        reference.gaveUp = false
        let want = reference.winners(own.compactMap(ReferenceMatcher.Rule.init))
        if reference.gaveUp { continue }
        let got = engine.run(phase: place).map { found(of: $0, phase.rules, compiled.program) }
        compared += 1
        matched += got.count
        #expect(
          got.sorted() == want,
          "seed \(seed), text «\(text)», rules:\n\(own.map { Self.text(of: $0, source) }.joined(separator: "\n"))"
        )
      }
    }
    #expect(compared > 400)
    #expect(matched > 200)
  }

  /// The rules of a file, in their order.
  private static func rules(in file: RuleFile) -> [RuleSyntax] {
    file.items.compactMap { item in
      if case .rule(let rule) = item.kind { rule } else { nil }
    }
  }

  private static func text(of rule: RuleSyntax, _ source: String) -> String {
    rule.clauses.map { clause in
      let bytes = Array(source.utf8)[clause.range.span.start..<clause.range.span.end]
      return String(decoding: bytes, as: UTF8.self)
    }.joined(separator: "\n  ")
  }

  /// The start of the name of the rule in which a place lies.
  private func line(of range: SourceRange, in sources: RuleSourceSet) -> Int {
    guard let source = sources[range.file] else { return 0 }
    let rules = Self.rules(in: ParsedRuleFile(parsing: source, index: range.file).file)
    return rules.last { $0.name.range.span.start <= range.span.start }?.name.range.span.start ?? 0
  }

  private func found(
    of match: Match,
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
      captures: captures
    )
  }
}
