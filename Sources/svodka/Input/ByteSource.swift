import Glibc

/// An open file or standard input, read in pieces.
///
/// A piece is what one call of the system gives, so that a partner that writes a line and waits for the
/// answer is not kept waiting for a full buffer.
final class ByteSource {
  /// The bytes that one call asks for.
  static let pieceSize = 256 << 10

  /// What the source is called in messages.
  let name: String
  private let descriptor: Int32
  private let isOwned: Bool
  private let buffer = UnsafeMutableRawBufferPointer.allocate(
    byteCount: ByteSource.pieceSize,
    alignment: 16
  )
  /// Bytes that were looked at already and come first in the next piece.
  private var peeked: [UInt8] = []

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

  deinit {
    buffer.deallocate()
    if isOwned { close(descriptor) }
  }

  /// Appends the next piece to `bytes`.
  ///
  /// - Returns: The number of bytes, 0 at the end.
  func read(into bytes: inout [UInt8]) throws(CommandFailure) -> Int {
    guard peeked.isEmpty else {
      let count = peeked.count
      bytes.append(contentsOf: peeked)
      peeked = []
      return count
    }
    let count = try Descriptor.read(descriptor, into: buffer, named: name)
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    return count
  }

  /// The first byte that is not white space or part of a BOM, which stays unread; nil if there is none.
  ///
  /// - Parameter limit: The bytes of white space that are kept in memory for that at most.
  func firstVisibleByte(limit: Int) throws(CommandFailure) -> UInt8? {
    var seen: [UInt8] = []
    defer { peeked = seen }
    var searched = 0
    while seen.count <= limit {
      guard try read(into: &seen) > 0 else { return nil }
      if searched == 0, seen.starts(with: [0xEF, 0xBB, 0xBF]) { searched = 3 }
      for byte in seen[min(searched, seen.count)...] {
        switch byte {
        case 0x20, 0x09...0x0D: continue
        default: return byte
        }
      }
      searched = seen.count
    }
    return nil
  }

  /// Reads to the end, or until there are more than `limit` bytes; nil in that case.
  func readAll(limit: Int) throws(CommandFailure) -> [UInt8]? {
    var bytes: [UInt8] = []
    while try read(into: &bytes) > 0 {
      if bytes.count > limit { return nil }
    }
    return bytes
  }
}
