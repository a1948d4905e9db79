import TextEngine

/// The words of the entries of all lists, each looked up in the dictionary once.
struct ListWords {
  /// One way in which a word of an entry is met: as it is written, or by a lemma.
  struct Way: BitwiseCopyable {
    var word: Gazetteer.Word
    /// The lemma that agrees, or 0.
    var lemma: SymbolID = 0
  }

  /// The part that a word has in an entry.
  enum Role {
    /// It stands before the head and agrees with it.
    case modifier
    case head
    /// It stands behind the head, as it is.
    case follower
  }

  /// The only way in which a word is met, in few bytes.
  private struct OnlyWay: BitwiseCopyable {
    private var symbol: SymbolID = 0
    private var isLemma = false

    var way: Way? {
      if symbol == 0 { return nil }
      return isLemma ? Way(word: .lemma(symbol), lemma: symbol) : Way(word: .form(symbol))
    }

    init() {}

    init(_ way: Way) {
      switch way.word {
      case .form(let symbol): self.symbol = symbol
      case .lemma(let symbol):
        self.symbol = symbol
        isLemma = true
      }
    }
  }

  /// What is known of a word; the rest is found when some entry asks.
  private struct Known: BitwiseCopyable {
    var letters: WordReader.Spelling
    /// Its place among the spellings that are not folded; 0 where its symbol has the spelling.
    var written: SymbolID = 0
    var isRead = false
    /// Whether the dictionary has it; known once it is read.
    var isInDictionary = false
    /// The genders and numbers of its nouns in the nominative, abbreviations apart.
    var nounCells: Cells = []
    /// The genders and numbers of its adjectives and participles in the nominative.
    var modifierCells: Cells = []
    var symbol: SymbolID = 0
    /// The way in which it is met, if that is known and the only one.
    var headWay = OnlyWay()
    var modifierWay = OnlyWay()
  }

  /// The words by their number; the first is none.
  private var known: [Known] = [Known(letters: WordReader.Spelling())]
  /// The numbers of the words that are their own folded spelling, by symbol; 0 where there is none yet.
  private var numbersOfSymbols: [UInt32] = []
  /// The spellings that are not folded.
  private var written = SymbolTable()
  /// Their numbers.
  private var numbersOfWritten: [UInt32] = [0]
  private let reader: WordReader
  /// The word whose readings are at hand.
  private var lastRead = 0
  // Reused from word to word.
  private var readings = WordReader.Readings()
  private var tokens = TokenTable()
  private var folded: [UInt8] = []
  private var lemma: [UInt8] = []

  init(_ reader: WordReader) { self.reader = reader }

  /// Makes room for so many words.
  mutating func reserve(_ words: Int) { known.reserveCapacity(known.count + words) }

  // MARK: Words of an entry

  /// Puts the numbers of the tokens of an entry into `numbers`.
  mutating func read(
    _ index: Int,
    of entries: ListEntries,
    into numbers: inout [Int],
    _ state: inout CompilationState
  ) {
    let bytes = entries.bytes.span
    numbers.removeAll(keepingCapacity: true)
    for place in entries.entries[index].words {
      let word = bytes.extracting(entries.words[place].range)
      let letters = WordReader.Spelling(word)
      guard letters.isPlain else { return readTokens(of: index, of: entries, &numbers, &state) }
      numbers.append(number(of: word, letters, &state))
    }
  }

  private mutating func readTokens(
    of index: Int,
    of entries: ListEntries,
    _ numbers: inout [Int],
    _ state: inout CompilationState
  ) {
    numbers.removeAll(keepingCapacity: true)
    guard let phrase = entries.phrase(ofEntry: index) else {
      for word in reader.words(of: entries[index].words) {
        let letters = WordReader.Spelling(word.bytes.span)
        numbers.append(number(of: word.bytes.span, letters, &state))
      }
      return
    }
    let text = SourceText(validUTF8: Array(entries.bytes[phrase]))
    reader.tokenize(text, into: &tokens)
    for token in 0..<tokens.count {
      let span = tokens.span(token)
      let word = text.bytes.span.extracting(span.start..<span.end)
      numbers.append(number(of: word, WordReader.Spelling(word), &state))
    }
  }

  private mutating func number(
    of word: Span<UInt8>,
    _ letters: WordReader.Spelling,
    _ state: inout CompilationState
  ) -> Int {
    let next = UInt32(known.count)
    guard letters.isFolded else {
      let place = Int(written.intern(word))
      if place < numbersOfWritten.count { return Int(numbersOfWritten[place]) }
      numbersOfWritten.append(next)
      known.append(Known(letters: letters, written: SymbolID(place)))
      return Int(next)
    }
    let symbol = Int(state.program.symbols.intern(word))
    while numbersOfSymbols.count <= symbol { numbersOfSymbols.append(0) }
    if numbersOfSymbols[symbol] == 0 {
      numbersOfSymbols[symbol] = next
      known.append(Known(letters: letters, symbol: SymbolID(symbol)))
    }
    return Int(numbersOfSymbols[symbol])
  }

  /// A word as it is written.
  private func spelling(_ number: Int, _ state: borrowing CompilationState) -> ArraySlice<UInt8> {
    let word = known[number]
    return word.written == 0
      ? state.program.symbols.spelling(word.symbol) : written.spelling(word.written)
  }

  // MARK: What is known of a word

  /// Whether a word is met both as it is written and by a lemma that is guessed, as the dictionary lacks it.
  private mutating func isUnknown(_ number: Int, _ state: inout CompilationState) -> Bool {
    if !known[number].isRead { read(number, &state) }
    return !known[number].isInDictionary
  }

  /// The symbol of its folded spelling.
  mutating func symbol(_ number: Int, _ state: inout CompilationState) -> SymbolID {
    if known[number].symbol == 0 {
      fold(number, &state)
      known[number].symbol = state.program.symbols.intern(folded.span)
    }
    return known[number].symbol
  }

  private mutating func fold(_ number: Int, _ state: inout CompilationState) {
    folded.removeAll(keepingCapacity: true)
    Folding.appendFolded(spelling(number, state).span, keepingYo: false, to: &folded)
  }

  /// Whether a reading is a noun in the nominative, abbreviations apart.
  mutating func isNoun(_ number: Int, _ state: inout CompilationState) -> Bool {
    if !known[number].isRead { read(number, &state) }
    return !known[number].nounCells.isEmpty
  }

  /// Whether a reading is an adjective or participle in the nominative.
  mutating func isModifier(_ number: Int, _ state: inout CompilationState) -> Bool {
    if !known[number].isRead { read(number, &state) }
    return !known[number].modifierCells.isEmpty
  }

  /// Whether a word can be an adjective that agrees with the word after it: «красный» with «крест», though it is a
  /// noun as well.
  mutating func modifies(
    _ number: Int,
    _ next: Int,
    _ state: inout CompilationState
  ) -> Bool {
    guard isModifier(number, &state) else { return false }
    if !known[next].isRead { read(next, &state) }
    let cells = known[next].nounCells.union(known[next].modifierCells)
    return !known[number].modifierCells.isDisjoint(with: cells)
  }

  /// Looks a word up; its readings stand in `readings` then.
  private mutating func read(_ number: Int, _ state: inout CompilationState) {
    reader.read(spelling(number, state).span, into: &readings)
    lastRead = number
    known[number].isRead = true
    known[number].isInDictionary = !readings.analyses.isEmpty
    if readings.analyses.isEmpty {
      readLastPart(of: number, &state)
      return
    }
    addCells(readings, to: number)
  }

  /// Looks up what follows the last hyphen of a word that the dictionary lacks: «фельдшерско-акушерский» is an adjective
  /// as «акушерский» is one.
  private mutating func readLastPart(of number: Int, _ state: inout CompilationState) {
    let spelling = spelling(number, state)
    guard let hyphen = spelling.lastIndex(of: UInt8(ascii: "-")) else { return }
    var last = WordReader.Readings()
    reader.read(Array(spelling[(hyphen + 1)...]).span, into: &last)
    addCells(last, to: number)
  }

  /// Adds what the readings of a word say of its part in a phrase.
  private mutating func addCells(_ readings: WordReader.Readings, to number: Int) {
    for analysis in readings.analyses where analysis.grammemes.contains(.nominative) {
      let grammemes = analysis.grammemes
      let cells = Cells(grammemes: grammemes).intersection(.nominative)
      if grammemes.contains(.noun), !grammemes.contains(.abbreviation) {
        known[number].nounCells.formUnion(cells)
      }
      if !grammemes.isDisjoint(with: [.adjective, .participle]) {
        known[number].modifierCells.formUnion(cells)
      }
    }
  }

  /// The way in which a word is met, if there is but one.
  mutating func onlyWay(_ number: Int, _ role: Role, _ state: inout CompilationState) -> Way? {
    switch role {
    case .follower: return Way(word: .form(symbol(number, &state)))
    case .head: if let way = known[number].headWay.way { return way }
    case .modifier: if let way = known[number].modifierWay.way { return way }
    }
    if isUnknown(number, &state) { return nil }
    let found = ways(number, role, &state)
    guard found.count == 1 else { return nil }
    if role == .head {
      known[number].headWay = OnlyWay(found[0])
    } else {
      known[number].modifierWay = OnlyWay(found[0])
    }
    return found[0]
  }

  /// The ways in which a word is met; never empty.
  mutating func ways(_ number: Int, _ role: Role, _ state: inout CompilationState) -> [Way] {
    if role == .follower { return [Way(word: .form(symbol(number, &state)))] }
    if isUnknown(number, &state) {
      // It is met as it is written, or in a form that is guessed to belong to it.
      let symbol = symbol(number, &state)
      return [Way(word: .form(symbol)), Way(word: .lemma(symbol), lemma: symbol)]
    }
    if lastRead != number { read(number, &state) }
    fold(number, &state)
    return ways(number, isHead: role == .head, &state)
  }

  /// The ways by the lemmas of the word read last: those of its nominative readings, else all.
  private mutating func ways(
    _ number: Int,
    isHead: Bool,
    _ state: inout CompilationState
  ) -> [Way] {
    let wanted: GrammemeSet = isHead ? [.noun] : [.adjective, .participle]
    // Most words of lists are their own lemma, which is the only way then.
    for analysis in readings.analyses
    where analysis.grammemes.contains(.nominative) && !analysis.grammemes.isDisjoint(with: wanted) {
      lemma.removeAll(keepingCapacity: true)
      reader.appendFoldedLemma(readings, analysis, to: &lemma)
      if lemma == folded {
        let symbol = symbol(number, &state)
        return [Way(word: .lemma(symbol), lemma: symbol)]
      }
    }
    var spellings: [[UInt8]] = []
    appendLemmas(to: &spellings) {
      $0.contains(.nominative) && !$0.isDisjoint(with: wanted)
    }
    if spellings.isEmpty {
      // The spelling itself is the best lemma: «министр» is no form of anything else.
      appendLemmas(to: &spellings) { _ in true }
      if !spellings.contains(folded) {
        var nominative: [[UInt8]] = []
        appendLemmas(to: &nominative) { $0.contains(.nominative) }
        if !nominative.isEmpty { spellings = nominative }
      }
    }
    if spellings.count > 1, spellings.contains(folded) { spellings = [folded] }
    return spellings.map { spelling in
      let symbol = state.program.symbols.intern(spelling.span)
      return Way(word: .lemma(symbol), lemma: symbol)
    }
  }

  /// Appends the folded lemmas of the readings whose grammemes fit, each once.
  private mutating func appendLemmas(
    to spellings: inout [[UInt8]],
    where fits: (GrammemeSet) -> Bool
  ) {
    for analysis in readings.analyses where fits(analysis.grammemes) {
      lemma.removeAll(keepingCapacity: true)
      reader.appendFoldedLemma(readings, analysis, to: &lemma)
      if !spellings.contains(lemma) { spellings.append(lemma) }
    }
  }
}
