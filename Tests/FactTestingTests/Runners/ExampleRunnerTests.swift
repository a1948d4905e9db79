import FactTesting
import RuleLanguage
import Testing

/// How the facts of examples come out, alone and in the cascade.
@Suite struct ExampleRunnerTests {
  /// One example in one way: the statuses of its facts, and what is told of them.
  private func failures(_ name: String, _ mode: ExampleRunner.Mode) throws -> [FactFailure] {
    let result = try SmallRules.results().first { $0.name == name && $0.mode == mode }
    return try #require(result).failures
  }

  @Test func `examples are numbered in their rule and have their places`() throws {
    let results = try SmallRules.results()
    #expect(results.count == 24 - 2)
    #expect(results.map(\.place.line) == results.map(\.place.line).sorted())
    let reject = try #require(results.first { $0.name == "number.plain, reject 2" })
    #expect(reject.place == TestPlace(path: "Rules/small.rules", line: 16, column: 10))
    #expect(reject.suite == "Rules/small.rules")
    #expect(reject.mode == .alone)
  }

  @Test func `an example that holds has all its facts passed`() throws {
    let results = try SmallRules.results().filter { $0.name == "number.plain, test 1" }
    #expect(results.map(\.status) == [.passed, .passed])
    #expect(results.map { $0.counts[.passed] } == [2, 2])
  }

  @Test func `a wrong field is told with both values, an unknown one with the nearest`() throws {
    let found = try failures("number.plain, test 2", .alone)
    #expect(found.map(\.status) == [.wrongField, .faulty])
    #expect(found.first?.fields == [FieldDifference(name: "value", want: "21", got: "20")])
    #expect(
      found.last?.notes == ["the kind `number` has no field `valu`; did you mean `value`?"]
    )
    #expect(found.last?.place.column == 42)
  }

  @Test func `words that a block took are missing in the cascade only`() throws {
    #expect(try failures("number.plain, test 3", .alone).isEmpty)
    let found = try failures("number.plain, test 3", .cascade)
    #expect(found.map(\.status) == [.missing])
    #expect(found.first?.takers.map(\.rule) == ["number.house"])
    #expect(found.first?.takers.map(\.kind) == [nil])
    #expect(found.first?.notes == [])
  }

  @Test func `another span of the rule has moved, and does not count as noise`() throws {
    for mode in ExampleRunner.Mode.allCases {
      let result = try #require(
        try SmallRules.results().first { $0.name == "number.plain, test 4" && $0.mode == mode }
      )
      #expect(result.failures.map(\.status) == [.movedSpan])
      #expect(result.failures.first?.want?.text == "20 домов")
      #expect(result.failures.first?.got?.text == "20")
      #expect(result.counts[.passed] == 1)
    }
  }

  @Test func `the rule that took the words is named`() throws {
    #expect(try failures("number.plain, test 5", .alone).isEmpty)
    let found = try failures("number.plain, test 5", .cascade)
    #expect(found.map(\.status) == [.missing])
    // A fact of another phase holds the words, too, but takes them from nobody in this one.
    #expect(found.first?.takers.map(\.rule) == ["number.year"])
    #expect(found.first?.takers.map(\.text) == ["2025 год"])
  }

  @Test func `what a reject finds is noise`() throws {
    let found = try failures("number.plain, reject 2", .alone)
    #expect(found.map(\.status) == [.noisy])
    #expect(found.first?.got?.text == "7")
  }

  @Test func `rules that lack a test or a reject are listed`() throws {
    let untested = UntestedRule.all(of: try SmallRules.compiled.get())
    #expect(untested.map(\.rule) == ["number.house", "number.year"])
    #expect(untested.map(\.lacksTest) == [true, false])
    #expect(untested.map(\.lacksReject) == [false, true])
    #expect(untested.map(\.place.line) == [18, 22])
  }
}
