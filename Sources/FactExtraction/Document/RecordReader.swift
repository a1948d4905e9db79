import TextEngine

/// Makes documents of the records of JSON Lines.
///
/// Members may come in any order; unknown ones are checked and passed over; of two with one name the last
/// counts. Offsets count in the text as decoded, so `\n` is one scalar.
///
///     var reader = RecordReader()
///     let line: [UInt8] = Array(#"{"id":7,"text":"В Актау","date":"2025-10-29"}"#.utf8)
///     try reader.read(line.span).date?.day  // 29
public struct RecordReader: Sendable {
  private let idName: [UInt8]
  private let textName: [UInt8]
  private let dateName: [UInt8]
  /// What holds a record, for messages.
  private let unit: String
  private var scratch: [UInt8] = []

  /// Makes a reader that looks for members of these names; `unit` is what messages call the place of a record.
  public init(fields: RecordFields = RecordFields(), unit: String = "line") {
    self.unit = unit
    idName = Array(fields.id.utf8)
    textName = Array(fields.text.utf8)
    dateName = Array(fields.date.utf8)
  }

  /// Reads one line, given without its line feed.
  ///
  /// - Throws: `RejectedRecord` where the line has no document; it names the id if that was read.
  /// - Complexity: O(*n*) in the length of the line.
  public mutating func read(_ line: Span<UInt8>) throws(RejectedRecord) -> Document {
    var record = Record()
    var fault: DocumentFault?
    do throws(DocumentFault) {
      try read(line, into: &record)
    } catch {
      fault = error
    }
    return try record.document(from: line, fault: fault, unit: unit)
  }

  private mutating func read(
    _ line: Span<UInt8>,
    into record: inout Record
  ) throws(DocumentFault) {
    var scanner = JSONScanner()
    scanner.skipSpace(line)
    guard let first = scanner.peek(line) else {
      throw DocumentFault(.emptyLine, "the \(unit) is empty")
    }
    guard first == UInt8(ascii: "{") else {
      try scanner.skipValue(line, scratch: &scratch)
      try expectEnd(of: line, at: &scanner)
      throw DocumentFault(.notAnObject, "the \(unit) is JSON, but not an object")
    }
    _ = scanner.skip(first, in: line)
    scanner.skipSpace(line)
    if !scanner.skip(UInt8(ascii: "}"), in: line) {
      repeat {
        try readMember(line, at: &scanner, into: &record)
        scanner.skipSpace(line)
      } while scanner.skip(UInt8(ascii: ","), in: line)
      guard scanner.skip(UInt8(ascii: "}"), in: line) else {
        throw scanner.fault("a comma or a closing brace should stand here")
      }
    }
    try expectEnd(of: line, at: &scanner)
  }

  private func expectEnd(
    of line: Span<UInt8>,
    at scanner: inout JSONScanner
  ) throws(DocumentFault) {
    scanner.skipSpace(line)
    if scanner.peek(line) != nil { throw scanner.fault("the \(unit) goes on after the record") }
  }

  private mutating func readMember(
    _ line: Span<UInt8>,
    at scanner: inout JSONScanner,
    into record: inout Record
  ) throws(DocumentFault) {
    scratch.removeAll(keepingCapacity: true)
    try scanner.readName(line, into: &scratch)
    scanner.skipSpace(line)
    if scratch == textName {
      record.text = try readText(line, at: &scanner)
    } else if scratch == idName {
      record.id = try readID(line, at: &scanner)
    } else if scratch == dateName {
      record.date = try readDate(line, at: &scanner)
    } else {
      try scanner.skipValue(line, scratch: &scratch)
    }
  }

  private mutating func readText(
    _ line: Span<UInt8>,
    at scanner: inout JSONScanner
  ) throws(DocumentFault) -> Record.Text {
    switch scanner.peek(line) {
    case UInt8(ascii: "\""):
      var bytes: [UInt8] = []
      // A text is nearly all of its line; one allocation is enough.
      bytes.reserveCapacity(line.count - scanner.index)
      try scanner.readString(line, into: &bytes)
      return .string(bytes, hasLoneSurrogate: scanner.sawLoneSurrogate)
    case UInt8(ascii: "n"):
      try scanner.skipValue(line, scratch: &scratch)
      return .missing
    default:
      let column = scanner.index + 1
      try scanner.skipValue(line, scratch: &scratch)
      return .invalid(column: column)
    }
  }

  private mutating func readID(
    _ line: Span<UInt8>,
    at scanner: inout JSONScanner
  ) throws(DocumentFault) -> Record.ID {
    let start = scanner.index
    let first = scanner.peek(line)
    try scanner.skipValue(line, scratch: &scratch)
    switch first {
    case UInt8(ascii: "\""):
      var raw: [UInt8] = []
      line.extracting(start..<scanner.index).withUnsafeBufferPointer { raw = Array($0) }
      guard scanner.sawLoneSurrogate || JSONEscaping.needsEscape(raw) else {
        return .json(raw, hasLoneSurrogate: false)
      }
      // Not every valid string may stand in the output as it is: see `JSONWriter`.
      return Record.ID(text: scratch.span, hasLoneSurrogate: scanner.sawLoneSurrogate)
    case UInt8(ascii: "n"): return .missing
    case let byte? where byte == UInt8(ascii: "-") || 0x30...0x39 ~= byte:
      var raw: [UInt8] = []
      line.extracting(start..<scanner.index).withUnsafeBufferPointer { raw = Array($0) }
      return .json(raw, hasLoneSurrogate: false)
    default: return .invalid(column: start + 1)
    }
  }

  private mutating func readDate(
    _ line: Span<UInt8>,
    at scanner: inout JSONScanner
  ) throws(DocumentFault) -> Record.Day {
    let first = scanner.peek(line)
    try scanner.skipValue(line, scratch: &scratch)
    if first == UInt8(ascii: "n") { return .missing }
    return first == UInt8(ascii: "\"") ? Record.Day(scratch.span) : .invalid
  }
}
