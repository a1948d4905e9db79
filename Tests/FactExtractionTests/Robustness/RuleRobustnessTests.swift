import FactExtraction
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Any rule text gives a program or faults, soon; what compiles without an error runs.
@Suite struct RuleRobustnessTests {
  /// Every construct of the language, and no fault.
  static let rich = #"""
    language ru
    cascade main > second
    fact found { kind: enum(one, two) required   value: decimal   name: text key   short: text alias
                 when: date   whole: span   parts: spans   sure: bool   by: ref(other)   unit.code: text }
    fact other { name: text }
    list @unit { =тенге | code = KZT, n = 1
                 рубль  | code = RUB, n = -2.5
                 доллар США | code = "US\"D" }
    def year = y:[int 1000..2100] ('год' | "г" "."?)?
    def phrase = agr( [adj & gen]{0,3} [(noun & !name)]^ )
    phase main
    rule money -> found {
      match  (b:[lower])?? n:<Num> u:@unit | h:phrase free(dash)? agr[case number](x:[adj]{1,2} z:[noun]^)
      where  counted(n, u), differ(x, z), near(x, z)
      unless after ("по" | "до") unless before any{1,2} glue unless inside <Quoted>
      emit   kind = one, value = (n.value + 1.5) * u.n - 2, name = nom(h) ?? text(u) ?? "х" ++ lower(text(z)),
             unit.code = u.code, whole = span(n), parts = spans(x), sure = true, short = form(z, "gen pl")
      priority 2  pool aside  per n
      test   "дали [3 рубля] за [3 рубля]" { value: 3, unit.code: "RUB" }
      reject "дом 70"
    }
    block late { match year eos | bop <Bracketed & len 1..3> reject "в 2019 г. \[1\]¶и" }
    phase second window paragraph
    rule again -> other {
      match  q:<Quoted & cap> [/[А-Я]{2,5}/ | ="США" & len 2..4 | (adj & !short) & !@unit]+? o:<found & nom>
      where  subject(q, o), sameform(q, o)
      emit   name = inner(q) ++ upper(lemma(o)) ++ o.name
      span   q
      off
      test "«[А]»"
      reject "б"
    }

    """#

  private static let texts = [
    "Дали более 3 тенге и 5,5 доллара США за «Новый завод» (АФМ) в 2019 г. Иван по новой компании.",
    "— Мы, — сказал он, — за большие города! В 1999 году «США» купил 7 рублей.\n5 рублей до утра",
  ]

  /// Break rules that ICU compiles in no time; what they cut is of no matter here.
  private static let tokenRules = RuleSource(
    path: "Rules/tokens.rbbi",
    text: "!!chain;\n[[:L:][:N:]]+ {5};\n[[:Zs:]]+ {1};\n"
  )

  /// Compiles text and runs it where it can be run.
  private func check(_ text: [UInt8], _ origin: String, runs: Bool = true) throws {
    let compiled = try RuleCompiler.check(
      [
        RuleSource(path: "Rules/x.rules", bytes: text),
        runs ? Self.realTokenRules : Self.tokenRules,
      ],
      dictionary: StandardLexicon.dictionary
    )
    for diagnostic in compiled.diagnostics {
      let span = diagnostic.range.span
      let count = compiled.sources[diagnostic.range.file]?.bytes.count ?? -1
      #expect(0 <= span.start && span.start <= span.end && span.end <= count, "\(origin)")
    }
    let some = Array(compiled.diagnostics.prefix(2))
    #expect(DiagnosticRenderer(compiled.sources).render(some).isEmpty == some.isEmpty)
    guard runs, !compiled.diagnostics.hasErrors else { return }
    let extractor = try Extractor(
      program: compiled.program,
      dictionary: StandardLexicon.dictionary
    )
    for text in Self.texts {
      let document = Document(text: SourceText(text))
      let found = extractor.extract(document)
      var json = JSONWriter()
      FactWriter(program: compiled.program).write(found, of: document, to: &json)
      #expect(found.facts.allSatisfy { $0.span.end <= text.utf8.count }, "\(origin)")
    }
  }

  private static let realTokenRules =
    InlineRules.tokenRules.first ?? RuleSource(path: "tokens.rbbi", text: "")

  @Test func `the rich file has no errors and runs`() throws {
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "x.rules", text: Self.rich)] + InlineRules.tokenRules,
      dictionary: StandardLexicon.dictionary
    )
    #expect(DiagnosticRenderer(compiled.sources).render(compiled.diagnostics) == "")
    try check(Array(Self.rich.utf8), "the rich file")
  }

  @Test func `every prefix of a valid file compiles or is refused`() throws {
    let bytes = Array(Self.rich.utf8)
    for count in 0...bytes.count {
      try check(Array(bytes.prefix(count)), "prefix of \(count) bytes", runs: false)
    }
    for count in stride(from: 0, to: bytes.count, by: 211) {
      try check(Array(bytes.prefix(count)), "prefix of \(count) bytes")
    }
  }

  @Test func `prefixes of the shipped rules compile or are refused`() throws {
    for source in StandardRules.sources where source.path.hasSuffix(".rules") {
      // In the large files of lists, one is enough.
      for share in source.bytes.count > 10_000 ? [2] : [1, 2, 3] {
        let count = source.bytes.count * share / 4 + share
        try check(Array(source.bytes.prefix(count)), "\(source.path), \(count) bytes", runs: false)
      }
    }
  }

  @Test func `a valid file with random changes compiles or is refused`() throws {
    for seed in 0..<400 {
      var random = RandomTexts(generator: SeededGenerator(seed: seed))
      try check(Array(random.damaged(Self.rich).utf8), "seed \(seed)", runs: seed % 20 == 0)
    }
  }

  @Test func `random pieces of the language compile or are refused`() throws {
    let pieces = Self.rich.split { " \n".contains($0) }.map(String.init)
    for seed in 0..<400 {
      var generator = SeededGenerator(seed: seed)
      var text =
        "cascade main > second\nfact found { name: text }\nphase main\nrule r -> found { match "
      for _ in 0..<Int.random(in: 0...25, using: &generator) {
        text += generator.pick(pieces) + " "
      }
      try check(Array((text + "}").utf8), "seed \(seed)", runs: seed % 20 == 0)
    }
  }

  @Test func `a valid file with lines in another order compiles or is refused`() throws {
    let lines = Self.rich.split(separator: "\n").map(String.init)
    for seed in 0..<150 {
      var generator = SeededGenerator(seed: seed)
      var changed = lines
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        changed.swapAt(
          Int.random(in: changed.indices, using: &generator),
          Int.random(in: changed.indices, using: &generator)
        )
      }
      let text = changed.joined(separator: "\n") + "\n"
      try check(Array(text.utf8), "seed \(seed)", runs: seed % 20 == 0)
    }
  }
}
