import TextEngine

/// Puts the entries of lists into the gazetteer.
struct ListCompiler {
  /// The most readings of one entry that are entered.
  private static let maximumAlternatives = 8

  /// Compiles one list.
  static func compile(
    _ list: ListSyntax, entries: [ListEntrySyntax], _ state: inout CompilationState
  ) {
    guard let id = state.lists[list.name.text] else { return }
    let features = state.program.lists[id].features
    var seen: [String: ListEntrySyntax] = [:]
    for (index, entry) in entries.enumerated() {
      let phrase = entry.words.map(\.text).joined(separator: " ")
      let key = (entry.isExact ? "=" : "") + phrase
      if let first = seen[key], !entry.isAlternative {
        if first.features.map(\.value.text) != entry.features.map(\.value.text) {
          state.diagnose(
            .duplicateEntry(phrase, list: list.name.text), at: entry.range,
            labels: [Diagnostic.Label(range: first.range, text: "first here")])
        }
        continue
      }
      seen[key] = entry
      var values = [FeatureValue](repeating: .none, count: features.count)
      for feature in entry.features {
        if let place = features.firstIndex(of: feature.name.text) {
          values[place] = value(feature.value)
        }
      }
      insert(phrase, isExact: entry.isExact, list: id, index: index, values, entry.range, &state)
    }
  }

  private static func value(_ literal: LiteralSyntax) -> FeatureValue {
    if literal.kind == .number, let number = ExactDecimal(literal.text) { return .decimal(number) }
    return .text(literal.text)
  }

  private static func insert(
    _ phrase: String, isExact: Bool, list: ListID, index: Int, _ features: [FeatureValue],
    _ range: SourceRange, _ state: inout CompilationState
  ) {
    let words = state.words.words(of: phrase)
    guard !words.isEmpty else {
      state.diagnose(.emptyEntry(state.program.lists[list].name), at: range)
      return
    }
    let head = isExact ? nil : headIndex(of: words)
    // Every word has one or more ways to match; the entry is entered once for each combination.
    var ways: [[Way]] = []
    for (place, word) in words.enumerated() {
      guard let head, place <= head else {
        ways.append([Way(word: .form(state.symbol(word.text)))])
        continue
      }
      let lemmas = lemmas(of: word, isHead: place == head)
      if lemmas.isEmpty {
        // What the dictionary lacks is met as it is written, or in a form that is guessed to belong to it.
        let symbol = state.symbol(word.text)
        ways.append([Way(word: .form(symbol)), Way(word: .lemma(symbol), lemma: symbol)])
      } else {
        ways.append(
          lemmas.map { lemma in
            let symbol = state.symbol(lemma)
            return Way(word: .lemma(symbol), lemma: symbol)
          })
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
          list: list, index: index, length: words.count, head: head ?? 0, agreeing: agreeing,
          lemmas: combination.map(\.lemma), features: features))
    }
  }

  private struct Way {
    var word: Gazetteer.Word
    var lemma: SymbolID = 0
  }

  /// The head: the first noun in the nominative with nothing but modifiers before it; one word is its own head.
  private static func headIndex(of words: [WordReader.Word]) -> Int? {
    if words.count == 1 { return 0 }
    for (place, word) in words.enumerated() {
      let isNoun = word.readings.contains {
        $0.analysis.grammemes.contains([.noun, .nominative])
          && !$0.analysis.grammemes.contains(.abbreviation)
      }
      if isNoun { return place }
      let isModifier = word.readings.contains {
        $0.analysis.grammemes.contains(.nominative)
          && !$0.analysis.grammemes.isDisjoint(with: [.adjective, .participle])
      }
      if !isModifier { return nil }
    }
    return nil
  }

  /// The lemmas under which a word of an entry is entered: those of its nominative readings, else all.
  private static func lemmas(of word: WordReader.Word, isHead: Bool) -> [String] {
    let wanted: GrammemeSet = isHead ? [.noun] : [.adjective, .participle]
    let nominative = word.readings.filter { $0.analysis.grammemes.contains(.nominative) }
    let matching = nominative.filter { !$0.analysis.grammemes.isDisjoint(with: wanted) }
    var found: [String] = []
    let folded = Folding.folded(word.text)
    // The spelling itself is the best lemma: «министр» is no form of anything else.
    let own = word.readings.filter { Folding.folded($0.lemma) == folded }
    let source =
      !matching.isEmpty ? matching : !own.isEmpty ? own : !nominative.isEmpty ? nominative : []
    for reading in source.isEmpty ? word.readings : source where !found.contains(reading.lemma) {
      found.append(reading.lemma)
    }
    if found.count > 1, found.contains(where: { Folding.folded($0) == folded }) {
      found.removeAll { Folding.folded($0) != folded }
    }
    return found
  }
}
