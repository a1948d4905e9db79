import CDecompression

/// What a compressed stream holds; members or frames that follow each other are one.
///
/// Memory is bounded by a piece on each side and the library's window, whatever the data says.
final class UnpackedStream: ByteStream {
  /// The bytes that may come of any number, however few; a small file may be all zeros.
  static let freeBytes = 64 << 20

  private let base: any ByteStream
  private let compression: Compression
  private let unpacker: Unpacker
  private let maximalRatio: Int
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ByteSource.pieceSize,
    alignment: 16
  )
  /// Compressed bytes; those before `used` are unpacked.
  private var input: [UInt8] = []
  private var used = 0
  /// All compressed bytes that were unpacked, and all bytes that came of them.
  private var (consumed, produced) = (0, 0)
  private var isBetweenMembers = true
  private var isFirstMember = true
  /// Whether the library may hold bytes back because there was no room for them.
  private var mayHoldBytes = false
  private var isAtEnd = false
  private var failure: CommandFailure?

  /// Unpacks `base`, which must have begun as `compression` begins.
  ///
  /// - Throws: `CommandFailure` with status 74 where the library for it is missing.
  init(
    _ base: any ByteStream,
    compression: Compression,
    maximalRatio: Int,
    library: String? = nil
  ) throws(CommandFailure) {
    guard let unpacker = Unpacker(compression, library: library) else {
      let file = base.name.hasSuffix("standard input") ? "DUMP" : base.name
      throw CommandFailure(
        status: .inputOutput,
        message: "\(base.name) is compressed with \(compression.name), for which "
          + "\(compression.isReadHere ? "this system has no library" : "there is no reader"); "
          + "use a pipe: \(compression.unpackingCommand) \(file) | svodka extract -"
      )
    }
    self.base = base
    self.compression = compression
    self.unpacker = unpacker
    self.maximalRatio = maximalRatio
  }

  deinit { buffer.deallocate() }

  var name: String { base.name }

  // Compressed data comes in blocks, so nobody waits for an answer to a line of it.
  var isWaiting: Bool { false }

  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    var count = 0
    // What came before a fault is given first; the fault is thrown by the next call.
    while count == 0, failure == nil, !isAtEnd {
      do throws(CommandFailure) {
        count = try step(into: &bytes)
      } catch {
        failure = error
      }
    }
    if count == 0, let failure { throw failure }
    return count
  }

  private func step(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    if used == input.count, !mayHoldBytes {
      try refill()
      if isAtEnd { return 0 }
    }
    if isBetweenMembers, !isFirstMember, try skipPadding() { return 0 }
    let result = input.withUnsafeBytes { bytes in
      unpacker.unpack(UnsafeRawBufferPointer(rebasing: bytes[used...]), into: buffer)
    }
    used += result.consumed
    consumed += result.consumed
    produced += result.produced
    isBetweenMembers = result.status == SVODKA_UNPACK_ENDED
    if isBetweenMembers { isFirstMember = false }
    mayHoldBytes = result.produced == buffer.count && !isBetweenMembers
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<result.produced]))
    note(result)
    return result.produced
  }

  /// Keeps what is wrong after a step, to be thrown when its bytes have been given.
  private func note(_ result: Unpacker.Step) {
    switch result.status {
    case SVODKA_UNPACK_DAMAGED:
      failure = fault("is damaged (\(unpacker.fault))")
    case SVODKA_UNPACK_NO_MEMORY:
      failure = fault(
        "needs too much memory (\(unpacker.fault)); use a pipe with a larger limit, as in "
          + "zstdcat --long=31 \(name) | svodka extract -"
      )
    default:
      if result.consumed == 0, result.produced == 0, used < input.count, !isBetweenMembers {
        failure = fault("is damaged (the library does not go on)")
      }
      if produced > Self.freeBytes, produced / maximalRatio > consumed {
        failure = fault(
          "unpacks to more than \(maximalRatio) times its size; --max-ratio allows more"
        )
      }
    }
  }

  private func refill() throws(CommandFailure) {
    input.removeAll(keepingCapacity: true)
    used = 0
    guard try base.read(into: &input) == 0 else { return }
    isAtEnd = true
    if !isBetweenMembers || isFirstMember { throw fault("ends too early") }
  }

  /// Passes over zeros behind a member, with which tapes and `tar` fill up a block.
  ///
  /// - Returns: Whether that was all there is in memory.
  /// - Throws: `CommandFailure` where something follows that is not compressed.
  private func skipPadding() throws(CommandFailure) -> Bool {
    let start = used
    while used < input.count, input[used] == 0 { used += 1 }
    consumed += used - start
    guard used < input.count else { return true }
    var head = Array(input[used...].prefix(8))
    while Compression.isUndecided(head: head) {
      guard try base.read(into: &input) > 0 else { break }
      head = Array(input[used...].prefix(8))
    }
    guard Compression(head: head) == compression else {
      throw fault("is followed by something that is not \(compression.name)")
    }
    return false
  }

  private func fault(_ what: String) -> CommandFailure {
    CommandFailure(
      status: .inputOutput,
      message: "\(name): the \(compression.name) data \(what), at byte \(consumed) of the file"
    )
  }
}

extension Compression {
  /// Whether there is a reader for it.
  var isReadHere: Bool { self == .gzip || self == .zstd }
}
