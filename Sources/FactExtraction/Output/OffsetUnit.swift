/// What the offsets in the output count.
public enum OffsetUnit: String, CaseIterable, Hashable, Sendable {
  /// Unicode scalars, as Python and brat count.
  case scalar
  /// UTF-8 bytes.
  case utf8
  /// UTF-16 units, as JavaScript and Java count.
  case utf16
}
