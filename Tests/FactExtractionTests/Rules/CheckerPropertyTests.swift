import FactExtraction
import StandardRules
import Testing
import TextEngine

@testable import RuleLanguage

/// What the checks of rules claim is what rules do when they run.
struct CheckerPropertyTests {
  private static let dictionary = StandardLexicon.dictionary

  // MARK: Required fields

  private static let values = [
    "text(x)", "text(y)", "text(x) ?? text(y)", "text(y) ?? text(x)", "text(x) ++ text(y)",
    "when(x, \"a\") ?? text(y)", "w.f ?? text(x)", "w.f", "w.f ?? w.g ?? text(y)",
  ]

  private static let patterns = [
    "x:any y:[noun] w:@kept", "( x:[noun] | y:any ) w:( @kept | [@kept] )",
    "x:any? y:any w:[@kept]? any",
    "( x:[noun]{1,2} | [lower] ) y:any* w:( @kept | any )",
    "( x:any y:any | y:[noun] x:any ) w:[@kept | adj]",
    "x:( any | [noun] y:any ) w:@kept?", "w:[@kept & lower] x:( [noun]* [adj]+ ) y:any",
  ]

  @Test(arguments: 0..<6)
  func `a required field that passes the check is there in every fact`(seed: Int) throws {
    var random = RandomRules(generator: SeededGenerator(seed: seed))
    let count = 63
    var source = """
      list @kept { завод | f = a, g = b
                год | f = c
                =в | g = d }
      fact found { name: text required }
      cascade
      """ + " " + (0..<count).map { "p\($0)" }.joined(separator: " > ") + "\n" + RandomRules.lists
    for rule in 0..<count {
      var lines = random.clauses().split(separator: "\n").map(String.init)
      // The labels are in every pattern, but not on every way through each.
      let pattern = lines.removeFirst().dropFirst("match ".count)
      let labelled = Self.patterns[(rule / Self.values.count) % Self.patterns.count]
      source += """
        phase p\(rule)
        rule r -> found {
          match ( \(pattern) )? \(labelled)
          \(lines.joined(separator: "\n"))
          emit name = \(Self.values[rule % Self.values.count])
        }

        """
    }
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "Rules/random.rules", text: source)] + InlineRules.tokenRules,
      dictionary: Self.dictionary
    )
    let text = DiagnosticRenderer(compiled.sources).render(compiled.diagnostics)
    #expect(
      compiled.diagnostics.allSatisfy { ["R038", "R042", "R044", "R066"].contains($0.code) },
      "\(text)"
    )
    let flagged = Set(
      compiled.diagnostics.compactMap { diagnostic in
        compiled.origins.lastIndex { $0.name.span.start < diagnostic.range.span.start }
      }
    )
    let extractor = try Extractor(program: compiled.program, dictionary: Self.dictionary)
    var (facts, missing) = (0, 0)
    for _ in 0..<40 {
      let document = Document(text: SourceText(random.text()))
      for fact in extractor.extract(document).facts {
        let name = fact.fields.first ?? nil
        if flagged.contains(fact.rule) {
          if name == nil { missing += 1 }
          continue
        }
        facts += 1
        #expect(name != nil, "seed \(seed), \(compiled.program.rules[fact.rule].name)")
      }
    }
    #expect(facts > 20)
    // Not all is refused for nothing: some of what is refused would have been missing.
    #expect(missing > 0)
  }

  // MARK: Alternatives

  private static let parts = [
    "[noun]", "[noun & gen]", "[(noun & gen)]", "[noun & gen & sg]", "[noun | adj]", "[adj]", "any",
    "'завод'", "\"завода\"", "[\"завода\" | \"завод\"]", "=\"Новой\"", "\"новой\"",
    "[digits]", "[int 1..7]", "[int 5..12]", "[len 1..7]", "[len 2..5]", "[cap]", "[capital]", "@w",
    "[@w]", "<Num>", "<Num & len 1..2>", "[adj]? [noun]", "[adj]{0,2} [noun]", "[adj] [noun]",
    "agr([adj] [noun])", "agr[case]([adj] [noun])", "[noun & !gen]", "[(noun & !gen)]", "dash",
    "\"—\"", "\"и\" [noun]", "\"и\"? any", "([adj] | [noun]) any", "[adj] any",
  ]

  @Test func `an alternative that is called needless changes nothing`() throws {
    let rules = InlineRules.tokenRules
    let bytes = rules.first?.bytes ?? []
    let tokenizer = try Tokenizer(rules: bytes.span)
    let reader = WordReader(tokenizer: tokenizer, dictionary: Self.dictionary)
    var builder = NodeBuilder(
      definitions: [:],
      reader: reader,
      words: WordCover(reader: reader)
    )
    let nodes = Self.parts.map { part -> PatternNode? in
      let parsed = ParsedRuleFile(
        parsing: RuleSource(path: "x.rules", text: "def p = \(part)"),
        index: 0
      )
      guard case .definition(let definition)? = parsed.file.items.first?.kind else { return nil }
      return builder.node(of: definition.pattern)
    }
    var pairs: [(wide: Int, narrow: Int)] = []
    for wide in nodes.indices {
      for narrow in nodes.indices where wide != narrow {
        guard let first = nodes[wide], let second = nodes[narrow] else { continue }
        if first.covers(second, builder.words) { pairs.append((wide, narrow)) }
      }
    }
    #expect(pairs.count > 50)
    var source = RandomRules.lists + "fact found { name: text }\ncascade "
    source += pairs.indices.map { "a\($0) > b\($0)" }.joined(separator: " > ") + "\n"
    for (number, pair) in pairs.enumerated() {
      let (wide, narrow) = (Self.parts[pair.wide], Self.parts[pair.narrow])
      source += "phase a\(number)\nrule r -> found { match \(wide) }\n"
      source += "phase b\(number)\nrule r -> found { match ( \(wide) ) | ( \(narrow) ) }\n"
    }
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "Rules/pairs.rules", text: source)] + rules,
      dictionary: Self.dictionary
    )
    #expect(compiled.diagnostics.isEmpty)
    let engine = try Engine(program: compiled.program, dictionary: Self.dictionary)
    var random = RandomRules(generator: SeededGenerator(seed: 1))
    var matched = 0
    for _ in 0..<150 {
      let text = random.text()
      engine.begin(SourceText(text))
      for (number, pair) in pairs.enumerated() {
        let alone = engine.run(phase: 2 * number).map(\.tokens)
        let both = engine.run(phase: 2 * number + 1).map(\.tokens)
        matched += alone.count
        #expect(
          alone == both,
          "\(Self.parts[pair.wide]) covers \(Self.parts[pair.narrow]), not in «\(text)»"
        )
      }
    }
    #expect(matched > 1_000)
  }
}
