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

  /// How much a symbol says; nil where it says nothing, as too many tokens pass it.
  init?(_ symbol: GateSymbol, _ tests: [TokenTest], _ symbols: SymbolTable) {
    guard case .test(let test) = symbol else {
      self = .list
      return
    }
    // A gate asks what a token is, wherever it stands.
    guard tests[test].flagMask.isEmpty, let strength = Self.strength(of: tests[test], symbols)
    else { return nil }
    self = strength
  }

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

  private static func strength(of test: TokenTest, _ symbols: SymbolTable) -> GateStrength? {
    switch test {
    case .form(let symbol): return symbols.isCommon(symbol) ? .common : .form
    case .exact: return .form
    case .lemma, .list: return .list
    case .shape(let shape): return rareShapes.contains(shape) ? .shape : nil
    case .pattern: return .letters
    case .all(let parts):
      return parts.compactMap { strength(of: $0, symbols) }.max { $0.rawValue < $1.rawValue }
    case .any(let parts):
      // One that says nothing lets anything pass.
      let strengths = parts.compactMap { strength(of: $0, symbols) }
      guard strengths.count == parts.count else { return nil }
      return strengths.min { $0.rawValue < $1.rawValue }
    default: return nil
    }
  }
}

extension SymbolTable {
  /// Whether a word is a comma or has two letters at most.
  fileprivate func isCommon(_ symbol: SymbolID) -> Bool {
    let spelling = spelling(symbol)
    if spelling.elementsEqual([UInt8(ascii: ",")]) { return true }
    // A Russian letter takes two bytes, the first of which is one of these.
    return spelling.count <= 4 && spelling.first.map { 0xD0...0xD1 ~= $0 } == true
  }
}
