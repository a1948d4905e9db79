/// Turns byte offsets of a text into the offsets that other tools count.
///
/// The counts at every 64th byte are kept, so that a look-up reads a few bytes only.
///
///     OffsetMap(SourceText("в Актау"), unit: .scalar).offset(ofByte: 3)  // 2
public struct OffsetMap: Sendable {
  private static let step = 64

  private let text: SourceText
  private let unit: OffsetUnit
  private var checkpoints: [Int] = []

  /// Counts a text once.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  public init(_ text: SourceText, unit: OffsetUnit) {
    self.text = text
    self.unit = unit
    guard unit != .utf8 else { return }
    checkpoints.reserveCapacity(text.count / Self.step + 1)
    var units = 0
    let bytes = text.bytes.span
    for index in 0..<bytes.count {
      if index % Self.step == 0 { checkpoints.append(units) }
      units += unit.width(ofLead: bytes[index])
    }
    checkpoints.append(units)
  }

  /// The number of units before a byte offset, clamped to the text.
  ///
  /// - Complexity: O(1).
  public func offset(ofByte offset: Int) -> Int {
    let offset = max(0, min(offset, text.count))
    guard unit != .utf8 else { return offset }
    let bytes = text.bytes.span
    var units = offset == 0 ? 0 : checkpoints[offset / Self.step]
    for index in (offset / Self.step * Self.step)..<offset {
      units += unit.width(ofLead: bytes[index])
    }
    return units
  }

  /// A span in units.
  public func range(of span: TextSpan) -> (start: Int, end: Int) {
    (offset(ofByte: span.start), offset(ofByte: span.end))
  }
}

/// What the offsets in the output count.
public enum OffsetUnit: String, CaseIterable, Hashable, Sendable {
  /// Unicode scalars, as Python and brat count.
  case scalar
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 units, as JavaScript and Java count.
  case utf16

  /// How many units the character adds that this byte starts; none for a byte inside a character.
  @inline(__always)
  func width(ofLead byte: UInt8) -> Int {
    if byte & 0xC0 == 0x80 { return self == .utf8 ? 1 : 0 }
    return self == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}
