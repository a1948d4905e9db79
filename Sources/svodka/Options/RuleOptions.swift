import ArgumentParser

/// Which rules and which lexicon a command works with.
struct RuleOptions: ParsableArguments {
  @Option(help: "Read the rules from this folder instead of those built in.")
  var rules: String?

  @Option(help: "Use this lexicon file instead of the one built in.")
  var lexicon: String?
}
