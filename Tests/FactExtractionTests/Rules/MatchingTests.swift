import FactExtraction
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// What rules find, by the reference of the rule language.
@Suite struct MatchingTests {
  @Test(arguments: [
    ("match \"а\" x:\"б\"? emit a = text(x)", "а б а", ["[а б] a=б", "[а]"]),
    ("match \"а\" | \"а\" \"б\" emit a = \"да\"", "а б", ["[а б] a=да"]),
    ("match x:\"а\" any | x:( \"а\" \"б\" ) emit a = text(x)", "а б", ["[а б] a=а"]),
    ("match x:any+ y:any* \"б\" emit a = text(x), b = text(y)", "а а б", ["[а а б] a=а а"]),
    ("match x:any+? y:any* \"б\" emit a = text(x), b = text(y)", "а а б", ["[а а б] a=а b=а"]),
    ("match \"а\" unless after \"б\" emit a = \"да\"", "а в а б", ["[а] a=да"]),
    ("match \"а\" unless before \"б\" emit a = \"да\"", "б а в а", ["[а] a=да"]),
    ("match \"а\" unless before bos emit a = \"да\"", "а в а", ["[а] a=да"]),
    ("match \"а\" unless inside <Quoted> emit a = \"да\"", "«а» и а", ["[а] a=да"]),
    ("match [!name] emit a = \"да\"", "Вера завод", ["[завод] a=да"]),
    ("match x:any \"и\" x:any emit s = spans(x)", "а и б", ["[а и б] s=а | б"]),
    ("match x:\"а\"? y:\"б\" emit a = x ?? y ?? \"в\"", "б а б", ["[б] a=б", "[а б] a=а"]),
    ("match n:<Num> emit n = (n.value + 2) * 3 - 1", "5 и 1,5", ["[5] n=20", "[1,5] n=9.5"]),
    ("match x:any \"б\" span x emit a = text(x) ++ \"!\"", "а б", ["[а] a=а!"]),
    ("match q:<Quoted> emit a = inner(q), b = lower(inner(q))", "«Газ»", ["[«Газ»] a=Газ b=газ"]),
    ("match y:[digits] emit d = ymd(2025, 2, value(y))", "28 и 30", ["[28] d=2025-02-28"]),
  ])
  func `a rule finds what it says`(clauses: String, text: String, facts: [String]) throws {
    #expect(try InlineRules.rule(clauses).facts(in: text) == facts)
  }

  @Test func `a rule set without rules finds nothing, whatever its lists find`() throws {
    for rules in ["", "cascade main\n", "cascade main\nlist @kind { дом }\nphase main\n"] {
      let source = RuleSource(path: "Rules/inline.rules", text: rules)
      let compiled = try RuleCompiler.compile(
        [source] + InlineRules.tokenRules,
        dictionary: StandardLexicon.dictionary
      )
      let engine = try Engine(
        program: compiled.program,
        dictionary: StandardLexicon.dictionary
      )
      engine.begin(SourceText("Было 20 «домов» на svodka.kz"))
      #expect(compiled.program.phases.indices.allSatisfy { engine.run(phase: $0).isEmpty })
    }
  }

  @Test func `the stronger of two overlapping matches wins`() throws {
    let first = "rule one -> found { match \"а\" \"б\" emit a = \"1\" }\n"
    let second = "rule two -> found { match \"б\" \"в\" \"г\" emit a = \"2\" }\n"
    let order = { (rules: String, text: String) in
      try InlineRules.phase(rules).facts(in: text)
    }
    // The longer one, the earlier one, the one with priority.
    #expect(try order(first + second, "а б в г") == ["[б в г] a=2"])
    #expect(
      try order(first + "rule two -> found { match \"б\" \"в\" emit a = \"2\" }", "а б в")
        == ["[а б] a=1"]
    )
    #expect(
      try order(first.replacing("emit", with: "priority 1 emit") + second, "а б в г")
        == ["[а б] a=1"]
    )
    // The same place: the rule that stands first. Another pool: both.
    let same = "rule two -> found { match \"а\" \"б\" emit a = \"2\" }"
    #expect(try order(first + same, "а б") == ["[а б] a=1"])
    #expect(
      try order(first + second.replacing("emit", with: "pool aside emit"), "а б в г")
        == ["[а б] a=1", "[б в г] a=2"]
    )
    // A block takes words and gives nothing.
    #expect(try order(first + "block two { match \"а\" \"б\" \"в\" }", "а б в") == [])
  }

  @Test(arguments: [
    ("новой компании", true), ("новая компания", true), ("новый компании", false),
    ("новых больших компаний", true), ("новых большая компаний", false), ("компании", true),
    ("новой и большой компании", false),
  ])
  func `words of a group agree`(text: String, agrees: Bool) throws {
    let rules = try InlineRules.rule("match bos x:agr( [adj]{0,2} [noun]^ ) eos emit a = nom(x)")
    #expect(rules.facts(in: text).isEmpty != agrees)
  }

  @Test func `agreement can be of some categories, and parts can be free of it`() throws {
    let byCase = try InlineRules.rule("match bos agr[case]( [noun] [noun] ) eos emit a = \"да\"")
    #expect(byCase.facts(in: "завода компании").count == 1)
    #expect(byCase.facts(in: "завода компанией").isEmpty)
    let free = try InlineRules.rule(
      "match bos agr( [adj] free([noun]) [noun] ) eos emit a = \"да\""
    )
    #expect(free.facts(in: "новый компании завод").count == 1)
    #expect(free.facts(in: "новый завод компании").isEmpty)
  }

  @Test(arguments: [
    ("5 студентов", true), ("5 студента", false), ("2 студента", true), ("21 студент", true),
    ("в 5 студентах", true), ("1,5 студента", true),
  ])
  func `a numeral governs its noun`(text: String, holds: Bool) throws {
    let rules = try InlineRules.rule(
      "match n:<Num> x:[noun] where counted(n, x) emit a = \"да\"",
      with: InlineRules.numerals
    )
    #expect(rules.facts(in: text).isEmpty != holds)
  }

  @Test(arguments: [
    ("министр заявил", true), ("министра заявил", false), ("министр заявила", false),
    ("министры заявили", true), ("компания сообщила", true),
  ])
  func `a subject agrees with its verb`(text: String, holds: Bool) throws {
    let rules = try InlineRules.rule(
      "match s:[noun] v:[verb & past] where subject(s, v) emit a = \"да\""
    )
    #expect(rules.facts(in: text).isEmpty != holds)
  }
}
