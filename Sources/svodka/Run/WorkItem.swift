import FactExtraction

/// What a worker takes at a time: a block of lines or other records, one text, or a document that could not be read.
struct WorkItem: Sendable {
  /// What there is to do.
  enum Content: Sendable {
    case lines(LineBlock)
    case records(RecordBlock)
    case text([UInt8], id: DocumentID)
    case fault(DocumentFault, id: DocumentID)
  }

  /// What there is to do.
  let content: Content
  /// The file it comes from; nil for standard input.
  let file: String?
  /// The bytes of input that it stands for, for the progress line.
  var inputSize: Int
  /// What stands for all input up to the end of this item, where the run keeps account of it.
  var inputHash: UInt64?
}
