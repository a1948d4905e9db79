import Glibc

/// An open file or standard input, read in pieces.
///
/// A piece is what one call of the system gives, so that a partner that writes a line and waits for the
/// answer is not kept waiting for a full buffer.
final class ByteSource: ByteStream {
  /// The bytes that one call asks for.
  static let pieceSize = 128 << 10

  let name: String
  private let descriptor: Int32
  private let isOwned: Bool
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ByteSource.pieceSize,
    alignment: 16
  )
  /// The bytes read so far.
  private(set) var position = 0

  /// Opens a file.
  init(path: String) throws(CommandFailure) {
    name = path
    descriptor = try Descriptor.open(path)
    isOwned = true
  }

  /// Takes standard input.
  init() {
    name = "standard input"
    descriptor = STDIN_FILENO
    isOwned = false
  }

  /// All bytes of a file that the caller knows to be of a sensible size, such as one of rules.
  static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
    let source = try ByteSource(path: path)
    var bytes: [UInt8] = []
    while try source.read(into: &bytes) > 0 {}
    return bytes
  }

  deinit {
    buffer.deallocate()
    if isOwned { close(descriptor) }
  }

  var isWaiting: Bool {
    var query = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&query, 1, 0) == 0
  }

  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    let count = try Descriptor.read(descriptor, into: buffer, named: name)
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    position += count
    return count
  }
}
