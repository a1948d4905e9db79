import FactExtraction

/// Tells how the documents lie in a stream that has no name.
struct FormatGuess {
  /// The members or columns that are wanted.
  let fields: RecordFields
  /// The bytes that are looked at.
  let limit: Int

  /// The format of a stream, which stays unread.
  ///
  /// Records start with a brace, and an array of them with a bracket and a brace. A table has a first line of
  /// several columns, one of which has the name of the text's. All else is a text.
  func format(of stream: PeekedStream) -> InputFormat {
    // White space tells nothing, however much there is.
    let head = stream.peek { $0.count > limit || Self.firstVisible(in: $0) != nil }
    guard let first = Self.firstVisible(in: head) else {
      // Nothing visible at all is an empty dump, not an empty article.
      return head.count > limit ? .text : .jsonl
    }
    switch head[first] {
    case UInt8(ascii: "{"): return .jsonl
    case UInt8(ascii: "["):
      // «[Видео] В Актау …» is a text.
      let start = first + 1
      let head = stream.peek { $0.count > limit || Self.firstVisible(in: $0, from: start) != nil }
      let next = Self.firstVisible(in: head, from: start).map { head[$0] }
      return next == UInt8(ascii: "{") ? .json : .text
    default: return table(stream) ?? .text
    }
  }

  private func table(_ stream: PeekedStream) -> InputFormat? {
    let head = stream.peek { $0.count > TableHeader.limit || $0.firstLineFeed() != nil }
    guard let end = head.firstLineFeed(), end <= TableHeader.limit else { return nil }
    return [InputFormat.csv, .tsv].first { format in
      let header = TableHeader(format: format, fields: fields)
      guard let layout = try? header.layout(of: stream) else { return false }
      return layout.columnCount > 1
    }
  }

  /// The place of the first byte that is not white space or part of a BOM.
  private static func firstVisible(in bytes: [UInt8], from start: Int = 0) -> Int? {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard start <= bytes.count else { return nil }
    return bytes[max(start, mark)...].firstIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }
}
