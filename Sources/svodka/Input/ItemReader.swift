import FactExtraction

/// Cuts files into items of work.
struct ItemReader {
  /// Takes the items, in order.
  typealias Take = (WorkItem) throws(CommandFailure) -> Void

  /// Opens the files.
  let opener: InputOpener
  /// The members or columns that are read.
  let fields: RecordFields
  /// The longest line, record or text in bytes.
  let lineLimit: Int

  /// Cuts a file into items.
  ///
  /// - Throws: What `take` throws, and `CommandFailure` with status 74 where a file of records cannot be read
  ///   to its end. A text that cannot be read is one item, a fault.
  func read(_ file: InputFile, _ take: Take) throws(CommandFailure) {
    let source: ByteSource
    let stream: PeekedStream
    do throws(CommandFailure) {
      source =
        switch file.place {
        case .standardInput: ByteSource()
        case .path(let path): try ByteSource(path: path)
        }
      stream = try opener.open(source)
    } catch {
      guard file.format == .text, error.status == .inputOutput else { throw error }
      try take(fault(error, of: file, size: file.size))
      return
    }
    let format =
      file.format == .auto
      ? FormatGuess(fields: fields, limit: lineLimit).format(of: stream) : file.format
    var taken = 0
    let size = {
      defer { taken = source.position }
      return source.position - taken
    }
    switch format {
    case .jsonl, .auto:
      var reader = LineBlockReader(stream, lineLimit: lineLimit)
      while let block = try reader.next() {
        try take(WorkItem(content: .lines(block), file: file.path, inputSize: size()))
      }
    case .json:
      let reader = RecordBlockReader(
        stream,
        cutter: ElementCutter(),
        layout: .json,
        limit: lineLimit
      )
      try cut(reader, of: file, size: size, take)
    case .csv, .tsv:
      let layout = try TableHeader(format: format, fields: fields).layout(of: stream)
      let reader = RecordBlockReader(
        stream,
        cutter: TableCutter(delimiter: layout.delimiter),
        layout: .row(layout),
        limit: lineLimit,
        headers: 1
      )
      try cut(reader, of: file, size: size, take)
    case .text: try take(try text(stream, of: file, size: size))
    }
  }

  private func cut<Cutter: RecordCutter>(
    _ reader: RecordBlockReader<Cutter>,
    of file: InputFile,
    size: () -> Int,
    _ take: Take
  ) throws(CommandFailure) {
    var reader = reader
    while let block = try reader.next() {
      try take(WorkItem(content: .records(block), file: file.path, inputSize: size()))
    }
  }

  // MARK: Texts

  /// One line for a text that cannot be had; of a file of records nobody knows how many are lost.
  private func fault(_ failure: CommandFailure, of file: InputFile, size: Int) -> WorkItem {
    let fault = DocumentFault(.unreadable, failure.message ?? "the file cannot be read")
    return WorkItem(
      content: .fault(fault, id: DocumentID(file.id)),
      file: file.path,
      inputSize: size
    )
  }

  private func text(
    _ stream: PeekedStream,
    of file: InputFile,
    size: () -> Int
  ) throws(CommandFailure) -> WorkItem {
    let id = DocumentID(file.id)
    do throws(CommandFailure) {
      let content: WorkItem.Content
      if let bytes = try stream.readAll(limit: lineLimit) {
        content = .text(bytes, id: id)
      } else {
        let message = "the text is longer than \(lineLimit) bytes"
        content = .fault(DocumentFault(.tooLong, message), id: id)
      }
      return WorkItem(content: content, file: file.path, inputSize: size())
    } catch {
      // A run that is asked to end has nothing to say of the file.
      guard error.status == .inputOutput else { throw error }
      return fault(error, of: file, size: size())
    }
  }
}

extension InputFile {
  /// Its path; nil for standard input.
  fileprivate var path: String? {
    switch place {
    case .standardInput: nil
    case .path(let path): path
    }
  }
}
