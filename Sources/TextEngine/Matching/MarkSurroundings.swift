/// What the neighbours of a mark say about its direction.
enum MarkSurroundings {
  /// A blank before and none after, or an opening mark before: `("слово`.
  case opening
  /// None before and a blank after, or punctuation after: `слово".`
  case closing
  /// Blanks on both sides or letters on both sides.
  case unclear

  /// Looks at the tokens before and after a mark; `opened` tells of the mark before whether it opened something.
  init(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>, opened: (Int) -> Bool) {
    let isGluedBefore = token > 0 && Self.isGlued(token, table)
    let isGluedAfter = token + 1 < table.count && Self.isGlued(token + 1, table)
    switch (isGluedBefore, isGluedAfter) {
    case (false, true): self = .opening
    case (true, false): self = Self.isOpening(token - 1, table, text, opened) ? .unclear : .closing
    case (false, false): self = .unclear
    case (true, true):
      if Self.isOpening(token - 1, table, text, opened) || Self.isDash(token - 1, table, text) {
        self = .opening
      } else if table.kinds[token + 1] == .other {
        self = .closing
      } else {
        self = .unclear
      }
    }
  }

  private static func isGlued(_ token: Int, _ table: TokenTable) -> Bool {
    table.flags[token].isDisjoint(with: [.spaceBefore, .lineBefore, .paragraphStart])
  }

  private static func isOpening(
    _ token: Int,
    _ table: TokenTable,
    _ text: Span<UInt8>,
    _ opened: (Int) -> Bool
  ) -> Bool {
    let span = table.span(token)
    guard span.end <= text.count, span.count > 0 else { return false }
    if span.count == 1 {
      switch text[span.start] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "/"), UInt8(ascii: "="): return true
      default: break
      }
    }
    return QuoteMark(token, table, text) != nil && opened(token)
  }

  private static func isDash(_ token: Int, _ table: TokenTable, _ text: Span<UInt8>) -> Bool {
    let span = table.span(token)
    guard span.end <= text.count else { return false }
    switch span.count {
    case 1: return text[span.start] == UInt8(ascii: "-")
    // U+2010 to U+2015
    case 3:
      return text[span.start] == 0xE2 && text[span.start + 1] == 0x80
        && (0x90...0x95).contains(text[span.start + 2])
    default: return false
    }
  }
}
