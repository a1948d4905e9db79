import CICU

/// What a token is to the sentence splitter.
enum Mark {
  /// `.`, or two and more in a row, or `…`.
  case stop, ellipsis
  /// `!` or `?`.
  case bang
  /// A quotation mark or bracket that opens, that closes, or that its neighbours decide.
  case open(Pair), close(Pair), either(Pair)
  /// `–` and its like.
  case dash
  /// A mark that goes on with the sentence: `,` `;` `:`.
  case inner
  /// Any other mark.
  case symbol
  /// A word or a number, by its first character.
  case upper, lower, digit

  /// Marks that belong together.
  enum Pair: Int, CaseIterable {
    case angle, low, high, single, straight, straightSingle, round, square
  }

  /// Reads a token of a table.
  init(_ token: Int, of table: borrowing TokenTable, in bytes: Span<UInt8>) {
    let start = Int(table.starts[token])
    let first = UTF8Decoding.scalar(in: bytes, at: start)
    if table.kinds[token] == .other {
      self = Self.mark(first.value, isRow: Int(table.ends[token]) > start + first.length)
    } else if (0x30...0x39).contains(first.value) {
      self = .digit
    } else if icu_isUpper(first.value) {
      self = .upper
    } else if icu_isLower(first.value) {
      self = Self.hasCapital(table.span(token), in: bytes) ? .upper : .lower
    } else {
      // Letters without case («ª», Georgian) and handles begin a sentence as well as a capital does.
      self = icu_isLetter(first.value) ? .upper : .symbol
    }
  }

  private static func mark(_ scalar: UInt32, isRow: Bool) -> Mark {
    switch scalar {
    case 0x2E: isRow ? .ellipsis : .stop
    case 0x2026: .ellipsis
    case 0x21, 0x3F, 0x203C, 0x2047, 0x2048, 0x2049, 0x203D: .bang
    case 0xAB: .open(.angle)
    case 0xBB: .close(.angle)
    case 0x201E: .open(.low)
    case 0x201C: .either(.high)
    case 0x201D: .close(.high)
    case 0x2018: .open(.single)
    case 0x2019: .close(.single)
    case 0x22: .either(.straight)
    case 0x27: .either(.straightSingle)
    case 0x28: .open(.round)
    case 0x29: .close(.round)
    case 0x5B: .open(.square)
    case 0x5D: .close(.square)
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212: .dash
    case 0x2C, 0x3A, 0x3B: .inner
    default: .symbol
    }
  }

  /// Whether a word that begins in lower case has a capital inside: «iPhone», «eGov».
  private static func hasCapital(_ span: TextSpan, in bytes: Span<UInt8>) -> Bool {
    var offset = span.start
    while offset < span.end {
      let next = UTF8Decoding.scalar(in: bytes, at: offset)
      if icu_isUpper(next.value) { return true }
      offset += next.length
    }
    return false
  }
}
