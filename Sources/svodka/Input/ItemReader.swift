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
      guard file.format == .text else { throw error }
      try take(fault(error, of: file, size: file.size))
      return
    }
    let format = file.format == .auto ? sniffFormat(of: stream) : file.format
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
    default: try take(text(stream, of: file, size: size))
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

  private func text(_ stream: PeekedStream, of file: InputFile, size: () -> Int) -> WorkItem {
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
      return fault(error, of: file, size: size())
    }
  }

  // MARK: Formats

  /// The format of standard input.
  private func sniffFormat(of stream: PeekedStream) -> InputFormat {
    // A first byte that is white space, of any number as far as the limit goes, tells nothing.
    let head = stream.peek { $0.count > lineLimit || Self.firstVisible(in: $0) != nil }
    guard let first = Self.firstVisible(in: head) else {
      // Nothing visible at all is an empty dump, not an empty article.
      return head.count > lineLimit ? .text : .jsonl
    }
    return head[first] == UInt8(ascii: "{") ? .jsonl : .text
  }

  /// The place of the first byte that is not white space or part of a BOM.
  static func firstVisible(in bytes: [UInt8]) -> Int? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[start...].firstIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) }
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
