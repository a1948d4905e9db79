/// The quotation marks, by what their shape says.
package enum QuoteMark: UInt8 {
  /// `«`
  case openGuillemet
  /// `»`
  case closeGuillemet
  /// `‹`
  case openSingleGuillemet
  /// `›`
  case closeSingleGuillemet
  /// `„`, which opens
  case low
  /// `“`, which closes after `„` and opens before `”`
  case left
  /// `”`, which closes
  case right
  /// `"`, which may be either
  case straight

  /// Whether the mark opens wherever its shape is used as it should be.
  var hasOpeningShape: Bool {
    switch self {
    case .openGuillemet, .openSingleGuillemet, .low, .left: true
    case .closeGuillemet, .closeSingleGuillemet, .right, .straight: false
    }
  }

  /// The mark that a token is, or nil.
  init?(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) {
    self.init(table.span(token), text)
  }

  /// The number of bytes of a mark that begins with a byte; 0 where none does.
  package static func width(ofLead lead: UInt8) -> Int {
    switch lead {
    case UInt8(ascii: "\""): 1
    case 0xC2: 2
    case 0xE2: 3
    default: 0
    }
  }

  /// The mark that some bytes are, or nil.
  @inline(__always)
  package init?(_ span: TextSpan, _ text: Span<UInt8>) {
    guard span.start >= 0, span.end <= text.count else { return nil }
    switch span.count {
    case 1:
      guard text[span.start] == UInt8(ascii: "\"") else { return nil }
      self = .straight
    case 2:
      guard text[span.start] == 0xC2 else { return nil }
      switch text[span.start + 1] {
      case 0xAB: self = .openGuillemet
      case 0xBB: self = .closeGuillemet
      default: return nil
      }
    case 3:
      guard text[span.start] == 0xE2, text[span.start + 1] == 0x80 else { return nil }
      switch text[span.start + 2] {
      case 0x9C, 0x9F: self = .left
      case 0x9D: self = .right
      case 0x9E: self = .low
      case 0xB9: self = .openSingleGuillemet
      case 0xBA: self = .closeSingleGuillemet
      default: return nil
      }
    default: return nil
    }
  }
}
