import TextEngine

/// Puts the entries of lists into the gazetteer.
struct ListCompiler {
  /// The most readings of one entry that are entered.
  private static let maximumAlternatives = 8

  /// Compiles one list.
  static func compile(
    _ list: ListSyntax,
    entries: [ListEntrySyntax],
    _ state: inout CompilationState
  ) {
    guard let id = state.lists[list.name.text] else { return }
    let features = state.program.lists[id].features
    var seen = SymbolTable()
    var seenEntries: [Int] = [0]
    var key: [UInt8] = []
    for (index, entry) in entries.enumerated() {
      key.removeAll(keepingCapacity: true)
      if entry.isExact { key.append(UInt8(ascii: "=")) }
      for word in entry.words {
        key.append(contentsOf: word.text.utf8)
        key.append(0x20)
      }
      let number = Int(seen.intern(key.span))
      if number == seenEntries.count {
        seenEntries.append(index)
      } else if !entry.isAlternative {
        diagnoseDouble(entry, of: entries[seenEntries[number]], in: list, &state)
        continue
      } else {
        seenEntries[number] = index
      }
      var values = [FeatureValue](repeating: .none, count: features.count)
      for feature in entry.features {
        if let place = features.firstIndex(of: feature.name.text) {
          values[place] = value(feature.value)
        }
      }
      insert(entry, list: id, index: index, values, &state)
    }
  }

  private static func diagnoseDouble(
    _ entry: ListEntrySyntax,
    of first: ListEntrySyntax,
    in list: ListSyntax,
    _ state: inout CompilationState
  ) {
    guard first.features.map(\.value.text) != entry.features.map(\.value.text) else { return }
    let phrase = entry.words.map(\.text).joined(separator: " ")
    state.diagnose(
      .duplicateEntry(phrase, list: list.name.text),
      at: entry.range,
      labels: [Diagnostic.Label(range: first.range, text: "first here")]
    )
  }

  private static func value(_ literal: LiteralSyntax) -> FeatureValue {
    if literal.kind == .number, let number = ExactDecimal(literal.text) { return .decimal(number) }
    return .text(literal.text)
  }

  private static func insert(
    _ entry: ListEntrySyntax,
    list: ListID,
    index: Int,
    _ features: [FeatureValue],
    _ state: inout CompilationState
  ) {
    let words = state.words.words(of: entry.words)
    guard !words.isEmpty else {
      state.diagnose(.emptyEntry(state.program.lists[list].name), at: entry.range)
      return
    }
    let readings = entry.isExact ? [] : words.map { state.words.readings(of: $0) }
    let head = entry.isExact ? nil : headIndex(of: readings)
    guard let head else {
      let symbols = words.map { state.program.symbols.intern($0.folded.span) }
      state.program.gazetteer.insert(
        symbols.map { .form($0) },
        entry: Gazetteer.Entry(
          list: list,
          index: index,
          length: words.count,
          head: 0,
          agreeing: 0,
          lemmas: [SymbolID](repeating: 0, count: words.count),
          features: features
        )
      )
      return
    }
    // Every word has one or more ways to match; the entry is entered once for each combination.
    var ways: [[Way]] = []
    for (place, word) in words.enumerated() {
      guard place <= head else {
        ways.append([Way(word: .form(state.program.symbols.intern(word.folded.span)))])
        continue
      }
      let lemmas = lemmas(of: word, readings[place], isHead: place == head, state.words)
      if lemmas.isEmpty {
        // What the dictionary lacks is met as it is written, or in a form that is guessed to belong to it.
        let symbol = state.program.symbols.intern(word.folded.span)
        ways.append([Way(word: .form(symbol)), Way(word: .lemma(symbol), lemma: symbol)])
      } else {
        ways.append(
          lemmas.map { lemma in
            let symbol = state.program.symbols.intern(lemma.span)
            return Way(word: .lemma(symbol), lemma: symbol)
          }
        )
      }
    }
    var combinations: [[Way]] = [[]]
    for way in ways {
      combinations = combinations.flatMap { start in way.map { start + [$0] } }
      if combinations.count > maximumAlternatives {
        combinations.removeLast(combinations.count - maximumAlternatives)
      }
    }
    for combination in combinations {
      var agreeing: UInt32 = 0
      for (place, way) in combination.enumerated() where way.lemma != 0 && place < 32 {
        agreeing |= 1 << UInt32(place)
      }
      state.program.gazetteer.insert(
        combination.map(\.word),
        entry: Gazetteer.Entry(
          list: list,
          index: index,
          length: words.count,
          head: head,
          agreeing: agreeing,
          lemmas: combination.map(\.lemma),
          features: features
        )
      )
    }
  }

  private struct Way {
    var word: Gazetteer.Word
    var lemma: SymbolID = 0
  }

  /// The head: the first noun in the nominative with nothing but modifiers before it; one word is its own head.
  private static func headIndex(of words: [WordReader.Readings]) -> Int? {
    if words.count == 1 { return 0 }
    for (place, word) in words.enumerated() {
      let isNoun = word.analyses.contains {
        $0.grammemes.contains([.noun, .nominative]) && !$0.grammemes.contains(.abbreviation)
      }
      if isNoun { return place }
      let isModifier = word.analyses.contains {
        $0.grammemes.contains(.nominative)
          && !$0.grammemes.isDisjoint(with: [.adjective, .participle])
      }
      if !isModifier { return nil }
    }
    return nil
  }

  /// The folded lemmas under which a word of an entry is entered: those of its nominative readings, else all.
  private static func lemmas(
    of word: WordReader.Word,
    _ readings: WordReader.Readings,
    isHead: Bool,
    _ reader: WordReader
  ) -> [[UInt8]] {
    let wanted: GrammemeSet = isHead ? [.noun] : [.adjective, .participle]
    let nominative = readings.analyses.filter { $0.grammemes.contains(.nominative) }
    var source = nominative.filter { !$0.grammemes.isDisjoint(with: wanted) }
    if source.isEmpty {
      // The spelling itself is the best lemma: «министр» is no form of anything else.
      source = readings.analyses.filter {
        WordReader.folded(reader.lemma(readings, $0)) == word.folded
      }
      if source.isEmpty { source = nominative.isEmpty ? readings.analyses : nominative }
    }
    var lemmas: [[UInt8]] = []
    for analysis in source {
      let lemma = reader.lemma(readings, analysis)
      if !lemmas.contains(lemma) { lemmas.append(lemma) }
    }
    let folded = lemmas.map { WordReader.folded($0) }
    let own = folded.count > 1 ? folded.filter { $0 == word.folded } : []
    return own.isEmpty ? folded : own
  }
}
