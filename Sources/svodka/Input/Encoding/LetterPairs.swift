/// How much a text looks Russian when its bytes are read by a code page.
///
/// The letters of all pages are in other places, so only the right page makes pairs of letters that are common
/// in Russian. Where two pages share the small letters, as Windows and Mac do, the capitals decide: they do not
/// stand inside of words, and a letter that is none of Russian's hardly stands anywhere. Some capitals of Windows
/// are the marks of Mac, which do not stand before a word unless they open it.
struct LetterPairs {
  /// The symbols of the table: the 32 letters, ё counted as е, and 0 for all else.
  private static let symbolCount = 33
  /// What a symbol costs that Russian hardly has, an eighth of a bit each; likewise a capital after a small letter.
  private static let strangeCost = 112
  /// What the quotation marks, dashes and other marks cost that are common in print.
  private static let markCost = 48
  /// What a small letter costs right behind a mark that does not open anything.
  private static let badMarkCost = 80

  private enum Kind {
    case plain, openingMark, mark, strange, capital, small
  }

  /// The symbol and kind of each byte.
  private let symbols: [Int]
  private let kinds: [Kind]

  /// Reads by a code page.
  init(page: CodePage) {
    let read = (0...UInt8.max).map { byte in Self.classify(byte, page: page) }
    symbols = read.map(\.symbol)
    kinds = read.map(\.kind)
  }

  /// The logarithm of the text's probability, in bits; the higher the better.
  func score(_ bytes: ArraySlice<UInt8>) -> Double {
    var eighths = 0
    var (lastSymbol, lastKind) = (0, Kind.plain)
    for byte in bytes {
      let (symbol, kind) = (symbols[Int(byte)], kinds[Int(byte)])
      if lastSymbol != 0 || symbol != 0 {
        eighths += Int(Self.table[lastSymbol * Self.symbolCount + symbol])
      }
      switch kind {
      case .plain: break
      case .small: if lastKind == .mark { eighths -= Self.badMarkCost }
      case .mark, .openingMark: eighths -= Self.markCost
      case .strange: eighths -= Self.strangeCost
      case .capital: if lastKind == .small { eighths -= Self.strangeCost }
      }
      (lastSymbol, lastKind) = (symbol, kind)
    }
    return Double(eighths) / 8
  }

  private static func classify(_ byte: UInt8, page: CodePage) -> (symbol: Int, kind: Kind) {
    guard byte >= 0x80 else { return (0, .plain) }
    guard let value = page[byte]?.value else { return (0, .strange) }
    switch value {
    case 0x0410...0x042F: return (Int(value) - 0x0410 + 1, .capital)
    case 0x0430...0x044F: return (Int(value) - 0x0430 + 1, .small)
    // Ё and ё.
    case 0x0401: return (6, .capital)
    case 0x0451: return (6, .small)
    // § « ‘ “ „ №
    case 0xA7, 0xAB, 0x2018, 0x201C, 0x201E, 0x2116: return (0, .openingMark)
    // No-break space, © ° » – — ’ ” • …
    case 0xA0, 0xA9, 0xB0, 0xBB, 0x2013, 0x2014, 0x2019, 0x201D, 0x2022, 0x2026: return (0, .mark)
    default: return (0, .strange)
    }
  }
}
