import ArgumentParser
import FactTesting
import RuleLanguage
struct Cov: ParsableCommand {
  @OptionGroup var rules: RuleOptions
  mutating func run() throws {
    let loaded = try LoadedRules.load(rules)
    let c = try CoverageRunner(loaded.compiled, dictionary: loaded.dictionary).run()
    let r = DiagnosticRenderer(loaded.compiled.sources)
    for i in c.alternatives where !i.isFired || !i.isStopped {
      print(r.location(of: i.range)?.description ?? "", i.owner, i.isFired ? "" : "unfired", i.isStopped ? "" : "unstopped", loaded.compiled.sources.string(in: i.range).prefix(60))
    }
    for i in c.rules where !i.isFired || !i.isStopped { print("RULE", i.owner, i.isFired, i.isStopped) }
    print(c.counts, c.share, c.rules.count, c.alternatives.count, c.alternatives.count { !$0.isFired }, c.alternatives.count { !$0.isStopped })
  }
}
