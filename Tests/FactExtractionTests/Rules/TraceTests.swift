import FactExtraction
import RuleLanguage
import StandardRules
import Testing

@testable import TextEngine

/// What is traced for explanations is what the engine does.
@Suite struct TraceTests {
  /// The matches of a rule as its traces have them: the longest accepted one at each token that no other covers.
  private func traced(_ rule: Int, phase: Int, _ engine: Engine) -> [String] {
    var found: [String] = []
    for window in engine.windows(ofPhase: phase) {
      var token = window.lowerBound
      while token < window.upperBound {
        let trace = engine.trace(rule: rule, at: token, window: window)
        if let match = trace.accepted {
          found.append(description(token..<match.end, match.path))
          token = match.end
        } else {
          token += 1
        }
      }
    }
    return found
  }

  private func description(_ tokens: Range<Int>, _ path: MatchPath) -> String {
    let events = path.events.map { event in
      "\(event.kind) \(event.start)-\(event.end) \(event.value) \(event.cells.rawValue)"
    }
    return "\(tokens) \(events)"
  }

  @Test(arguments: 100..<106)
  func `traces of random rules end where the engine's matches do`(seed: Int) throws {
    var random = RandomRules(generator: SeededGenerator(seed: seed))
    let count = 60
    var source = RandomRules.lists + "cascade main\nfact found { name: text }\nphase main\n"
    for rule in 0..<count { source += "rule r\(rule) -> found {\n  \(random.clauses())\n}\n" }
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "Rules/random.rules", text: source)] + InlineRules.tokenRules,
      dictionary: StandardLexicon.dictionary
    )
    let engine = try Engine(program: compiled.program, dictionary: StandardLexicon.dictionary)
    var compared = 0
    for _ in 0..<10 {
      let text = random.text()
      engine.begin(SourceText(text))
      for rule in compiled.program.rules.indices {
        let want = engine.candidates(phase: 0, onlyRule: rule, nil)
          .map { description($0.tokens, $0.path) }
        // Where ways were dropped, the two need not drop the same ones.
        if engine.limits.contains(.registers) { continue }
        let got = traced(rule, phase: 0, engine)
        #expect(got == want, "seed \(seed), «\(text)», \(compiled.program.rules[rule].name)")
        compared += want.count
      }
    }
    #expect(compared > 100)
  }

  private func trace(_ clauses: String, _ text: String, at token: Int = 0) throws -> RuleTrace {
    let rules = try InlineRules.rule(clauses)
    let engine = rules.extractor.engine
    engine.begin(SourceText(text))
    let window = try #require(engine.windows(ofPhase: 0).first)
    return engine.trace(rule: 0, at: token, window: window)
  }

  @Test func `the way that got furthest and what stopped it are told`() throws {
    let trace = try trace("match agr([adj] [noun]^) \"и\" 'завод'", "новая компания и город")
    #expect(trace.accepted == nil)
    #expect(trace.reach == 3)
    #expect(trace.path.map(\.tokens) == [0..<1, 1..<2, 2..<3])
    #expect(trace.stops.map(\.reason) == [.test])
  }

  @Test func `words that agree with nothing before them are told apart from wrong words`() throws {
    let trace = try trace("match agr([adj] [noun]^)", "новая завод")
    #expect(trace.reach == 1)
    guard case .disagreement(let own, let shared)? = trace.stops.first?.reason else {
      Issue.record("\(trace.stops)")
      return
    }
    #expect(!own.isEmpty && !shared.isEmpty)
    #expect(own.isDisjoint(with: shared))
  }

  @Test func `the end of a sentence stops a rule`() throws {
    let trace = try trace("match [noun] [verb]", "завод")
    #expect(trace.stops.map(\.reason) == [.windowEnd])
  }

  @Test func `what refuses a match is told`() throws {
    let after = try trace("match [noun] unless after \"и\"", "завод и город")
    #expect(after.candidates.map(\.refusal) == [.context(0)])
    let inside = try trace("match [noun] unless inside <Quoted>", "«завод»", at: 1)
    #expect(inside.candidates.map(\.refusal) == [.inside(0)])
    let condition = try trace("match a:[noun] b:[noun] where differ(a, b)", "завод завод")
    #expect(condition.candidates.map(\.refusal) == [.condition(0)])
  }

  @Test func `losers name the strongest winner that took their words`() throws {
    let rules = try InlineRules.phase(
      """
      rule short -> found { match 'завод' }
      rule long -> found { match [adj] 'завод' }
      rule first -> found { match [adj] priority 1 }
      """
    )
    let engine = rules.extractor.engine
    engine.begin(SourceText("новый завод"))
    let (winners, record) = engine.record(phase: 0)
    let names = engine.program.rules.map(\.name)
    #expect(winners.map { names[$0.rule] } == ["main.first", "main.short"])
    let lost = zip(record.candidates, record.killers).compactMap { candidate, killer in
      killer.map { "\(names[candidate.rule]) < \(names[record.candidates[$0].rule])" }
    }
    #expect(lost == ["main.long < main.first"])
  }
}
