/// One run of `extract`: files in, records out.
struct ExtractionRun {
  /// The files, in order.
  let files: [InputFile]
  /// The number of workers.
  let jobs: Int
  /// Cuts the files into what workers take.
  let reader: ItemReader
  /// What the workers need to know.
  let settings: DocumentWorker.Settings
  /// Makes an extractor; called once for each worker.
  let makeExtractor: @Sendable () -> DocumentWorker.Extract

  /// Runs to the end.
  ///
  /// - Parameter counts: What was done; up to date also when the run fails.
  /// - Throws: `CommandFailure` where a read or a write fails; what was read before is written.
  func run(to output: OutputFile, counts: inout RunCounts) throws(CommandFailure) {
    let delivery = Delivery(
      output: output,
      progress: ProgressLine(totalBytes: files.reduce(0) { $0 + $1.size })
    )
    defer {
      delivery.progress?.clear()
      reader.opener.notes.finish()
      counts = delivery.counts
    }
    if jobs == 1 {
      var worker = DocumentWorker(settings: settings, extract: makeExtractor())
      for file in files {
        try reader.read(file) { item throws(CommandFailure) in
          try delivery.deliver(worker.process(item))
        }
      }
    } else {
      try runInThreads(delivery)
    }
  }

  private func runInThreads(_ delivery: Delivery) throws(CommandFailure) {
    let line = WorkLine(
      jobs: jobs,
      makeProcess: { [settings, makeExtractor] in
        var worker = DocumentWorker(settings: settings, extract: makeExtractor())
        return { worker.process($0) }
      },
      deliver: { result throws(CommandFailure) in try delivery.deliver(result) }
    )
    var fault: CommandFailure?
    do throws(CommandFailure) {
      for file in files {
        try reader.read(file) { item throws(CommandFailure) in try line.submit(item) }
      }
    } catch {
      fault = error
    }
    try line.finish()
    if let fault { throw fault }
  }
}
