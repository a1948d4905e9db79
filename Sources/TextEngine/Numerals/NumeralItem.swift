/// What a token is to the grammar of numerals.
struct NumeralItem {
  enum Kind: UInt8 {
    case none
    /// A whole number in digits, of one token or of groups.
    case digits
    /// Digits that nothing can be added to: a decimal fraction or `3/4`.
    case fraction
    /// Digits with the ending of an ordinal.
    case ordinal
    case roman
    /// A numeral word; its readings are in the table.
    case word
  }

  var kind = Kind.none
  /// Whether a sentence or paragraph starts here, which no numeral crosses.
  var startsSentence = false
  /// The token after the item.
  var end: Int32 = 0
  /// The first of the item's words in the table; digits have one, with value and cells.
  var firstWord: Int32 = 0
  var wordCount: Int32 = 0
}

/// The tokens of a document as the grammar of numerals sees them.
struct NumeralItems {
  var items: [NumeralItem] = []
  var words: [NumeralWord] = []

  var count: Int { items.count }

  /// The item at a token, or nil beyond the text.
  func item(_ token: Int) -> NumeralItem? {
    items.indices.contains(token) ? items[token] : nil
  }

  /// The item at a token that goes on in the sentence that `start` is in.
  func item(_ token: Int, from start: Int) -> NumeralItem? {
    guard let item = item(token), token == start || !item.startsSentence else { return nil }
    return item
  }

  /// The value and cells of digits.
  func digits(of item: NumeralItem) -> NumeralWord? {
    let index = Int(item.firstWord)
    guard item.kind != .word, item.wordCount > 0, words.indices.contains(index) else { return nil }
    return words[index]
  }

  /// The reading of a token as a word of some kind; readings with the same value are joined.
  func word(
    _ token: Int,
    from start: Int,
    where accepts: (NumeralWord) -> Bool
  ) -> NumeralWord? {
    guard let item = item(token, from: start), item.kind == .word else { return nil }
    let first = Int(item.firstWord)
    let range = (first..<first + Int(item.wordCount)).clamped(to: words.indices)
    var found: NumeralWord?
    for index in range where accepts(words[index]) {
      guard var joined = found else {
        found = words[index]
        continue
      }
      guard joined.kind == words[index].kind, joined.value == words[index].value else { continue }
      joined.cells.formUnion(words[index].cells)
      // An entry of its own for a form («семью») overrules that of its lemma.
      joined.standsAlone = joined.standsAlone && words[index].standsAlone
      found = joined
    }
    return found
  }

  /// The reading of a token as a word of one kind.
  func word(_ token: Int, from start: Int, _ kind: NumeralWordKind) -> NumeralWord? {
    word(token, from: start) { $0.kind == kind }
  }

  /// Sets the item of a token that has readings as a numeral word.
  mutating func set(_ token: Int, words found: [NumeralWord]) {
    guard !found.isEmpty, items.indices.contains(token) else { return }
    items[token].kind = .word
    items[token].firstWord = Int32(clamping: words.count)
    items[token].wordCount = Int32(clamping: found.count)
    words += found
  }

  /// Sets the item of a token that holds digits.
  mutating func set(
    _ token: Int,
    _ kind: NumeralItem.Kind,
    end: Int,
    value: ExactDecimal,
    cells: Cells = .all
  ) {
    guard items.indices.contains(token) else { return }
    items[token].kind = kind
    items[token].end = Int32(clamping: end)
    items[token].firstWord = Int32(clamping: words.count)
    items[token].wordCount = 1
    words.append(NumeralWord(value: value, kind: .unit, cells: cells))
  }
}
