/// Turns byte offsets of a text into the offsets that other tools count, and back.
///
///     let map = OffsetMap(SourceText("в Актау"), unit: .scalar)
///     map.offset(ofByte: 3)    // 2
///     map.byte(atOffset: 2)    // 3
///
/// The counts at every 64th byte are kept, so that a look-up reads a few bytes only. Offsets outside the text are
/// clamped; an offset inside a scalar stands for the scalar's start.
public struct OffsetMap: Sendable {
  private static let step = 64

  private let text: SourceText
  private let unit: OffsetUnit
  /// The units before every 64th byte; empty where units are bytes.
  private let checkpoints: [Int]

  /// Counts a text once.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ text: SourceText, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    var checkpoints: [Int] = []
    if unit != .utf8 {
      checkpoints.reserveCapacity(text.count / Self.step + 1)
      checkpoints.append(0)
      var units = 0
      var start = 0
      let bytes = text.bytes.span
      while start + Self.step <= bytes.count {
        units += Self.units(bytes, from: start, to: start + Self.step, unit)
        checkpoints.append(units)
        start += Self.step
      }
    }
    self.checkpoints = checkpoints
  }

  /// The number of units before a byte.
  ///
  /// - Complexity: O(1).
  public func offset(ofByte byte: Int) -> Int {
    let start = scalarStart(byte)
    guard unit != .utf8 else { return start }
    let block = start / Self.step
    return checkpoints[block]
      + Self.units(text.bytes.span, from: block * Self.step, to: start, unit)
  }

  /// A span in units.
  public func range(of span: TextSpan) -> (start: Int, end: Int) {
    (offset(ofByte: span.start), offset(ofByte: span.end))
  }

  /// The byte after a number of units; the second half of a UTF-16 pair stands for the first.
  ///
  /// - Complexity: O(log *n*).
  public func byte(atOffset offset: Int) -> Int {
    guard unit != .utf8, offset > 0 else { return scalarStart(offset) }
    // The last block before which there are at most so many units.
    let block = max(0, checkpoints.partitioningIndex { $0 > offset } - 1)
    let bytes = text.bytes.span
    var left = offset - checkpoints[block]
    var byte = block * Self.step
    while byte < bytes.count {
      let width = unit.width(ofLead: bytes[byte])
      // The bytes inside a scalar belong to what has been passed.
      if width > left { break }
      left -= width
      byte += 1
    }
    return byte
  }

  /// The first byte of the scalar that a byte belongs to.
  private func scalarStart(_ byte: Int) -> Int {
    guard byte > 0 else { return 0 }
    guard byte < text.count else { return text.count }
    var start = byte
    while start > 0, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }

  private static func units(
    _ bytes: Span<UInt8>,
    from start: Int,
    to end: Int,
    _ unit: OffsetUnit
  ) -> Int {
    var units = 0
    var start = start
    // Eight bytes at a time: a scalar begins with each that is not 10xxxxxx.
    while unit == .scalar, start + 8 <= end {
      units += 8 - EightBytes(bytes, at: start).continuations.nonzeroBitCount
      start += 8
    }
    // So are the last ones, if the text goes on for as many.
    if unit == .scalar, start < end, start + 8 <= bytes.count {
      let counted = (1 as UInt64) << UInt64(8 * (end - start)) - 1
      let inside = EightBytes(bytes, at: start).continuations & counted
      return units + end - start - inside.nonzeroBitCount
    }
    for index in start..<end { units += unit.width(ofLead: bytes[index]) }
    return units
  }
}
