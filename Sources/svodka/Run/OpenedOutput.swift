import Glibc

/// The output of a run that is about to begin, or to go on.
struct OpenedOutput {
  /// Where the records go.
  let output: OutputFile
  /// What keeps the checkpoint, where the output is a file.
  let journal: RunJournal?
  /// Whether an earlier run has done all but remove its checkpoint.
  var isFinished = false

  /// What was written before.
  var before: Checkpoint? { journal?.isSaved == true ? journal?.state : nil }

  /// Opens the output that the options name.
  ///
  /// - Throws: `CommandFailure` with status 2 where something is there that is not to be lost, or the run cannot
  ///   go on; 75 where another process writes it.
  static func open(
    _ options: OutputOptions,
    identity: RunIdentity
  ) throws(CommandFailure) -> OpenedOutput {
    guard let path = options.output else {
      return OpenedOutput(output: OutputFile(), journal: nil)
    }
    let target = try OutputTarget(path: path)
    guard target.isRegular else {
      guard !options.resume else { throw .usage("--resume needs a file, and \(path) is none") }
      let output = try OutputFile(path: path, isForced: options.force)
      return OpenedOutput(output: output, journal: nil)
    }
    let file = CheckpointFile(of: target)
    if options.resume, access(target.partPath, F_OK) != 0,
      let before = try file.read(), before.isComplete, before.outputLength == target.size
    {
      try compare(before, identity, path)
      try file.remove()
      let journal = RunJournal(output: OutputFile(), file: file, state: before, isSaved: true)
      return OpenedOutput(output: OutputFile(), journal: journal, isFinished: true)
    }
    let output = try OutputFile(path: path, isForced: options.force)
    output.isHashed = true
    var state = Checkpoint(identity)
    var isSaved = false
    if options.resume, let before = try file.read() {
      try compare(before, identity, path)
      try output.goOn(behind: before.outputLength, hash: before.outputHash)
      (state, isSaved) = (before, true)
    } else {
      guard options.force || options.resume || !file.exists else {
        throw .usage("\(file.path) is of an unfinished run; --resume goes on, --force starts over")
      }
      try file.remove()
      try output.startOver()
    }
    let journal = RunJournal(
      output: output,
      file: file,
      interval: options.checkpointEvery,
      state: state,
      isSaved: isSaved
    )
    return OpenedOutput(output: output, journal: journal)
  }

  private static func compare(
    _ before: Checkpoint,
    _ identity: RunIdentity,
    _ path: String
  ) throws(CommandFailure) {
    guard let difference = identity.difference(from: before.identity) else { return }
    throw .usage(
      "cannot resume: the run for \(path) began \(difference); --force without --resume starts over"
    )
  }
}
