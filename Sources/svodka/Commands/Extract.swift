import ArgumentParser
import FactExtraction
import TextEngine
import Glibc

/// `svodka extract`: documents in, a record of facts for each out.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Extract facts from texts and print them as JSON Lines.",
    discussion: """
      Prints one line for each document, in the order of the input; a document that cannot be processed \
      gives an error record in its place. A summary goes to standard error at the end.
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

  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, which appears when it is complete.",
      valueName: "file"
    )
  )
  var output: String?

  @Flag(help: "Replace the output file if it exists.")
  var force = false

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
    let makeExtractor = try ExtractorFactory.make(rules: rules, kinds: kinds, offsets: offsets)
    let files = try InputList.files(at: paths.isEmpty ? ["-"] : paths, format: input.format)
    let target = try output.map { try OutputFile(path: $0, isForced: force) } ?? OutputFile()
    let run = ExtractionRun(
      files: files,
      jobs: jobs ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))),
      reader: input.reader,
      settings: DocumentWorker.Settings(
        fields: input.fields,
        lineLimit: input.maxLine.bytes,
        date: input.date,
        isPretty: pretty
      ),
      makeExtractor: makeExtractor
    )
    var counts = RunCounts()
    do throws(CommandFailure) {
      try run.run(to: target, counts: &counts)
      try target.publish()
    } catch {
      target.discard()
      if error.status != .brokenPipe {
        Console.message(counts.summary)
      }
      throw error
    }
    Console.message(counts.summary)
    if strict, counts.errors > 0 { throw CommandFailure(status: .failed, message: nil) }
  }
}
