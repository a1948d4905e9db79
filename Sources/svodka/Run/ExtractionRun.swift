/// One run of `extract`: files in, records out.
struct ExtractionRun {
  /// The files, in order.
  let files: [InputFile]
  /// The number of workers.
  let jobs: Int
  /// What of the input is taken.
  var intake = Intake.Settings()
  /// Cuts the files into what workers take.
  let reader: ItemReader
  /// What the workers need to know.
  let settings: DocumentWorker.Settings
  /// Makes an extractor; called once for each worker.
  let makeExtractor: @Sendable () -> DocumentWorker.Extract

  /// The bytes of all that will be read; 0 where nobody knows.
  var totalBytes: Int {
    guard intake.limit == nil, !files.contains(where: { $0.place == .standardInput }) else {
      return 0
    }
    var total = 0
    for file in files {
      // Files with holes may be larger together than any disk.
      let (sum, isTooLarge) = total.addingReportingOverflow(file.size)
      if isTooLarge { return 0 }
      total = sum
    }
    return total
  }

  /// Runs to the end of the input.
  ///
  /// - Throws: `CommandFailure` where a read or a write fails, or the run is asked to end; what was read before
  ///   is delivered.
  func run(to delivery: Delivery) throws(CommandFailure) {
    if jobs == 1 {
      var worker = DocumentWorker(settings: settings, extract: makeExtractor())
      try readAll { item throws(CommandFailure) in try delivery.deliver(worker.process(item)) }
    } else {
      try runInThreads(delivery)
    }
  }

  private func runInThreads(_ delivery: Delivery) throws(CommandFailure) {
    let line = WorkLine(
      jobs: jobs,
      makeProcess: { [settings, makeExtractor] in
        LargePages.prepare()
        var worker = DocumentWorker(settings: settings, extract: makeExtractor())
        return { worker.process($0) }
      },
      deliver: { result throws(CommandFailure) in try delivery.deliver(result) }
    )
    var fault: CommandFailure?
    do throws(CommandFailure) {
      try readAll { item throws(CommandFailure) in try line.submit(item) }
    } catch {
      fault = error
    }
    try line.finish()
    if let fault { throw fault }
  }

  /// Cuts the files into items, and hands on those that are wanted.
  private func readAll(_ next: Intake.Take) throws(CommandFailure) {
    defer { reader.opener.notes.finish() }
    var intake = Intake(intake)
    do throws(CommandFailure) {
      for file in files {
        try reader.read(file) { item throws(CommandFailure) in
          try intake.take(item, next)
          // Input that is not wanted is not waited for either.
          if intake.isFull { throw .enough }
        }
      }
    } catch {
      guard error.status == .done else { throw error }
    }
    try intake.finish(next)
  }
}
