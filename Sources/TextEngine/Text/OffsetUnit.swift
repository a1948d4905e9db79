/// What offsets in the output count.
public enum OffsetUnit: String, CaseIterable, Hashable, Sendable {
  /// Unicode scalars, as Python and brat count.
  case scalar
  /// Bytes of UTF-8.
  case utf8
  /// Units of UTF-16, as Java and JavaScript count.
  case utf16

  /// The units that a byte adds: those of the scalar that it begins, none inside a scalar.
  @inline(__always)
  func width(ofLead byte: UInt8) -> Int {
    if self == .utf8 { return 1 }
    if byte & 0xC0 == 0x80 { return 0 }
    return self == .utf16 && byte >= 0xF0 ? 2 : 1
  }
}
