import ArgumentParser
import FactExtraction
import FactTesting
import RuleLanguage
import TextEngine

/// `svodka rules`: the rules there are, and with `--profile` what each does over many documents.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or measure what each does over many documents.",
    discussion: """
      With --profile and paths, the documents are read as `extract` reads them, and each rule has a line: at how \
      many words it was tried, how often it matched and won, to which rules it lost, and its share of the time \
      of all rules.
      """
  )

  @Argument(
    help: ArgumentHelp("Files, folders, or - for standard input.", valueName: "path")
  )
  var paths: [String] = []

  @Flag(help: "Measure what each rule does over the documents of the paths.")
  var profile = false

  @Option(help: "Order a profile by time, tried, matched, won, lost or rule.")
  var sort = ProfileOrder.time

  @Option(help: ArgumentHelp("Show the rules with this in their names.", valueName: "text"))
  var filter: String?

  @Flag(help: "Print a line of JSON for each rule.")
  var json = false

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  func validate() throws {
    if profile, paths.isEmpty {
      throw ValidationError("--profile wants documents: svodka rules --profile PATH")
    }
    if !profile, !paths.isEmpty { throw ValidationError("documents are for --profile") }
  }

  mutating func run() throws {
    let loaded = try LoadedRules.load(rules)
    var page = ProfilePage(loaded.compiled, filter: filter)
    if profile {
      let measured = try measure(loaded)
      page.measured = measured
      page.order = sort
    }
    if json {
      try OutputFile().write(page.json)
    } else {
      Console.printOutput(page.text)
    }
  }

  private func measure(_ loaded: LoadedRules) throws -> RuleProfile {
    let files = try InputList.files(at: paths, format: input.format)
    let meter = ProfileMeter(try loaded.runnable.makeExtractor())
    let run = ExtractionRun(
      files: files,
      jobs: 1,
      reader: input.reader,
      settings: DocumentWorker.Settings(
        fields: input.fields,
        date: input.date
      ),
      // The records are not wanted, only what happened on the way to them.
      makeExtractor: { { document, _ in meter.run(document) } }
    )
    let delivery = Delivery(output: OutputFile())
    try run.run(to: delivery)
    Console.message(delivery.counts.summary)
    return meter.profile
  }
}

/// The columns that a profile can be ordered by.
enum ProfileOrder: String, CaseIterable, ExpressibleByArgument {
  case time, tried, matched, won, lost, rule
}

/// Runs documents and adds up what their rules do.
///
/// It is used by one worker only; the run's factory of extractors has to be sendable.
private final class ProfileMeter: @unchecked Sendable {
  private(set) var profile: RuleProfile
  private let extractor: Extractor
  private let record = ExtractionRecord()

  init(_ extractor: Extractor) {
    self.extractor = extractor
    profile = RuleProfile(extractor.program)
  }

  func run(_ document: Document) {
    _ = extractor.extract(document, recording: record)
    profile.add(record.phases)
  }
}
