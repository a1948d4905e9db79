import FactExtraction
import TextEngine

/// Turns items of work into output; each worker of a run has its own.
struct DocumentWorker {
  /// Appends the record of a document.
  typealias Extract = (Document, inout JSONWriter) -> Void

  /// What a run was asked for, as far as workers need it.
  struct Settings: Sendable {
    var fields = RecordFields()
    var date: CalendarDate?
    var isPretty = false
  }

  private let settings: Settings
  private let extract: Extract
  private var reader: RecordReader
  private var elementReader: RecordReader
  private var rowReader = RowReader()
  private var writer = JSONWriter()
  private var result = WorkResult()

  /// Makes a worker around an extractor of its own.
  init(settings: Settings, extract: @escaping Extract) {
    self.settings = settings
    self.extract = extract
    reader = RecordReader(fields: settings.fields)
    elementReader = RecordReader(fields: settings.fields, unit: "element")
  }

  /// Does one item.
  mutating func process(_ item: WorkItem) -> WorkResult {
    result = WorkResult()
    result.counts.bytes = item.inputSize
    result.inputHash = item.inputHash
    guard mayGoOn() else { return result }
    switch item.content {
    case .lines(let block): process(block, file: item.file)
    case .records(let block): process(block, file: item.file)
    case .text(let bytes, let id): process(text: bytes, id: id, file: item.file)
    case .fault(let fault, let id): append(fault, id: id, file: item.file, line: nil)
    }
    return result
  }

  /// Whether there is time for another document; else the result is cut short.
  private mutating func mayGoOn() -> Bool {
    if Interruption.isRequested { result.isComplete = false }
    return result.isComplete
  }

  private mutating func process(_ block: LineBlock, file: String?) {
    guard !block.isTooLong else {
      append(block.fault, id: .none, file: file, line: block.firstLine)
      return
    }
    var line = block.firstLine
    var start = 0
    let bytes = block.bytes.span
    while start < bytes.count, mayGoOn() {
      let end = block.bytes.firstLineFeed(from: start) ?? bytes.count
      if end - start > block.limit {
        append(block.fault, id: .none, file: file, line: line)
      } else {
        do throws(RejectedRecord) {
          append(try reader.read(bytes.extracting(start..<end)))
        } catch {
          append(error.fault, id: error.id, file: file, line: line)
        }
      }
      line += 1
      start = end + 1
    }
  }

  private mutating func process(_ block: RecordBlock, file: String?) {
    let bytes = block.bytes.span
    for record in block.records {
      guard mayGoOn() else { return }
      do throws(RejectedRecord) {
        if let fault = record.fault { throw RejectedRecord(fault: fault) }
        let part = bytes.extracting(record.range)
        switch block.layout {
        case .json: append(try elementReader.read(part))
        case .row(let layout): append(try rowReader.read(part, layout: layout))
        }
      } catch {
        append(error.fault, id: error.id, file: file, line: record.line, record: record.number)
      }
    }
  }

  private mutating func process(text bytes: [UInt8], id: DocumentID, file: String?) {
    do throws(InvalidUTF8) {
      append(Document(id: id, text: try SourceText(validating: bytes)))
    } catch {
      let fault = DocumentFault(
        .invalidUTF8,
        "byte \(error.offset + 1) of the text is not UTF-8; --encoding names another"
      )
      append(fault, id: id, file: file, line: nil)
    }
  }

  private mutating func append(_ document: Document) {
    var document = document
    document.date = document.date ?? settings.date ?? Document.leadingDate(in: document.text)
    extract(document, &writer)
    finishRecord()
  }

  private mutating func append(
    _ fault: DocumentFault,
    id: DocumentID,
    file: String?,
    line: Int?,
    record: Int? = nil
  ) {
    writer.errorRecord(id: id, file: file, line: line, record: record, fault: fault)
    result.counts.errors += 1
    finishRecord()
  }

  private mutating func finishRecord() {
    result.counts.read += 1
    result.counts.written += 1
    if settings.isPretty {
      let record = writer.bytes
      JSONIndenter.append(record.span.extracting(..<(record.count - 1)), to: &result.output)
      result.output.append(UInt8(ascii: "\n"))
    } else {
      result.output.append(contentsOf: writer.bytes)
    }
    writer.removeAll()
  }
}

extension LineBlock {
  /// What is said of a line above the limit.
  fileprivate var fault: DocumentFault {
    DocumentFault(.tooLong, "the line is longer than \(limit) bytes")
  }
}
