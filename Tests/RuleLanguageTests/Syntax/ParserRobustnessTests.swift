import RuleLanguage
import Testing
import TextEngine

/// Any bytes give a tree and faults, soon.
@Suite struct ParserRobustnessTests {
  /// A generator whose numbers depend on its seed alone (SplitMix64).
  private struct Generator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// Has every construct and no fault.
  private static let valid = #"""
    language ru
    cascade number > date > quotation
    use "months.rules"
    fact number { type: enum(cardinal, money) required   value: decimal key
                  unit.code: text alias  who: ref(person) }
    list @bound { =около     | bound = about   # точно
                  не менее   | bound = at_least, rate = -1.5, alt
                  г. "Ө\|"   | name = "город \"А\"" }
    list @country from "countries.tsv" columns (code, region)
    def year = y:[int 1000..2100] ('год' | "г" "."?)?
    phase number
    rule money -> number {
      match  (b:@bound)?? n:<Num & !gen> agr[case, number]( [adj]{0,2} free(dash) x:[(noun | 'год') & !"лет"]^ )
             ="США"{1,} [/[А-Я]{2}\/x/ & len 2..10 & ="А"]*
      where  counted(n, x), near(n, x, 5)
      unless after ("по" | "до") unless before any{2} unless inside <organisation & gen>
      emit   type = money, value = (n.value + 1.5) * -2 - x, unit.code = c.code ?? "х" ++ text(x, y.z)
      span n per n priority -3 pool aside
      test   "из [[3] млрд \"тенге\"] \[1\]¶и [5]" { value: 3000000000, unit.code: "KZT" }
      reject "дом 70"
    }
    phase quotation window paragraph
    block late { match year off }

    """#.replacing("<organisation & gen>", with: "<organisation>")

  private func parse(_ bytes: [UInt8]) -> ParsedRuleFile {
    ParsedRuleFile(parsing: RuleSource(path: "x.rules", bytes: bytes), index: 0)
  }

  /// Parses and renders, and checks what always holds.
  private func check(_ bytes: [UInt8], _ origin: @autoclosure () -> String) {
    let source = RuleSource(path: "x.rules", bytes: bytes)
    let parsed = ParsedRuleFile(parsing: source, index: 0)
    let places = parsed.diagnostics.flatMap { [$0.range] + $0.labels.map(\.range) }
    let inside = places.allSatisfy {
      $0.span.start >= 0 && $0.span.start <= $0.span.end && $0.span.end <= bytes.count
    }
    #expect(inside, "\(origin())")
    let ordered = zip(parsed.file.items, parsed.file.items.dropFirst()).allSatisfy {
      $0.range.span.end <= $1.range.span.start
    }
    #expect(ordered, "\(origin())")
    let isIncomplete = parsed.file.items.contains { item in
      if case .rule(let rule) = item.kind { rule.isIncomplete } else { false }
    }
    #expect(!isIncomplete || !parsed.diagnostics.isEmpty, "\(origin())")
    // Rendering takes far longer than reading; some of the faults of each text show whether it holds.
    let some = Array(parsed.diagnostics.prefix(3) + parsed.diagnostics.suffix(3))
    let rendered = DiagnosticRenderer(RuleSourceSet([source])).render(some)
    #expect(rendered.isEmpty == parsed.diagnostics.isEmpty)
  }

  @Test func `the valid file is valid`() {
    #expect(parse(Array(Self.valid.utf8)).diagnostics.map(\.message.text) == [])
  }

  @Test func `every prefix of a valid file is read`() {
    let bytes = Array(Self.valid.utf8)
    for count in 0...bytes.count { check(Array(bytes.prefix(count)), "prefix of \(count) bytes") }
  }

  @Test func `every suffix of a valid file is read`() {
    let bytes = Array(Self.valid.utf8)
    for count in 0...bytes.count { check(Array(bytes.suffix(count)), "suffix of \(count) bytes") }
  }

  @Test func `random bytes are read`() {
    for seed in 0..<1000 {
      var generator = Generator(state: UInt64(seed))
      let count = Int.random(in: 0...300, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(bytes, "seed \(seed)")
    }
  }

  @Test func `random words of the language are read`() {
    let words =
      ItemsAndClauses.words + [
        "{", "}", "(", ")", "[", "]", "<", ">", "=", "|", ",", ":", "&", "!", "^", "?", "*", "+",
        "-", ".", "..", "->", "??", "++", "@", "@a", "\"г\"", "\"[г]\"", "'год'", "\"", "'", "/а/",
        "/", "#", "\\", "1", "2.5", "99999999999999999999", "int", "len", "agr", "free", "any",
        "name", "слово", "«", "\n", "\n", "\n", "enum", "text", "window", "from", "columns",
      ]
    for seed in 0..<4000 {
      var generator = Generator(state: UInt64(seed) &+ 10_000)
      let count = Int.random(in: 0...80, using: &generator)
      var text = ""
      for _ in 0..<count {
        text += words.randomElement(using: &generator) ?? ""
        if Bool.random(using: &generator) { text += " " }
      }
      check(Array(text.utf8), "seed \(seed)")
    }
  }

  @Test func `a valid file with random changes is read`() {
    let valid = Array(Self.valid.utf8)
    for seed in 0..<3000 {
      var generator = Generator(state: UInt64(seed) &+ 20_000)
      var bytes = valid
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let start = Int.random(in: 0..<bytes.count, using: &generator)
        let end = min(bytes.count, start + Int.random(in: 0...6, using: &generator))
        let from = Int.random(in: 0..<valid.count, using: &generator)
        let to = min(valid.count, from + Int.random(in: 0...12, using: &generator))
        bytes.replaceSubrange(start..<end, with: valid[from..<to])
      }
      check(bytes, "seed \(seed)")
    }
  }

  @Test func `a token missing from a valid file is a fault, or leaves another valid file`() {
    // A line whose word is gone must not vanish without a word said.
    let lines = Self.valid.split(separator: "\n", omittingEmptySubsequences: false)
    let whole = parse(Array(Self.valid.utf8)).file.items.count
    for (index, line) in lines.enumerated() {
      guard let word = line.split(separator: " ").first else { continue }
      var changed = lines
      changed[index] = line.dropFirst(line.count - (line.drop { $0 == " " }.count - word.count))
      let parsed = parse(Array(changed.joined(separator: "\n").utf8))
      #expect(parsed.file.items.count == whole || !parsed.diagnostics.isEmpty, "line \(index + 1)")
    }
  }

  @Test(arguments: [
    "(", "[", "[(", "<a & (", "agr(", "x:(", "!", "[!", "{", "a{", "|", "\"a\" ", "@", "free(",
    "\"", "/",
  ])
  func `a long run of one thing is read in little time`(part: String) {
    let run = String(repeating: part, count: 8_000 / part.utf8.count)
    for head in [
      "def a = ", "phase p\nrule r -> f {\n match ", "phase p\nrule r -> f {\n emit a = ",
      "list @a {",
      "fact a {", "", "phase p\nrule r -> f {\n match any test ",
    ] {
      check(Array((head + run).utf8), "\(head)\(part)…")
    }
  }

  @Test(arguments: [
    "mach \"a\"\n", "rul r -> f {\n", "emitt a = (\n", "tset [\n", "def a = (\n", "a | b = ,\n",
  ])
  func `a long run of faulty lines is read in little time`(line: String) {
    let run = String(repeating: line, count: 8_000 / line.utf8.count)
    for head in ["", "phase p\nrule r -> f {\nmatch\n", "list @a {\n", "fact a {\n"] {
      check(Array((head + run).utf8), "\(head)\(line)…")
    }
  }

  @Test func `a chain of operators is limited, not the stack's end`() {
    let chain = String(repeating: "a ?? b + ", count: 20_000) + "c"
    let text = "phase p\nrule r -> f { match any emit x = \(chain) }"
    #expect(parse(Array(text.utf8)).diagnostics.map(\.code) == ["R121"])
  }

  @Test func `brackets may nest 250 deep`() {
    let text =
      "def a = " + String(repeating: "(", count: 250) + "any" + String(repeating: ")", count: 250)
    #expect(parse(Array(text.utf8)).diagnostics == [])
  }

  @Test func `no more than a thousand faults of a file are reported`() {
    let text = String(repeating: "list @a { | }\n", count: 3000)
    let diagnostics = parse(Array(text.utf8)).diagnostics
    #expect(diagnostics.count == 1001)
    #expect(diagnostics.last?.code == "R199")
    #expect(diagnostics.hasErrors)
  }

  @Test func `random files of values are read`() {
    let parts = [
      "слово", "=", "\t", "\t", "\n", "KZ", "1.5", "\\", "#", "|", " ", "\r\n", "\u{FEFF}", "\"",
    ]
    for seed in 0..<1000 {
      var generator = Generator(state: UInt64(seed) &+ 30_000)
      let count = Int.random(in: 0...40, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      var bytes = Array(text.utf8)
      if seed % 3 == 0 { bytes.append(UInt8.random(in: 0...255, using: &generator)) }
      let source = RuleSource(path: "x.tsv", bytes: bytes)
      let parsed = ParsedListFile(parsing: source, index: 0, columns: ["a", "alt"])
      #expect(
        parsed.entries.allSatisfy { !$0.words.isEmpty && $0.features.count <= 1 },
        "seed \(seed)"
      )
    }
  }

  private enum ItemsAndClauses {
    static let words = [
      "language", "cascade", "use", "fact", "list", "def", "phase", "rule", "block", "match",
      "where", "unless", "emit", "span", "per", "priority", "pool", "off", "test", "reject",
      "before", "after", "inside", "required",
    ]
  }
}
