import ArgumentParser
import FactExtraction
import TextEngine
import Glibc

/// `svodka extract`: documents in, a record of facts for each out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    // Stated here and for the other commands, as looking up the name of a type takes a while.
    commandName: "extract",
    abstract: "Extract facts from texts and print them as JSON Lines.",
    discussion: """
      Prints one line for each document, in the order of the input; a document that cannot be processed \
      gives an error record in its place. The last line on standard error is a summary, \
      {"read":13,"written":13,"errors":0}.

      With --output, each document is in the output exactly once, whatever happens on the way: after a kill, a \
      crash or a full disk, the same command with --resume completes the file. SIGINT and SIGTERM end a run \
      within a second.
      """
  )

  @Argument(
    help: ArgumentHelp(
      "Files, folders, or - for standard input, which is also the default.",
      discussion: """
        A folder stands for the .txt, .jsonl and .ndjson files below it, or with --format csv, tsv or json \
        for the files of that ending; compressed ones are among them.
        """,
      valueName: "path"
    )
  )
  var paths: [String] = []

  @OptionGroup(title: "Input") var input: InputOptions
  @OptionGroup(title: "Rules") var rules: RuleOptions

  @OptionGroup(title: "Output") var output: OutputOptions
  @OptionGroup(title: "Selection") var selection: SelectionOptions

  @Option(
    help: ArgumentHelp(
      "The number of workers; one for each processor by default.",
      discussion: "The output is the same for any."
    )
  )
  var jobs: Int?

  @Option(help: ArgumentHelp("Print facts of these kinds only.", valueName: "kind,kind"))
  var kinds: String?

  @Option(help: "Count offsets in scalar, utf8 or utf16 units.")
  var offsets = OffsetUnit.scalar

  @Flag(help: "Lay the records out for people, over several lines each.")
  var pretty = false

  @Flag(help: "Exit with status 1 if a document gave an error record.")
  var strict = false

  mutating func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs must be between 1 and 256.")
    }
  }

  mutating func run() throws {
    LargePages.prepare()
    let factory = try ExtractorFactory.make(rules: rules, kinds: kinds, offsets: offsets)
    let files = try InputList.files(at: paths.isEmpty ? ["-"] : paths, format: input.format)
    let session = ExtractionSession(
      options: output,
      identity: identity(rules: factory.fingerprint),
      isStrict: strict,
      run: ExtractionRun(
        files: files,
        jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
        intake: Intake.Settings(
          limit: selection.limit,
          sample: selection.sample.map { DocumentSample(size: $0, seed: selection.seed) }
        ),
        reader: input.reader,
        settings: DocumentWorker.Settings(
          fields: input.fields,
          date: input.date,
          isPretty: pretty
        ),
        makeExtractor: factory.makeExtractor
      )
    )
    try session.perform()
  }

  /// What decides the output besides the input.
  private func identity(rules fingerprint: UInt64) -> RunIdentity {
    RunIdentity(
      settings: [
        .init("version", Svodka.configuration.version),
        .init("rules", StreamHash.text(fingerprint)),
      ] + input.settings + [
        .init("kinds", kinds ?? ""), .init("offsets", offsets.rawValue),
        .init("pretty", "\(pretty)"), .init("limit", selection.limit.map { "\($0)" } ?? ""),
        .init("sample", selection.sample.map { "\($0)" } ?? ""),
        .init("seed", selection.sample == nil ? "" : "\(selection.seed)"),
      ]
    )
  }
}
