/// How much a symbol of a gate says: the more, the fewer texts have it.
enum GateStrength: Int {
  /// A comma, or one of the little words that stand in every sentence.
  case common
  /// A regular expression over letters, which more words pass than it has in mind.
  case letters
  /// Quotation marks, brackets, figures, foreign letters.
  case shape
  /// A list, lemma or annotation.
  case list
  /// Words by their spelling.
  case form

  init(_ symbol: GateSymbol, _ tests: [TokenTest], _ spellings: SymbolTable) {
    guard case .test(let test) = symbol else {
      self = .list
      return
    }
    self = Self.strength(of: tests[test], spellings) ?? .letters
  }

  /// Whether a test says anything of a text by what passes it.
  static func isKnown(_ test: TokenTest) -> Bool { strength(of: test, SymbolTable()) != nil }

  /// Which of two is no part of a gate where the other is enough.
  func isOpenedBefore(_ other: GateStrength, keeping preference: GateSearch.Preference) -> Bool {
    rank(preference) < other.rank(preference)
  }

  private func rank(_ preference: GateSearch.Preference) -> Int {
    // So that the two gates of a pattern ask for different things.
    switch (self, preference) {
    case (.list, .lists): Self.form.rawValue + 1
    case (.list, .forms): Self.letters.rawValue
    default: rawValue
    }
  }

  private static let rareShapes: [WordShape] = [
    .quote, .bracket, .latin, .digits, .roman, .alphanumeric, .number, .time, .date, .url, .email,
    .handle,
  ]

  private static func strength(of test: TokenTest, _ spellings: SymbolTable) -> GateStrength? {
    switch test {
    case .form(let symbol): return spellings.isCommon(symbol) ? .common : .form
    case .exact: return .form
    case .lemma, .list: return .list
    case .shape(let shape): return rareShapes.contains(shape) ? .shape : nil
    case .pattern: return .letters
    case .all(let parts):
      return parts.compactMap { strength(of: $0, spellings) }.max { $0.rawValue < $1.rawValue }
    case .any(let parts):
      let strengths = parts.map { strength(of: $0, spellings) }
      guard !strengths.contains(nil) else { return nil }
      return strengths.compactMap(\.self).min { $0.rawValue < $1.rawValue }
    default: return nil
    }
  }
}

extension SymbolTable {
  /// Whether a word is a comma or has two letters at most.
  fileprivate func isCommon(_ symbol: SymbolID) -> Bool {
    guard symbol < count else { return false }
    let spelling = spelling(symbol)
    if spelling.elementsEqual([UInt8(ascii: ",")]) { return true }
    // A Russian letter takes two bytes, the first of which is one of these.
    return spelling.count <= 4 && spelling.first.map { 0xD0...0xD1 ~= $0 } == true
  }
}
