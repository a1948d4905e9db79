import ArgumentParser
import RuleLanguage
import TextEngine

/// `svodka check`: what is wrong with rule files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compile rule files and show every fault with its place.",
    discussion: "Exits with status 1 if there is an error, or a warning under --strict."
  )

  @Argument(
    help: ArgumentHelp(
      "The folder of the rules; without it, the rules built in.",
      valueName: "dir"
    )
  )
  var folder: String?

  @Option(help: "Use this lexicon file instead of the one built in.")
  var lexicon: String?

  @Flag(help: "Take warnings for errors.")
  var strict = false

  mutating func run() throws {
    let loaded = try LoadedRules.compile(rules: folder, lexicon: lexicon, lints: true)
    let diagnostics = loaded.compiled.diagnostics
    if !diagnostics.isEmpty {
      Console.printOutput(DiagnosticRenderer(loaded.compiled.sources).render(diagnostics))
    }
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    let rules = loaded.compiled.program.rules.count
    Console.message(
      "{\"rules\":\(rules),\"examples\":\(loaded.compiled.examples.count),"
        + "\"errors\":\(errors),\"warnings\":\(warnings)}"
    )
    if errors > 0 || strict && warnings > 0 {
      throw CommandFailure(status: .failed, message: nil)
    }
  }
}
