import ArgumentParser

/// Which documents of the input are processed.
struct SelectionOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Process the first documents only.", valueName: "documents"))
  var limit: Int?

  @Option(
    help: ArgumentHelp(
      "Process a random sample, in the order of the input; of the first documents, with --limit.",
      discussion: """
        Each document has the same chance. The choice depends on the seed and the number of documents alone. \
        The sample is kept in memory until the input ends.
        """,
      valueName: "documents"
    )
  )
  var sample: Int?

  @Option(help: "Another seed gives another sample.")
  var seed: UInt64 = 0

  mutating func validate() throws {
    if let limit, limit < 1 { throw ValidationError("--limit must be at least 1.") }
    if let sample, sample < 1 { throw ValidationError("--sample must be at least 1.") }
  }
}
