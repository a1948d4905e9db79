@testable import svodka

/// Bytes in memory that come in pieces of a size.
final class PieceStream: ByteStream {
  private var bytes: ArraySlice<UInt8>
  private let pieceSize: Int
  let name = "pieces"
  /// Whether its partner waits whenever the last piece ended with a line feed.
  let isInteractive: Bool
  private var lastByte: UInt8?

  init(_ bytes: [UInt8], pieceSize: Int = 4096, isInteractive: Bool = false) {
    self.bytes = bytes[...]
    self.pieceSize = pieceSize
    self.isInteractive = isInteractive
  }

  var isWaiting: Bool { isInteractive && lastByte == UInt8(ascii: "\n") }

  func read(into output: inout [UInt8]) throws(CommandFailure) -> Int {
    let piece = bytes.prefix(pieceSize)
    output.append(contentsOf: piece)
    bytes = bytes.dropFirst(piece.count)
    lastByte = piece.last
    return piece.count
  }
}

extension ByteStream {
  /// All that a stream gives, and what it ends with if that is not its end.
  func everything() -> (bytes: [UInt8], failure: CommandFailure?) {
    var bytes: [UInt8] = []
    do throws(CommandFailure) {
      while try read(into: &bytes) > 0 {}
      return (bytes, nil)
    } catch {
      return (bytes, error)
    }
  }
}
