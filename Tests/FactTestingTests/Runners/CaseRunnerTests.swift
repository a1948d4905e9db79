import FactTesting
import RuleLanguage
import Testing
import TextEngine

/// How the facts of cases come out.
@Suite struct CaseRunnerTests {
  private func result(_ text: String) throws -> TestResult {
    try #require(try SmallRules.results(ofCases: text).first)
  }

  @Test func `a case that holds has all its facts passed`() throws {
    let result = try result("== A\nБыло [1:20] и [2:30].\n--\n2 number value=30.0\n1 number\n")
    #expect(result.status == .passed)
    #expect(result.counts[.passed] == 2)
  }

  @Test(arguments: [
    ("[1:20 домов]", "1 number", [FactStatus.movedSpan]), ("[1:пусто]", "1 number", [.missing]),
    ("20", "", [.noisy]), ("[1:20]", "1 number value=21", [.wrongField]),
    ("[1:20]", "1 number valu=20", [.faulty]), ("[1:20]", "1 number type=null", [.wrongField]),
    ("[1:20] и 30", "1 number value=2", [.wrongField, .noisy]),
    ("[1:пусто] 20 [2:30]", "1 number\n2 number", [.missing, .noisy]),
    // Of two facts inside the wanted one, that which shares more has moved; the other is noise.
    ("[1:7 и 2025]", "1 number", [.movedSpan, .noisy]),
  ])
  func `a fact has its status`(text: String, lines: String, statuses: [FactStatus]) throws {
    let result = try result("== A\nБыло \(text).\n--\n\(lines)\n")
    #expect(result.failures.map(\.status) == statuses)
    #expect(result.status == .failed)
    for status in FactStatus.allCases where status != .passed {
      #expect(result.counts[status] == statuses.count { $0 == status })
    }
  }

  @Test func `the longer of two overlapping facts has moved`() throws {
    let result = try result("== A\nБыло [1:7 и 2025].\n--\n1 number\n")
    #expect(result.failures.map(\.got?.text) == ["2025", "7"])
  }

  @Test func `a failure has the line of its expectation`() throws {
    let result = try result("== A\n[1:пусто] [2:5]\n--\n\n2 number value=6\n1 number\n")
    #expect(result.failures.map(\.place.line) == [5, 6])
    #expect(result.place.line == 1)
  }

  @Test func `facts of other kinds over the words are told`() throws {
    let result = try result("== A\nитоги [1:за 2025 год]\n--\n1 number\n")
    #expect(result.failures.map(\.status) == [.movedSpan])
    #expect(result.failures.first?.takers.map(\.rule) == ["date.in_year"])
  }

  @Test func `a kind that the rules do not have is a fault of the file`() throws {
    let program = try SmallRules.compiled.get().program
    let file = CaseFile("== A\nа\n--\n", path: "x/nubmer/a.cases", kind: "nubmer")
    let fault = try #require(file.kindFault(for: program))
    #expect(fault.message.hasPrefix("the rules have no kind `nubmer`; did you mean `number`?"))
    var plan = TestPlan()
    plan.add(file, gaps: KnownGaps(), for: program)
    #expect(plan.items.count == 1)
    let other = CaseFile("", path: "x/y/a.cases", kind: "y").kindFault(for: program)
    #expect(other?.message.contains("they have `number`, `date`") == true)
  }

  @Test(arguments: [
    ("year", true), ("year.value", true), ("text", true), ("year.valu", false),
    ("text.value", false), ("yaer", false), ("year.unit.lemma", true),
  ])
  func `a member of the fact that is referred to is a field`(name: String, isKnown: Bool) throws {
    let file = CaseFile(
      "== A\nитоги [1:за 2025 год]\n--\n1 date \(name)=х\n",
      path: "x/date/a.cases",
      kind: "date"
    )
    let runner = try CaseRunner(SmallRules.extractor())
    let result = runner.run(try #require(file.cases.first), path: file.path)
    #expect(result.failures.map(\.status) == [isKnown ? .wrongField : .faulty])
  }
}
