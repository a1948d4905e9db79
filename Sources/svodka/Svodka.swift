import ArgumentParser
import Glibc

/// The command `svodka` and its subcommands.
#if !SVODKA_FUZZ
  // The fuzzer brings its own entry point.
  @main
#endif
struct Svodka: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "svodka",
    abstract: "Extracts facts from Russian news text as JSON, driven by rule files.",
    discussion: """
      Data goes to standard output, messages to standard error.

      Exit status: 0 done; 1 an error record under --strict, or a test or check failed; 2 wrong usage, a \
      faulty rule file, or a run that cannot be resumed; 74 input or output failed; 75 another process \
      writes the same output; 130 and 143 ended by SIGINT or SIGTERM; 141 the reader of the output went away.
      """,
    version: "0.1.0",
    subcommands: [
      Extract.self, Test.self, Check.self, Explain.self, Rules.self, Inspect.self, StoreRules.self,
    ]
  )

  static func main() {
    StandardStreams.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as CommandFailure {
      if let message = failure.message { Console.error(message) }
      Glibc.exit(failure.status.rawValue)
    } catch  where exitCode(for: error).isSuccess {
      // `--help` and `--version` arrive as errors that ask for success.
      Console.printOutput(fullMessage(for: error))
    } catch {
      Console.message(fullMessage(for: error))
      Glibc.exit(ExitStatus.usage.rawValue)
    }
  }
}
