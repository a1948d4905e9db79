import TextEngine

/// The words of a list's entries, each looked up in the dictionary once.
struct ListWords {
  /// One way in which a word of an entry is met: as it is written, or by a lemma.
  struct Way {
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

  /// What is known of a word; the rest is found when some entry asks.
  private struct Known {
    var word: WordReader.Word
    /// Whether the token grammar takes it as one token.
    var isPlain: Bool
    var symbol: SymbolID = 0
    var readings: WordReader.Readings?
    var isNoun = false
    var isModifier = false
    var headWays: [Way] = []
    var modifierWays: [Way] = []
  }

  private var table = SymbolTable()
  /// The words by their number; the first is none.
  private var known: [Known] = []
  private let reader: WordReader
  // Of the entry that was read last: its words as they are written, and the key that it is known by.
  private var written: [Int] = []
  private var key: [UInt8] = []

  init(_ reader: WordReader) {
    self.reader = reader
    known.append(Known(word: WordReader.Word([]), isPlain: false))
  }

  // MARK: Words of an entry

  /// Reads the words of an entry as they are written, and gives the number that they have among the entries seen.
  mutating func read(_ entry: ListEntrySyntax, internedIn seen: inout SymbolTable) -> SymbolID {
    written.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
    key.append(entry.isExact ? 1 : 0)
    for part in entry.words {
      let number = number(of: part.text.utf8.span)
      written.append(number)
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: number)) { key.append(contentsOf: $0) }
    }
    return seen.intern(key.span)
  }

  /// Puts the numbers of the tokens of the entry that was read last into `numbers`.
  mutating func tokens(of entry: ListEntrySyntax, into numbers: inout [Int]) {
    numbers.removeAll(keepingCapacity: true)
    for number in written {
      guard known[number].isPlain else {
        numbers.removeAll(keepingCapacity: true)
        for word in reader.words(of: entry.words) {
          numbers.append(self.number(of: word.bytes.span))
        }
        return
      }
      numbers.append(number)
    }
  }

  private mutating func number(of bytes: Span<UInt8>) -> Int {
    let number = Int(table.intern(bytes))
    if number == known.count {
      var word: [UInt8] = []
      word.reserveCapacity(bytes.count)
      for index in bytes.indices { word.append(bytes[index]) }
      known.append(Known(word: WordReader.Word(word), isPlain: WordReader.isPlain(bytes)))
    }
    return number
  }

  // MARK: What is known of a word

  /// The symbol of its folded spelling.
  mutating func symbol(_ number: Int, _ state: inout CompilationState) -> SymbolID {
    if known[number].symbol == 0 {
      let folded = known[number].word.folded
      known[number].symbol = state.program.symbols.intern(folded.span)
    }
    return known[number].symbol
  }

  /// Whether a reading is a noun in the nominative, abbreviations apart.
  mutating func isNoun(_ number: Int) -> Bool {
    read(number)
    return known[number].isNoun
  }

  /// Whether a reading is an adjective or participle in the nominative.
  mutating func isModifier(_ number: Int) -> Bool {
    read(number)
    return known[number].isModifier
  }

  private mutating func read(_ number: Int) {
    if known[number].readings != nil { return }
    let readings = reader.readings(of: known[number].word)
    for analysis in readings.analyses where analysis.grammemes.contains(.nominative) {
      let grammemes = analysis.grammemes
      if grammemes.contains(.noun), !grammemes.contains(.abbreviation) {
        known[number].isNoun = true
      }
      if !grammemes.isDisjoint(with: [.adjective, .participle]) { known[number].isModifier = true }
    }
    known[number].readings = readings
  }

  /// The way in which a word is met, if there is but one.
  mutating func onlyWay(_ number: Int, _ role: Role, _ state: inout CompilationState) -> Way? {
    if role == .follower { return Way(word: .form(symbol(number, &state))) }
    let ways = role == .head ? known[number].headWays : known[number].modifierWays
    if ways.count == 1 { return ways[0] }
    let found = self.ways(number, role, &state)
    return found.count == 1 ? found[0] : nil
  }

  /// The ways in which a word is met; never empty.
  mutating func ways(_ number: Int, _ role: Role, _ state: inout CompilationState) -> [Way] {
    if role == .follower { return [Way(word: .form(symbol(number, &state)))] }
    let found = role == .head ? known[number].headWays : known[number].modifierWays
    if !found.isEmpty { return found }
    read(number)
    var ways: [Way] = []
    for lemma in lemmas(number, isHead: role == .head) {
      let symbol = state.program.symbols.intern(lemma.span)
      ways.append(Way(word: .lemma(symbol), lemma: symbol))
    }
    if ways.isEmpty {
      // What the dictionary lacks is met as it is written, or in a form that is guessed to belong to it.
      let symbol = symbol(number, &state)
      ways = [Way(word: .form(symbol)), Way(word: .lemma(symbol), lemma: symbol)]
    }
    if role == .head { known[number].headWays = ways } else { known[number].modifierWays = ways }
    return ways
  }

  /// The folded lemmas under which a word of an entry is entered: those of its nominative readings, else all.
  private func lemmas(_ number: Int, isHead: Bool) -> [[UInt8]] {
    guard let readings = known[number].readings else { return [] }
    let spelling = known[number].word.folded
    if readings.analyses.isEmpty { return [] }
    let wanted: GrammemeSet = isHead ? [.noun] : [.adjective, .participle]
    let nominative = readings.analyses.filter { $0.grammemes.contains(.nominative) }
    var source = nominative.filter { !$0.grammemes.isDisjoint(with: wanted) }
    if source.isEmpty {
      // The spelling itself is the best lemma: «министр» is no form of anything else.
      source = readings.analyses.filter {
        WordReader.folded(reader.lemma(readings, $0)) == spelling
      }
      if source.isEmpty { source = nominative.isEmpty ? readings.analyses : nominative }
    }
    var lemmas: [[UInt8]] = []
    for analysis in source {
      let lemma = reader.lemma(readings, analysis)
      if !lemmas.contains(lemma) { lemmas.append(lemma) }
    }
    let folded = lemmas.map { WordReader.folded($0) }
    let own = folded.count > 1 ? folded.filter { $0 == spelling } : []
    return own.isEmpty ? folded : own
  }
}
