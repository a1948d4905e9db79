import FactTesting
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// A plan and the workers that run it.
@Suite struct TestCrewTests {
  private func plan() throws -> TestPlan {
    let compiled = try SmallRules.compiled.get()
    var plan = TestPlan()
    plan.add(examplesOf: compiled)
    let cases = (0..<300).map { "== Case \($0)\nБыло [1:\($0)] домов.\n--\n1 number value=\($0)\n" }
    plan.add(
      CaseFile(cases.joined(), path: "x/number/many.cases", kind: "number"),
      gaps: KnownGaps("number/many: Case 7"),
      for: compiled.program
    )
    return plan
  }

  @Test(arguments: [1, 2, 5])
  func `results come in the order of the plan for any number of workers`(jobs: Int) throws {
    let compiled = try SmallRules.compiled.get()
    let plan = try plan()
    let results = try TestCrew.run(
      plan,
      program: compiled.program,
      dictionary: StandardLexicon.dictionary,
      jobs: jobs
    )
    let runner = TestRunner(try SmallRules.extractor())
    let expected = plan.items.map(runner.run)
    #expect(results.map(\.name) == expected.map(\.name))
    #expect(results.map(\.status) == expected.map(\.status))
    #expect(results.map { $0.failures.map(\.status) } == expected.map { $0.failures.map(\.status) })
    #expect(results.allSatisfy { $0.seconds > 0 })
  }

  @Test func `a known gap that holds fails`() throws {
    let runner = TestRunner(try SmallRules.extractor())
    let result = try #require(
      try plan().items.map(runner.run).first { $0.name == "Case 7" }
    )
    #expect(result.status == .failed)
    #expect(result.notes == ["holds, but stands in known-gaps.txt: take the line out"])
  }

  @Test(arguments: [
    ("Case 29", 11), ("many", 300), ("number.year", 2), ("small.rules", 22), ("no such", 0),
  ])
  func `a filter looks into names and files`(filter: String, count: Int) throws {
    var plan = try plan()
    plan.keep(matching: filter)
    #expect(plan.items.count == count)
  }

  @Test func `nothing to run gives nothing`() throws {
    let compiled = try SmallRules.compiled.get()
    let results = try TestCrew.run(
      TestPlan(),
      program: compiled.program,
      dictionary: StandardLexicon.dictionary,
      jobs: 8
    )
    #expect(results.isEmpty)
  }
}
