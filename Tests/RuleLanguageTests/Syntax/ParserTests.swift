import RuleLanguage
import TextEngine
import Testing

@Suite struct ParserTests {
  /// Checks the dump of a text without faults.
  private func expect(
    _ text: String,
    _ dump: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let parsed = ParsedRuleFile(parsing: RuleSource(path: "x.rules", text: text), index: 0)
    #expect(parsed.diagnostics.map(\.message.text) == [], sourceLocation: sourceLocation)
    #expect(SyntaxDump.dump(parsed.file) == dump, sourceLocation: sourceLocation)
  }

  /// Checks the dump of a pattern.
  private func expectPattern(
    _ text: String,
    _ dump: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect("def p = \(text)", "(def p \(dump))", sourceLocation: sourceLocation)
  }

  /// Checks the dump of an expression.
  private func expectExpression(
    _ text: String,
    _ dump: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    expect(
      "phase f\nrule r -> f { match \"a\" emit x = \(text) }",
      "(phase f)\n(rule f.r f\n  (match \"a\")\n  (emit (x \(dump))))",
      sourceLocation: sourceLocation
    )
  }

  @Test func `the head of a cascade is read`() {
    expect(
      """
      # the order
      language ru
      cascade number > date > organisation   # first to last
      use "months.rules"
      phase number
      phase quotation window paragraph
      phase date window sentence
      """,
      """
      (language ru)
      (cascade number date organisation)
      (use "months.rules")
      (phase number)
      (phase quotation paragraph)
      (phase date sentence)
      """
    )
  }

  @Test func `a fact has fields with types and modifiers`() {
    expect(
      """
      fact number { type: enum(cardinal, money) required
                    value: decimal   min: decimal key alias
                    unit.code: text  when: date  exact: bool  numeral: span  parts: spans
                    required: text required   who: ref(person) }
      """,
      """
      (fact number
        (type (enum cardinal money) required)
        (value decimal)
        (min decimal key alias)
        (unit.code text)
        (when date)
        (exact bool)
        (numeral span)
        (parts spans)
        (required text required)
        (who (ref person)))
      """
    )
  }

  @Test func `a list's entries are words of any script up to a bar or the line's end`() {
    expect(
      """
      list @mixed { =тенге     | code = KZT     # by form
                    доллар США | code = "US\\"D", rate = -1.5
                    ГОСТ "Р"   | alt
                    г.Астана 2-й Өзбеккалиева
                    = не менее | bound = at_least, alt

                    \\#5 a\\|b }
      list @short { один }
      list @none {}
      """,
      """
      (list @mixed
        (=тенге code=KZT)
        (доллар_США code="US"D" rate=-1.5)
        (ГОСТ_"Р" alt)
        (г.Астана_2-й_Өзбеккалиева)
        (=не_менее bound=at_least alt)
        (#5_a|b))
      (list @short
        (один))
      (list @none)
      """
    )
  }

  @Test func `a list may have its entries in a file`() {
    expect(
      """
      list @country from "countries.tsv" columns (code, region)
      list @city from "cities.tsv"
      """,
      """
      (list @country from "countries.tsv" (code region))
      (list @city from "cities.tsv" ())
      """
    )
  }

  @Test func `every atom of a pattern is read`() {
    expectPattern("\"г\"", "\"г\"")
    expectPattern("=\"США\"", "=\"США\"")
    expectPattern("'год'", "'год'")
    expectPattern("@month", "@month")
    expectPattern("[noun]", "[noun]")
    expectPattern("<Num>", "<Num>")
    expectPattern("<person & nom | gen & sg>", "<person (or nom (and gen sg))>")
    expectPattern("agr([adj] [noun])", "(agr (seq [adj] [noun]))")
    expectPattern("agr[case]( any )", "(agr[case] any)")
    expectPattern("agr[case number, gender](any)", "(agr[case,number,gender] any)")
    expectPattern("free(any)", "(free any)")
    expectPattern("( any )", "(group any)")
    expectPattern("np_gen", "np_gen")
    expectPattern(#""\"" '\'' "\\""#, #"(seq """ ''' "\")"#)
  }

  @Test func `a sequence binds tighter than alternatives`() {
    expectPattern("\"a\" \"b\" | 'в' | @c", "(or (seq \"a\" \"b\") 'в' @c)")
  }

  @Test func `quantifiers, heads and labels belong to their atom`() {
    expectPattern("any?", "any{0,1}")
    expectPattern("any*", "any{0,}")
    expectPattern("any+?", "any{1,}lazy")
    expectPattern("any??", "any{0,1}lazy")
    expectPattern("any{2}", "any{2,2}")
    expectPattern("any{0,4}?", "any{0,4}lazy")
    expectPattern("any{3,}", "any{3,}")
    expectPattern("x:[noun]^", "x:[noun]^")
    expectPattern("h : @authority^{1,2} y:(any)", "(seq h:@authority^{1,2} y:(group any))")
    expectPattern("span:any test:any", "(seq span:any test:any)")
    expectPattern("q:(any+?) \",\"? dash", "(seq q:(group any{1,}lazy) \",\"{0,1} dash)")
  }

  @Test func `predicates keep their parentheses`() {
    expectPattern("[adj & !short]", "[(and adj !short)]")
    expectPattern("[(adj & !short)]", "[(group (and adj !short))]")
    expectPattern("[a | b & !!c]", "[(or a (and b !!c))]")
    expectPattern("['год' & @list & =\"Год\" & \"года\"]", "[(and 'год' @list =\"Год\" \"года\")]")
    expectPattern(#"[/[А-Я]{2,5}\/#"x/ & latin]"#, #"[(and /[А-Я]{2,5}\/#"x/ latin)]"#)
    expectPattern("[int 1..31 & len 2..10]", "[(and int(1..31) len(2..10))]")
    expectPattern("[int 1 .. 31]", "[int(1..31)]")
  }

  @Test func `expressions have the operators' order`() {
    expectExpression("a ?? b ?? c", "(?? (?? a b) c)")
    expectExpression("a.b ++ \"/..\" ?? c", "(?? (++ a.b \"/..\") c)")
    expectExpression("1 + 2 * x - -3.50", "(- (+ 1 (* 2 x)) -3.50)")
    expectExpression("(a + b) * c", "(* (group (+ a b)) c)")
    expectExpression("ymd(y, m.n) ++ text()", "(++ (ymd y m.n) (text))")
    expectExpression("shift(\"day\", -1)", "(shift \"day\" -1)")
    expectExpression("n-1", "(- n 1)")
  }

  @Test func `a rule has every kind of clause`() {
    expect(
      """
      phase number
      rule money -> number {
        match  (b:@bound)? n:<Num>
               c:@currency
        where  counted(n, x), near(a, b, 5)
        unless before "х"
        unless after ("по" | "до")
        unless inside <organisation>
        emit   type = money, unit.code = c.code,
               value = n.value
        span n per n priority -10 pool aside off
        test   "из [3 млрд тенге]" { value: -3.5, unit.code: "KZT" type: money, x: null }
        test   "[5 тенге]"
        reject "дом 70"
      }
      block street { match 'улица' [int 1..31] }
      """,
      """
      (phase number)
      (rule number.money number
        (match (seq (group b:@bound){0,1} n:<Num> c:@currency))
        (where (counted n x) (near a b 5))
        (unless before "х")
        (unless after (group (or "по" "до")))
        (unless inside <organisation>)
        (emit (type money) (unit.code c.code) (value n.value))
        (span n)
        (per n)
        (priority -10)
        (pool aside)
        (off)
        (test "из 3 млрд тенге" [3 млрд тенге] value:-3.5 unit.code:"KZT" type:money x:null)
        (test "5 тенге" [5 тенге])
        (reject "дом 70"))
      (block number.street
        (match (seq 'улица' [int(1..31)])))
      """
    )
  }

  @Test func `the words of clauses may name fields and values`() {
    expect(
      """
      phase p
      rule r -> f {
        match  test:any
        emit   type = off, span = test, match.list = span(test), rule = "x"
      }
      """,
      """
      (phase p)
      (rule p.r f
        (match test:any)
        (emit (type off) (span test) (match.list (span test)) (rule "x")))
      """
    )
  }

  @Test func `a rule stands under the last phase before it`() {
    expect(
      "phase a\nblock x { match any }\nphase b\ndef q = any\nblock y { match q }",
      """
      (phase a)
      (block a.x
        (match any))
      (phase b)
      (def q any)
      (block b.y
        (match q))
      """
    )
  }

  @Test func `examples mark spans, nested and one after the other`() {
    let text = #"""
      phase p
      block b {
        match any
        test "[[Совет] НАО \"Talap\"] \[1\] и [Ө]¶— Да"
        reject "\[a\] \\ \¶"
      }
      """#
    expect(
      text,
      #"""
      (phase p)
      (block p.b
        (match any)
        (test "Совет НАО "Talap" [1] и Ө\n— Да" [Совет НАО "Talap"] [Совет] [Ө])
        (reject "[a] \ ¶"))
      """#
    )
  }

  @Test func `a file may have Windows line ends, a byte order mark and no-break spaces`() {
    expect(
      "\u{FEFF}language\u{A0}ru\r\nlist @a {\r\n  один\u{A0}два\r\n  =три | n = 3\r\n}\r\n",
      "(language ru)\n(list @a\n  (один_два)\n  (=три n=3))"
    )
  }

  @Test func `ranges hold what they name`() throws {
    let source = RuleSource(
      path: "x.rules",
      text: "phase p\nrule r -> f {\n  match x:@год? 'лет'\n  emit a.b = f(x, 2) ?? \"ы\"\n}\n"
    )
    let parsed = ParsedRuleFile(parsing: source, index: 3)
    // A list's name of Cyrillic letters is a fault, but is read.
    #expect(parsed.diagnostics.map(\.code) == ["R104"])
    let item = try #require(parsed.file.items.last)
    #expect(source.string(in: item.range.span).hasPrefix("rule r"))
    #expect(source.string(in: item.range.span).hasSuffix("}"))
    guard case .rule(let rule) = item.kind else { throw Mismatch() }
    #expect(rule.name.range.file == 3)
    #expect(source.string(in: try #require(rule.fact).range.span) == "f")
    let match = try #require(rule.clauses.first)
    #expect(source.string(in: match.range.span) == "match x:@год? 'лет'")
    #expect(source.string(in: match.keyword.span) == "match")
    guard case .match(let pattern) = match.kind, case .sequence(let parts) = pattern.kind,
      case .element(let element) = parts.first?.kind
    else { throw Mismatch() }
    #expect(source.string(in: element.atom.range.span) == "@год")
    #expect(source.string(in: try #require(element.quantifier).span) == "?")
    guard case .emit(let assignments) = rule.clauses.last?.kind else { throw Mismatch() }
    #expect(
      source.string(in: try #require(assignments.first).value.range.span) == "f(x, 2) ?? \"ы\""
    )
  }

  private struct Mismatch: Error {}
}
