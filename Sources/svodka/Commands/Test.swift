import ArgumentParser
import FactTesting
import RuleLanguage
import TextEngine

/// `svodka test`: the examples of all rules, each alone and in the whole cascade, or case files.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run the examples that stand in rules, or case files, and show those that fail.",
    discussion: """
      Without a path, every `test` and `reject` runs twice: its rule alone after the earlier phases, and the \
      whole cascade. With paths, the cases of these `.cases` files, and of those below these folders, run \
      instead; the kind of fact that a file is about is the name of its folder. A case that a `known-gaps.txt` \
      in or above that folder lists may fail, and must. Texts are taken to be of 29 October 2025. \
      Exit status 1 if something fails.
      """
  )

  @Argument(help: ArgumentHelp("Case files, or folders with case files.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Option(
    help: ArgumentHelp("Run what has this in the name of its rule or case.", valueName: "text")
  )
  var filter: String?

  @Flag(help: "Show how known gaps fail, too.")
  var gaps = false

  mutating func run() throws {
    let loaded = try LoadedRules.load(rules)
    if paths.isEmpty { try runExamples(loaded) } else { try runCases(loaded) }
  }

  private func isWanted(_ name: String) -> Bool { filter.map { name.contains($0) } ?? true }

  // MARK: Examples of rules

  private func runExamples(_ loaded: LoadedRules) throws {
    let runner: ExampleRunner
    do {
      runner = try ExampleRunner(loaded.compiled, dictionary: loaded.dictionary)
    } catch {
      throw CommandFailure.usage("\(error)")
    }
    let examples = loaded.compiled.examples.filter { isWanted($0.ruleName) }
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

  // MARK: Case files

  private func runCases(_ loaded: LoadedRules) throws {
    let files = try CaseFolder.files(paths)
    let runner = CaseRunner(try loaded.runnable.makeExtractor())
    var output = ""
    var (passed, failed, open) = (0, 0, 0)
    for (file, known) in files {
      for fault in file.faults { output += "\(fault)\n\n" }
      failed += file.faults.count
      for wanted in file.cases where isWanted(wanted.name) {
        let failures = runner.run(wanted)
        let title = "\(file.path):\(wanted.line): \(wanted.title)\n"
        let details = failures.map { "  \(file.path):\($0.line): \($0.message)\n" }.joined()
        switch (known.contains(wanted.name), failures.isEmpty) {
        case (false, true): passed += 1
        case (true, false):
          open += 1
          if gaps { output += "GAP \(title)  \(wanted.text)\n\(details)\n" }
        case (true, true):
          failed += 1
          output += "FAIL \(title)  holds, but stands in known-gaps.txt: take the line out\n\n"
        case (false, false):
          failed += 1
          output += "FAIL \(title)  \(wanted.text)\n\(details)\n"
        }
      }
    }
    output += "\(passed + failed + open) cases: \(passed) passed, \(failed) failed, "
    Console.printOutput(output + "\(open) known gaps")
    if failed > 0 { throw CommandFailure(status: .failed, message: nil) }
  }
}
