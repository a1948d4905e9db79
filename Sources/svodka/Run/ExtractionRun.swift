import FactExtraction

/// One run of `extract`: files in, records out.
struct ExtractionRun {
  /// The files, in order.
  let files: [InputFile]
  /// The number of workers.
  let jobs: Int
  /// What of the input is taken.
  var intake = Intake.Settings()
  /// What the workers need to know.
  let settings: DocumentWorker.Settings
  /// Makes an extractor; called once for each worker.
  let makeExtractor: @Sendable () -> DocumentWorker.Extract

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
    var intake = Intake(intake)
    do throws(CommandFailure) {
      for file in files {
        try read(file) { item throws(CommandFailure) in
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

  /// Cuts a file into items.
  private func read(
    _ file: InputFile,
    _ take: (WorkItem) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    switch file.place {
    case .standardInput: try read(ByteSource(), of: file, path: nil, take)
    case .path(let path):
      let source: ByteSource
      do throws(CommandFailure) {
        source = try ByteSource(path: path)
      } catch {
        // One line for a text that cannot be had; of a file of records nobody knows how many are lost.
        guard file.format != .jsonl, let message = error.message else { throw error }
        let fault = DocumentFault(.unreadable, message)
        try take(
          WorkItem(
            content: .fault(fault, id: DocumentID(file.id)),
            file: path,
            inputSize: file.size
          )
        )
        return
      }
      try read(source, of: file, path: path, take)
    }
  }

  private func read(
    _ source: ByteSource,
    of file: InputFile,
    path: String?,
    _ take: (WorkItem) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    var format = file.format
    if format == .auto {
      // Records start with a brace. Nothing visible at all is an empty dump, not an empty article.
      let first = try source.firstVisibleByte(limit: settings.lineLimit)
      format = first == nil || first == UInt8(ascii: "{") ? .jsonl : .text
    }
    if format == .jsonl {
      var reader = LineBlockReader(source, lineLimit: settings.lineLimit)
      while let block = try reader.next() {
        try take(WorkItem(content: .lines(block), file: path, inputSize: block.bytes.count))
      }
      return
    }
    let id = DocumentID(file.id)
    let content: WorkItem.Content
    if let bytes = try source.readAll(limit: settings.lineLimit) {
      content = .text(bytes, id: id)
    } else {
      let message = "the text is longer than \(settings.lineLimit) bytes"
      content = .fault(DocumentFault(.tooLong, message), id: id)
    }
    try take(WorkItem(content: content, file: path, inputSize: file.size))
  }
}
