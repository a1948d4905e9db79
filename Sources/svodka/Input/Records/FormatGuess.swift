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
    let (head, found) = firstVisible(in: stream)
    guard let first = found else {
      // Nothing visible at all is an empty dump, not an empty article.
      return head.count > limit ? .text : .jsonl
    }
    switch head[first] {
    case UInt8(ascii: "{"): return .jsonl
    case UInt8(ascii: "["):
      // «[Видео] В Актау …» is a text.
      let (head, next) = firstVisible(in: stream, from: first + 1)
      return next.map { head[$0] } == UInt8(ascii: "{") ? .json : .text
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

  /// The place of the first byte that is not white space or part of a BOM, and what was looked at for it.
  private func firstVisible(
    in stream: PeekedStream,
    from start: Int = 0
  ) -> (head: [UInt8], place: Int?) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    var (next, place) = (start, Int?.none)
    // What was looked at once is not looked at again when more has come.
    func look(at head: [UInt8]) {
      if next == 0, head.starts(with: mark) { next = mark.count }
      guard next < head.count else { return }
      place = head[next...].firstIndex { $0 != 0x20 && !(0x09...0x0D).contains($0) }
      next = head.count
    }
    let head = stream.peek { head in
      if head.count < mark.count, mark.starts(with: head) { return false }
      look(at: head)
      return place != nil || head.count > limit
    }
    if place == nil { look(at: head) }
    return (head, place)
  }
}
