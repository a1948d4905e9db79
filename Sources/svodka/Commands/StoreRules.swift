import ArgumentParser
import Glibc
import RuleLanguage
import StandardRules
import TextEngine

/// `svodka store-rules`: part of building the package, see `.ci/store-rules`.
struct StoreRules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store-rules",
    abstract: "Compile the built-in rules and write the program to standard output.",
    shouldDisplay: false
  )

  @Flag(help: "Only tell whether the program in the binary is of the rules in the binary.")
  var check = false

  mutating func run() throws {
    if check {
      guard StandardRules.storedProgram == nil else { return }
      throw CommandFailure(
        status: .failed,
        message: "the stored program is of other rules: run .ci/store-rules"
      )
    }
    let loaded = try LoadedRules.load(rules: nil, lexicon: nil)
    let bytes = loaded.compiled.program.stored(key: StandardRules.sourceKey)
    try Descriptor.write(bytes, to: STDOUT_FILENO, named: "standard output")
  }
}
