/// Bytes that come in pieces: a file, or what becomes of one as it is unpacked and decoded.
protocol ByteStream: AnyObject {
  /// What the stream is called in messages.
  var name: String { get }

  /// Whether reading would wait for somebody to write, as far as that can be told.
  var isWaiting: Bool { get }

  /// Appends the next piece to `bytes`.
  ///
  /// - Returns: The number of bytes, 0 at the end.
  /// - Throws: `CommandFailure` where there are no more bytes that could be trusted; all that could be were
  ///   given before.
  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int
}

extension ByteStream {
  /// Reads to the end, or until there are more than `limit` bytes; nil in that case.
  func readAll(limit: Int) throws(CommandFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while try read(into: &bytes) > 0 {
      if bytes.count > limit { return nil }
    }
    return bytes
  }
}
