/// The grammar of numerals over classified tokens.
struct NumeralGrammar {
  /// The decimal places to which a fraction is rounded: two thirds are `0.666667`.
  static let places = 6

  let items: NumeralItems

  /// Whether a token is a word or digits, as few are.
  @inline(__always)
  func startsNumeral(_ token: Int) -> Bool { items.items[token].kind != .none }

  /// The longest numeral that starts at a token.
  func numeral(at token: Int) -> Numeral? {
    guard let item = items.item(token) else { return nil }
    switch item.kind {
    case .none: return nil
    case .ordinal, .roman:
      guard let digits = items.digits(of: item) else { return nil }
      var numeral = Numeral(
        tokens: token..<Int(item.end),
        value: digits.value,
        cells: digits.cells,
        government: .agreement
      )
      numeral.isOrdinal = true
      numeral.isRoman = item.kind == .roman
      return numeral
    case .digits, .fraction: return cardinal(at: token)?.numeral(from: token)
    case .word:
      let cardinal = cardinal(at: token)?.numeral(from: token)
      guard let ordinal = ordinal(at: token) else { return cardinal }
      guard let cardinal, cardinal.tokens.upperBound > ordinal.tokens.upperBound else {
        return ordinal
      }
      return cardinal
    }
  }

  /// The token at which to look on when no numeral starts at a token.
  func next(after token: Int) -> Int {
    items.item(token).map { Int($0.end) } ?? token + 1
  }

  /// A part of a numeral that has been read.
  struct Part {
    var value: ExactDecimal
    /// The token after the part.
    var end: Int
    /// The cases in which the part stands, in any number.
    var cases: Cells = .all
    /// The cells of the last word, which say the gender of «двадцать одна».
    var last: Cells = .all
    var government: NumeralGovernment
    var isRounded = false
    /// Whether a scale may follow.
    var takesScale = true
    /// Whether it is a whole number below a thousand in words, or whole digits.
    var isWhole = true
    /// What a noun must be larger than to multiply the part: «полсотни тысяч», not «полмиллиона тысяч».
    var smallestScale = ExactDecimal.one

    /// The part as a numeral of its own.
    func numeral(from start: Int) -> Numeral {
      let cells = cases.intersection(last)
      var numeral = Numeral(
        tokens: start..<end,
        value: value,
        cells: cells.isEmpty ? cases : cells,
        government: government
      )
      numeral.isRounded = isRounded
      return numeral
    }

    /// Narrows the cases by those of the next word.
    ///
    /// Speakers leave parts of long numerals undeclined, so a clash is not an end: the last word tells the case.
    mutating func join(_ cells: Cells) {
      let common = cases.intersection(cells.inAnyNumber)
      cases = common.isEmpty ? cells.inAnyNumber : common
      last = cells
    }
  }
}
