/// The sizes of the pieces that a run begins with.
///
/// The first piece is one document, so that its record is written when it is found; then pieces grow until blocks are
/// taken as they were read, which costs the least.
struct BlockRamp {
  /// The second piece.
  private static let smallest = 4 << 10

  /// The bytes from which on a piece is large enough; of the first, any document is.
  private(set) var size = 0

  /// Whether blocks are no longer cut.
  var isOver: Bool { size >= ByteSource.pieceSize }

  /// Goes on to the next piece.
  mutating func grow() { size = max(Self.smallest, size * 2) }
}
