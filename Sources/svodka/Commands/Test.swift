import ArgumentParser
import FactTesting
import RuleLanguage
import TextEngine

/// `svodka test`: the examples of all rules, each alone and in the whole cascade.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the examples that stand in rules and show those that fail.",
    discussion: """
      Every `test` and `reject` runs twice: its rule alone after the earlier phases, and the whole cascade. \
      Texts are taken to be of 29 October 2025. Exit status 1 if an example fails.
      """
  )

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(
    help: ArgumentHelp("Run the examples of rules whose full name holds this.", valueName: "text")
  )
  var filter: String?

  mutating func run() throws {
    let loaded = try LoadedRules.load(rules)
    let runner: ExampleRunner
    do {
      runner = try ExampleRunner(loaded.compiled, dictionary: loaded.dictionary)
    } catch {
      throw CommandFailure.usage("\(error)")
    }
    let examples = loaded.compiled.examples.filter { example in
      filter.map { example.ruleName.contains($0) } ?? true
    }
    let failures = runner.run(examples)
    var output = failures.map { "FAIL \($0.description)\n\n" }.joined()
    let untested = loaded.compiled.program.rules.indices.filter { rule in
      !loaded.compiled.examples.contains { $0.rule == rule && !$0.isReject }
        && loaded.compiled.program.rules[rule].schema != nil
    }
    for rule in untested {
      output += "no accepting example: \(loaded.compiled.program.rules[rule].name)\n"
    }
    output +=
      "\(loaded.compiled.program.rules.count) rules, \(examples.count) examples in "
      + "\(ExampleRunner.Mode.allCases.count) ways: "
      + "\(examples.count * ExampleRunner.Mode.allCases.count - failures.count) passed, "
      + "\(failures.count) failed"
    Console.printOutput(output)
    if !failures.isEmpty { throw CommandFailure(status: .failed, message: nil) }
  }
}
