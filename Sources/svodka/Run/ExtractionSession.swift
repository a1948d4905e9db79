import FactExtraction
import Glibc

/// One call of `svodka extract`, from the opened output to the summary.
struct ExtractionSession {
  /// Where records go and how that is told.
  let options: OutputOptions
  /// What the run does besides.
  let identity: RunIdentity
  /// Whether an error record is a failure.
  let isStrict: Bool
  /// The work itself; what was done before is filled in here.
  var run: ExtractionRun

  /// Runs to the end and tells what was done.
  ///
  /// - Throws: `CommandFailure` without a message where the run fails, or gave error records and is strict: all is
  ///   told then.
  func perform() throws(CommandFailure) {
    let manifest = options.manifest.map { RunManifest(path: $0) }
    try manifest?.check(besides: options.output)
    let opened = try OpenedOutput.open(options, identity: identity)
    try manifest?.removeOld()
    if manifest != nil { opened.output.isHashed = true }
    let delivery = Delivery(output: opened.output, journal: opened.journal, before: opened.before)
    let progress = RunProgress(
      mode: options.progress,
      totalBytes: run.totalBytes,
      earlierBytes: opened.before?.counts.bytes ?? 0
    )
    var failure: CommandFailure?
    do throws(CommandFailure) {
      if !opened.isFinished {
        try watch(delivery, progress)
        try run(resuming: opened, isHashed: manifest != nil).run(to: delivery)
        try delivery.finish()
      }
    } catch {
      failure = error
    }
    progress.end()
    let isKept = failure != nil && delivery.keepForLater()
    do throws(CommandFailure) {
      let status = failure?.status ?? (isStrict && delivery.counts.errors > 0 ? .failed : .done)
      try manifest?.write(content(status, opened, delivery))
    } catch {
      failure = failure ?? error
    }
    if let failure { throw Self.tell(failure, delivery.counts, isKept: isKept) }
    Console.message(delivery.counts.summary)
    if isStrict, delivery.counts.errors > 0 {
      throw CommandFailure(status: .failed, message: nil)
    }
  }

  private func run(resuming opened: OpenedOutput, isHashed: Bool) -> ExtractionRun {
    var run = run
    run.intake.isSplit = options.lineBuffered
    run.intake.isHashed = isHashed || opened.journal != nil
    run.intake.done = opened.before.map {
      Intake.Done(documents: $0.counts.read, hash: $0.inputHash, bytes: $0.counts.bytes)
    }
    return run
  }

  private func watch(_ delivery: Delivery, _ progress: RunProgress) throws(CommandFailure) {
    let watch = RunWatch(
      tick: progress.interval,
      onTick: { progress.show(delivery.counts) },
      onDeadline: {
        progress.end()
        delivery.keepForLaterIfPossible()
        _ = Self.tell(Interruption.failure, delivery.counts, isKept: false)
      }
    )
    try watch.start()
  }

  /// Tells why the run ends, and as the last line what was done.
  private static func tell(
    _ failure: CommandFailure,
    _ counts: RunCounts,
    isKept: Bool
  ) -> CommandFailure {
    guard failure.status != .brokenPipe else { return failure }
    if let message = failure.message { Console.error(message) }
    if isKept, failure.status != .usage {
      Console.message("what was done is kept; --resume goes on from there")
    }
    Console.message(counts.summary)
    return CommandFailure(status: failure.status, message: nil)
  }

  private func content(
    _ status: ExitStatus,
    _ opened: OpenedOutput,
    _ delivery: Delivery
  ) -> RunManifest.Content {
    let finished = opened.isFinished ? opened.before : nil
    return RunManifest.Content(
      status: status,
      counts: delivery.counts,
      identity: identity,
      files: run.files.count,
      inputHash: delivery.inputHash,
      output: options.output,
      outputLength: finished?.outputLength ?? opened.output.length,
      outputHash: finished?.outputHash ?? opened.output.hash.value
    )
  }
}
