import ArgumentParser
import FactTesting
import Glibc

/// `svodka test`: the examples of all rules, each alone and in the whole cascade, case files, and articles.
struct Test: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of rules, case files and articles, and show what fails.",
    discussion: """
      Without a path, every `test` and `reject` runs twice: its rule alone after the earlier phases, and the \
      whole cascade. With paths, the cases of these `.cases` files and the articles run instead, and those below \
      these folders; with --examples the rules' own examples as well. The kind of fact that a case file is about is \
      the name of its folder. An article is a `.txt` with its facts in a `.facts.json` beside it. A case or article \
      that a `known-gaps.txt` in or above its folder lists may fail, and must. Texts of examples and cases are \
      taken to be of 29 October 2025.

      Each wanted fact has passed, is missing, moved (another span of the same rule or kind was found), or has a \
      wrong field; a found fact that is not wanted is noisy; an expectation that can never hold is faulty. Exit \
      status 1 if something fails, or if --update rewrote something.
      """
  )

  @Argument(help: ArgumentHelp("Case files, articles, or folders with them.", valueName: "path"))
  var paths: [String] = []

  @OptionGroup(title: "Rules") var rules: RuleOptions

  @Flag(help: "Run the examples of the rules, too, where paths are given.")
  var examples = false

  @Option(
    help: ArgumentHelp(
      "Run what has this in the name of its rule, case, article or file.",
      valueName: "text"
    )
  )
  var filter: String?

  @Flag(help: "Show how known gaps fail, too.")
  var gaps = false

  @Flag(help: "Rewrite the .facts.json of the articles that differ, and fail if there were any.")
  var update = false

  @Flag(help: "Run again whenever a rule file, case file or article changes, until Ctrl-C.")
  var watch = false

  @Flag(
    help: "Show which rules, and which alternatives in their patterns, no example shows at work."
  )
  var coverage = false

  @Flag(help: "Fail where --coverage shows something, or a rule lacks an example.")
  var strict = false

  @Flag(help: "Print one line of JSON instead of text.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Write the report to this file as JUnit XML, in place of what it holds.",
      valueName: "file"
    )
  )
  var junit: String?

  @Option(
    help: ArgumentHelp(
      "Colour the report: auto, always or never.",
      discussion: "auto: where standard output is a terminal and NO_COLOR is not set."
    )
  )
  var color = ColorMode.auto

  @Option(help: "The number of workers; one for each processor by default.")
  var jobs: Int?

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be between 1 and 256.")
    }
    if update, paths.isEmpty {
      throw ValidationError("--update needs the articles, or folders with them, as paths.")
    }
    if update, watch {
      throw ValidationError("--update does not go with --watch: nobody would read the changes.")
    }
    if watch, paths.isEmpty, rules.rules == nil {
      throw ValidationError("--watch needs files to watch: paths, or rules with --rules.")
    }
  }

  mutating func run() throws {
    let session = TestSession(
      settings: TestSettings(
        paths: paths,
        runsExamples: examples || coverage || paths.isEmpty,
        showsCoverage: coverage,
        rules: rules.rules,
        lexicon: rules.lexicon,
        filter: filter,
        updates: update,
        jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
      )
    )
    let output = TestOutput(
      text: ReportText(paint: Paint(isOn: TextStyle(color).isColored), showsGaps: gaps),
      isJSON: json,
      junit: junit
    )
    if watch { try TestWatch(session: session, output: output).run() }
    let report = try session.run()
    try output.publish(report)
    let isIncomplete = strict && (report.coverage?.isComplete == false || !report.untested.isEmpty)
    if report.isFailure || isIncomplete { throw CommandFailure(status: .failed, message: nil) }
  }
}
