import TextEngine

/// Adds the words of `lexicon` items to the dictionary: each is inflected like its example.
///
///     lexicon {
///       акимат like комитет
///       Жусан  like Дон | as = "geo"
///     }
///
/// In a file of tab-separated values the word stands first, and the columns `like` and `as` say the same.
struct LexiconCompiler {
  private let entries: ListEntries
  private let words: WordReader
  private var added = WordOverlay()

  /// Compiles all words of a rule set, and lets what is compiled after it know them.
  static func compile(_ lexicons: [ListEntries], _ state: inout CompilationState) {
    // Examples are words of the dictionary only, so the order of the items does not matter.
    for entries in lexicons {
      var compiler = LexiconCompiler(
        entries: entries,
        words: state.words,
        added: state.program.words
      )
      for index in entries.indices { compiler.add(index, &state) }
      state.program.words = compiler.added
    }
    if !state.program.words.isEmpty { state.words = state.words.adding(state.program.words) }
  }

  private init(entries: ListEntries, words: WordReader, added: WordOverlay) {
    self.entries = entries
    self.words = words
    self.added = added
  }

  private static let keyword = "like"

  private mutating func add(_ index: Int, _ state: inout CompilationState) {
    let entry = entries[index]
    guard let (word, example) = Self.parts(of: entry) else {
      return state.diagnose(.noExample, at: entry.range)
    }
    var wanted: GrammemeSet = []
    for feature in entry.features where feature.name.text != Self.keyword {
      guard feature.name.text == "as" else {
        state.diagnose(.lexiconFeature(feature.name.text), at: feature.name.range)
        return
      }
      guard let grammemes = Self.grammemes(feature.value, &state) else { return }
      wanted = grammemes
    }
    let spelling = Self.lowercased(word.text)
    let known = words.readings(of: WordReader.Word(spelling)).analyses
    for reading in readings(of: example, wanted, &state) {
      if known.contains(where: { $0.paradigm == reading.paradigm && $0.row == reading.row }) {
        return state.diagnose(.knownWord(word.text, like: example.text), at: word.range)
      }
      guard added.add(spelling.span, like: reading, in: words.dictionary) else {
        return state.diagnose(.endsOtherwise(word.text, like: example.text), at: word.range)
      }
    }
  }

  /// The word of an entry and its example, each of one token.
  private static func parts(of entry: ListEntrySyntax) -> (NameSyntax, NameSyntax)? {
    if entry.isExact { return nil }
    let words = entry.words
    if words.count == 3, words[1].text == keyword { return (words[0], words[2]) }
    guard words.count == 1,
      let example = entry.features.first(where: { $0.name.text == keyword })?.value
    else { return nil }
    return (words[0], NameSyntax(text: example.text, range: example.range))
  }

  /// The readings that an example stands for: the only one that is its lemma, or all that have what is wanted.
  ///
  /// A surname like «Шмидт» is two words of the dictionary, a man's and a woman's.
  private func readings(
    of example: NameSyntax,
    _ wanted: GrammemeSet,
    _ state: inout CompilationState
  ) -> [Analysis] {
    let readings = words.readings(of: WordReader.Word(Self.lowercased(example.text)))
    guard !readings.analyses.isEmpty else {
      state.diagnose(.unknownExample(example.text), at: example.range)
      return []
    }
    let lemmas = readings.analyses.filter { $0.row == 0 }
    guard !lemmas.isEmpty else {
      let known = words.lemmas(of: example.text).sorted()
      state.diagnose(.exampleIsForm(example.text, lemmas: known), at: example.range)
      return []
    }
    let fitting = lemmas.filter { $0.grammemes.isSuperset(of: wanted) }
    var found: [Analysis] = []
    for analysis in fitting where !found.contains(where: { $0.paradigm == analysis.paradigm }) {
      found.append(analysis)
    }
    if wanted.isEmpty {
      // «блок» is a surname too, which a word with a small letter is not.
      let isName = example.text.first?.isUppercase == true
      let alike = found.filter { $0.grammemes.isDisjoint(with: Self.names) != isName }
      if alike.count == 1 { return alike }
    }
    if found.count == 1 || !wanted.isEmpty && !found.isEmpty { return found }
    let choices = (found.isEmpty ? lemmas : found).map { analysis in
      FlagNames.names(of: analysis.grammemes).filter { !["nom", "sg"].contains($0) }
        .joined(separator: " ")
    }
    state.diagnose(
      .openExample(example.text, choices, isNone: found.isEmpty),
      at: example.range
    )
    return []
  }

  private static let names: GrammemeSet = [.surname, .givenName, .patronymic, .geographic]

  /// The grammemes that the flags of a value stand for: `"surn masc"`.
  private static func grammemes(
    _ value: LiteralSyntax,
    _ state: inout CompilationState
  ) -> GrammemeSet? {
    var grammemes: GrammemeSet = []
    for flag in value.text.split(separator: " ").map(String.init) {
      guard case .grammemes(let meaning)? = FlagTable.meanings[flag] else {
        let near = FlagTable.otherNames[flag] ?? NearestName.find(flag, in: flagNames)
        state.diagnose(.unknownName("flag", flag, nearest: near), at: value.range)
        return nil
      }
      grammemes.formUnion(meaning)
    }
    return grammemes
  }

  private static let flagNames = FlagTable.meanings.filter {
    if case .grammemes = $0.value { true } else { false }
  }.keys.sorted()

  private static func lowercased(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    Folding.appendFolded(Array(text.utf8).span, keepingYo: true, to: &bytes)
    return bytes
  }
}
