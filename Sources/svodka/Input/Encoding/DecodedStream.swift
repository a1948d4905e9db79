import TextEngine

/// A stream as UTF-8, whatever encoding it is in.
///
/// With `auto` the encoding is decided once, on the first 64 KiB, before anything that depends on it is given
/// on. Of a pipe whose writer waits for an answer only whole lines of UTF-8 are taken as a decision.
final class DecodedStream: ByteStream {
  private let base: any ByteStream
  private let notes: EncodingNotes
  private var isDecided: Bool
  private var decoder: (any TextDecoder)?
  /// The bytes of ASCII that were given on without a decision.
  private var passedOn = 0
  private var isAtEnd = false
  private var failure: CommandFailure?

  /// Decodes another stream; `notes` are told what was decided.
  init(_ base: any ByteStream, encoding: TextEncoding, notes: EncodingNotes) {
    self.base = base
    self.notes = notes
    isDecided = encoding != .auto
    decoder = encoding.makeDecoder()
  }

  var name: String { base.name }

  var isWaiting: Bool { base.isWaiting }

  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    if let failure { throw failure }
    if isAtEnd { return 0 }
    if !isDecided { return try readUndecided(into: &bytes) }
    guard decoder != nil else { return try base.read(into: &bytes) }
    let start = bytes.count
    while bytes.count == start, !isAtEnd {
      var piece: [UInt8] = []
      isAtEnd = try base.read(into: &piece) == 0
      decode(piece, into: &bytes)
    }
    return bytes.count - start
  }

  private func decode(_ piece: [UInt8], into bytes: inout [UInt8]) {
    guard decoder != nil else {
      bytes.append(contentsOf: piece)
      return
    }
    decoder?.decode(piece, into: &bytes)
    if isAtEnd { decoder?.finish(into: &bytes) }
  }

  private func readUndecided(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    let start = bytes.count
    var head: [UInt8] = []
    while head.count + passedOn < EncodingVerdict.headSize, !isAtEnd, failure == nil {
      do throws(CommandFailure) {
        isAtEnd = try base.read(into: &head) == 0
      } catch {
        // What came before the failure is given first.
        failure = error
      }
      if head.last == UInt8(ascii: "\n"), base.isWaiting,
        UTF8Validation.firstFault(in: head.span) == nil, !head.contains(0)
      {
        // Nobody else would go on. Lines of ASCII are the same in all encodings that have lines of bytes.
        isDecided = head.contains { $0 >= 0x80 }
        passedOn += head.count
        bytes.append(contentsOf: head)
        return head.count
      }
    }
    isDecided = true
    switch EncodingVerdict(head: head, isWhole: isAtEnd) {
    case .encoding(let encoding):
      decoder = encoding.makeDecoder()
      if encoding != .utf8 { notes.note(encoding, of: name) }
    case .unknown(let reason):
      let failure = CommandFailure(
        status: .inputOutput,
        message: "\(name): the encoding cannot be told: \(reason); name it with --encoding"
      )
      self.failure = failure
      throw failure
    }
    decode(head, into: &bytes)
    // Nothing is an end only where there is one: all that was looked at may have been given on before.
    return bytes.count > start ? bytes.count - start : try read(into: &bytes)
  }
}
