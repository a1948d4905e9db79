/// What a run of tests is to do.
struct TestSettings: Sendable {
  /// Case files, articles, and folders with them.
  var paths: [String]
  /// Whether the examples of the rules run.
  var runsExamples: Bool
  /// Whether it is counted what the examples of the rules show at work.
  var showsCoverage = false
  /// The folder of the rules; nil for those built in.
  var rules: String?
  /// The lexicon file; nil for the one built in.
  var lexicon: String?
  /// What the name of a rule, case or article must have in it.
  var filter: String?
  /// Whether records that differ are rewritten.
  var updates: Bool
  /// The most workers.
  var jobs: Int
}
