/// The end of a run's line: writes results and counts them, one at a time.
final class Delivery {
  private let output: OutputFile
  /// The progress line, where there is a terminal to see it.
  var progress: ProgressLine?
  /// What was written so far.
  private(set) var counts = RunCounts()

  /// Delivers to `output`.
  init(output: OutputFile, progress: ProgressLine?) {
    self.output = output
    self.progress = progress
  }

  /// Writes a result; results come in order and never two at once.
  func deliver(_ result: WorkResult) throws(CommandFailure) {
    try output.write(result.output)
    counts += result.counts
    progress?.update(counts)
  }
}
