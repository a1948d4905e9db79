/// Opens what documents are read from: unpacks it if it is compressed, and makes UTF-8 of it.
struct InputOpener {
  /// How files are encoded.
  var encoding = TextEncoding.auto
  /// How many times its size a file may be when it is unpacked.
  var maximalRatio = 200
  /// What is told which files are not UTF-8.
  var notes = EncodingNotes()

  /// The stream of what a source holds, as UTF-8.
  ///
  /// - Throws: `CommandFailure` with status 74 where it is compressed in a way that cannot be unpacked.
  func open(_ source: ByteSource) throws(CommandFailure) -> PeekedStream {
    let raw = PeekedStream(source)
    let head = raw.peek { !Compression.isUndecided(head: $0) }
    guard let compression = Compression(head: head) else { return decoded(raw) }
    return decoded(
      try UnpackedStream(raw, compression: compression, maximalRatio: maximalRatio)
    )
  }

  private func decoded(_ stream: any ByteStream) -> PeekedStream {
    PeekedStream(DecodedStream(stream, encoding: encoding, notes: notes))
  }
}
