import ArgumentParser

/// Where records go, and what is kept so that none is lost.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.short, .long],
    help: ArgumentHelp(
      "Write to this file, which appears when it is complete.",
      discussion: """
        Until then the records are in FILE.part, and FILE.checkpoint tells how far the run has come. One \
        process at a time can write them; another ends with status 75.
        """,
      valueName: "file"
    )
  )
  var output: String?

  @Flag(help: "Replace the output file if it exists, and drop what an unfinished run has left.")
  var force = false

  @Flag(
    help: ArgumentHelp(
      "Go on where an unfinished run with the same --output has stopped.",
      discussion: """
        The output is the same, byte for byte, as if it had not stopped. Input is read from the start and \
        compared; where it, the rules or an option is another, nothing is written. Without an unfinished run \
        this begins one.
        """
    )
  )
  var resume = false

  @Option(
    help: ArgumentHelp(
      "The time between two checkpoints; 0 for one after each block of input.",
      valueName: "seconds"
    )
  )
  var checkpointEvery = 1.0

  @Flag(help: "Write each record as soon as it is there, and not a block of records at a time.")
  var lineBuffered = false

  @Option(
    help: ArgumentHelp(
      "Write what the run did to this file at its end: counts, hashes and settings, as JSON.",
      valueName: "file"
    )
  )
  var manifest: String?

  @Option(
    help: ArgumentHelp(
      "Tell how far the run is: auto, json or none.",
      discussion:
        "auto shows a line if standard error is a terminal; json prints an object a second there."
    )
  )
  var progress = ProgressMode.auto

  mutating func validate() throws {
    guard checkpointEvery >= 0, checkpointEvery <= 86_400 else {
      throw ValidationError("--checkpoint-every must be between 0 and 86400.")
    }
    if resume, output == nil { throw ValidationError("--resume needs --output.") }
  }
}
