import Glibc

/// Keeps the checkpoint of a run that writes a file.
struct RunJournal {
  private let output: OutputFile
  private let file: CheckpointFile
  /// The least time between two checkpoints.
  private let interval: Double
  private var lastSaved = Clock.seconds
  /// The time that the last checkpoint took.
  private var cost = 0.0

  private var isPublished = false

  /// How far the run has come.
  private(set) var state: Checkpoint
  /// Whether a later run can go on where this one ends.
  private(set) var isSaved: Bool

  /// Keeps the checkpoint of `output` in `file`.
  ///
  /// - Parameter isSaved: Whether `state` comes from the file.
  init(
    output: OutputFile,
    file: CheckpointFile,
    interval: Double = 1,
    state: Checkpoint,
    isSaved: Bool
  ) {
    self.output = output
    self.file = file
    self.interval = interval
    self.state = state
    self.isSaved = isSaved
  }

  /// Notes that the output of some items is written.
  mutating func advance(to counts: RunCounts, inputHash: UInt64) throws(CommandFailure) {
    state.counts = counts
    state.inputHash = inputHash
    state.outputLength = output.length
    state.outputHash = output.hash.value
    // Where the disk is slow, no more than a twentieth of the time goes into waiting for it.
    if Clock.seconds - lastSaved >= max(interval, interval > 0 ? cost * 20 : 0) { try save() }
  }

  /// Writes the checkpoint, after the output that it speaks of.
  mutating func save() throws(CommandFailure) {
    let start = Clock.seconds
    try output.sync()
    try file.write(state)
    isSaved = true
    lastSaved = Clock.seconds
    cost = lastSaved - start
  }

  /// Gives the output its name, and forgets how it came about.
  mutating func finish() throws(CommandFailure) {
    state.isComplete = true
    // A short run has no checkpoint, and is done over if it is killed here.
    if isSaved { try save() }
    try output.publish()
    isPublished = true
    if isSaved { try file.remove() }
  }

  /// Saves what a failed run has done; where that is nothing, or there is no way to, leaves nothing behind.
  mutating func keepForLater() {
    guard !isPublished else { return }
    if state.counts.read > 0 { try? save() }
    if !isSaved { output.discard() }
  }
}
