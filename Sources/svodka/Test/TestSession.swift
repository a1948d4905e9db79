import FactTesting
import RuleLanguage
import TextEngine

/// One run of the tests, from rules and files to a report.
struct TestSession {
  let settings: TestSettings

  /// Runs the tests, and rewrites the records that differ where that is asked for.
  ///
  /// - Throws: `CommandFailure` with status 2 where rules are faulty or there is nothing to run, 74 where something
  ///   cannot be read or written.
  func run() throws(CommandFailure) -> TestReport {
    let start = ContinuousClock.now
    var plan = TestPlan()
    var untested: [UntestedRule] = []
    var coverage: RuleCoverage?
    let rules: RunnableRules
    if settings.runsExamples {
      let loaded = try LoadedRules.load(rules: settings.rules, lexicon: settings.lexicon)
      rules = loaded.runnable
      plan.add(examplesOf: loaded.compiled)
      untested = UntestedRule.all(of: loaded.compiled)
      if settings.showsCoverage { coverage = try self.coverage(loaded) }
    } else {
      rules = try RunnableRules.load(rules: settings.rules, lexicon: settings.lexicon)
    }
    try TestFolder(program: rules.program).add(settings.paths, to: &plan)
    if let filter = settings.filter {
      plan.keep(matching: filter)
      untested.removeAll { !$0.rule.contains(filter) }
      if plan.items.isEmpty {
        throw .usage("no rule, case, article or file has `\(filter)` in its name")
      }
    }
    if settings.updates, !plan.hasArticles {
      throw .usage("--update rewrites the .facts.json of articles, and there is no article here")
    }
    let results: [TestResult]
    do throws(TokenizerError) {
      results = try TestCrew.run(
        plan,
        program: rules.program,
        dictionary: rules.dictionary,
        jobs: settings.jobs
      )
    } catch {
      throw .usage("\(error)")
    }
    var report = TestReport(
      results: results,
      ruleCount: rules.program.rules.count,
      untested: untested
    )
    report.coverage = coverage
    if settings.updates { report.rewritten = try rewrite(results) }
    report.seconds = (ContinuousClock.now - start).inSeconds
    return report
  }

  private func coverage(_ loaded: LoadedRules) throws(CommandFailure) -> RuleCoverage {
    do throws(TokenizerError) {
      var coverage = try CoverageRunner(loaded.compiled, dictionary: loaded.dictionary).run()
      if let filter = settings.filter { coverage.keep { $0.contains(filter) } }
      return coverage
    } catch {
      throw .usage("\(error)")
    }
  }

  /// Writes the records of articles that are not as they are written down.
  private func rewrite(_ results: [TestResult]) throws(CommandFailure) -> [String] {
    var paths: [String] = []
    for result in results {
      guard let (path, record) = result.newRecord else { continue }
      let file = try OutputFile(path: path, isForced: true)
      do throws(CommandFailure) {
        try file.write(Array(record.utf8))
        try file.publish()
      } catch {
        file.discard()
        throw error
      }
      paths.append(path)
    }
    return paths
  }
}
