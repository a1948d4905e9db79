import ArgumentParser
import RuleLanguage
import TextEngine

/// `svodka check`: what is wrong with rule files.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Compile rule files and show every fault with its place.",
    discussion: """
      Faults are errors: rules with faults do not run. Where there are none, warnings tell of what is probably a \
      mistake; for one of them, every `test` of the rules is run, which `--no-examples` saves. `--codes` prints \
      the codes of all of them with a line each.

      Exits with status 1 if there is an error, or a warning under --strict.
      """
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

  @Option(
    help: ArgumentHelp(
      "How to write what was found: text, json, sarif (2.1.0), github (workflow commands).",
      valueName: "format"
    )
  )
  var format = DiagnosticFormat.text

  @Option(help: "Colour the text: auto, always, never.")
  var color = ColorMode.auto

  @Flag(help: "Take warnings for errors.")
  var strict = false

  @Flag(name: .customLong("no-examples"), help: "Do not run the examples of the rules.")
  var skipsExamples = false

  @Flag(help: "Print the codes of all faults and warnings, and check nothing.")
  var codes = false

  mutating func validate() throws {
    if codes, folder != nil { throw ValidationError("--codes takes no folder") }
  }

  mutating func run() throws {
    if codes {
      let lines = DiagnosticCatalogue.entries.map { entry in
        let severity = entry.severity.rawValue
        return entry.code + "  " + severity + String(repeating: " ", count: 9 - severity.count)
          + entry.summary + "\n"
      }
      return Console.printOutput(lines.joined())
    }
    let loaded = try LoadedRules.compile(rules: folder, lexicon: lexicon, lints: true)
    var diagnostics = loaded.compiled.diagnostics
    if !skipsExamples, !diagnostics.hasErrors {
      do throws(TokenizerError) {
        diagnostics += try OwnExamples.check(loaded.compiled, dictionary: loaded.dictionary)
      } catch {
        throw CommandFailure.usage("\(error)")
      }
    }
    let style = TextStyle(color)
    let report = CheckReport(
      diagnostics: diagnostics.inSourceOrder,
      rules: loaded.compiled.program.rules.count,
      examples: loaded.compiled.examples.count,
      renderer: DiagnosticRenderer(loaded.compiled.sources, paint: style.paint)
    )
    let text = report.text(in: format)
    if !text.isEmpty { Console.printOutput(text) }
    Console.message(report.summary)
    if report.errors > 0 || strict && report.warnings > 0 {
      throw CommandFailure(status: .failed, message: nil)
    }
  }
}
