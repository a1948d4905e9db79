import TextEngine

/// Puts the entries of lists into the gazetteer.
struct ListCompiler {
  /// The most readings of one entry that are entered.
  private static let maximumAlternatives = 8

  private let list: ListID
  private var features: ListFeatures
  private var words: ListWords
  // Reused from entry to entry.
  private var numbers: [Int] = []
  private var path: [Gazetteer.Word] = []
  private var lemmas: [SymbolID] = []
  /// For each length, the lemmas of an entry without any.
  private var noLemmas: [[SymbolID]] = []

  /// Compiles one list.
  static func compile(
    _ list: ListSyntax,
    entries: [ListEntrySyntax],
    _ state: inout CompilationState
  ) {
    guard let id = state.lists[list.name.text] else { return }
    var compiler = ListCompiler(
      list: id,
      features: ListFeatures(state.program.lists[id].features),
      words: ListWords(state.words)
    )
    compiler.compile(list, entries, &state)
  }

  private init(list: ListID, features: ListFeatures, words: ListWords) {
    self.list = list
    self.features = features
    self.words = words
  }

  private mutating func compile(
    _ list: ListSyntax,
    _ entries: [ListEntrySyntax],
    _ state: inout CompilationState
  ) {
    var seen = SymbolTable()
    var seenEntries: [Int] = [0]
    for (index, entry) in entries.enumerated() {
      let number = Int(words.read(entry, internedIn: &seen))
      if number == seenEntries.count {
        seenEntries.append(index)
      } else if !entry.isAlternative {
        Self.diagnoseDouble(entry, of: entries[seenEntries[number]], in: list, &state)
        continue
      } else {
        seenEntries[number] = index
      }
      insert(entry, index: index, &state)
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

  private mutating func insert(
    _ entry: ListEntrySyntax,
    index: Int,
    _ state: inout CompilationState
  ) {
    words.tokens(of: entry, into: &numbers)
    guard !numbers.isEmpty else {
      state.diagnose(.emptyEntry(state.program.lists[list].name), at: entry.range)
      return
    }
    var compiled = Gazetteer.Entry(
      list: list,
      index: index,
      length: numbers.count,
      head: 0,
      agreeing: 0,
      lemmas: [],
      features: features.values(of: entry)
    )
    path.removeAll(keepingCapacity: true)
    guard !entry.isExact, let head = headIndex() else {
      for number in numbers { path.append(.form(words.symbol(number, &state))) }
      while noLemmas.count <= path.count {
        noLemmas.append([SymbolID](repeating: 0, count: noLemmas.count))
      }
      compiled.lemmas = noLemmas[path.count]
      state.program.gazetteer.insert(path, entry: compiled)
      return
    }
    compiled.head = head
    // Every word has one or more ways to match; most have one.
    lemmas.removeAll(keepingCapacity: true)
    for (place, number) in numbers.enumerated() {
      guard let way = words.onlyWay(number, role(place, head), &state) else {
        return insertCombinations(compiled, &state)
      }
      path.append(way.word)
      lemmas.append(way.lemma)
    }
    insert(compiled, &state)
  }

  private func role(_ place: Int, _ head: Int) -> ListWords.Role {
    place < head ? .modifier : place == head ? .head : .follower
  }

  /// Enters an entry once for each combination of the ways of its words.
  private mutating func insertCombinations(
    _ entry: Gazetteer.Entry,
    _ state: inout CompilationState
  ) {
    var combinations: [[ListWords.Way]] = [[]]
    for (place, number) in numbers.enumerated() {
      let ways = words.ways(number, role(place, entry.head), &state)
      combinations = combinations.flatMap { start in ways.map { start + [$0] } }
      if combinations.count > Self.maximumAlternatives {
        combinations.removeLast(combinations.count - Self.maximumAlternatives)
      }
    }
    for combination in combinations {
      path.removeAll(keepingCapacity: true)
      lemmas.removeAll(keepingCapacity: true)
      for way in combination {
        path.append(way.word)
        lemmas.append(way.lemma)
      }
      insert(entry, &state)
    }
  }

  /// Enters an entry under the words of `path`, which have `lemmas`.
  private func insert(_ entry: Gazetteer.Entry, _ state: inout CompilationState) {
    var entry = entry
    entry.lemmas = lemmas.map { $0 }
    for (place, lemma) in lemmas.enumerated() where lemma != 0 && place < 32 {
      entry.agreeing |= 1 << UInt32(place)
    }
    state.program.gazetteer.insert(path, entry: entry)
  }

  /// The head: the first noun in the nominative with nothing but modifiers before it; one word is its own head.
  private mutating func headIndex() -> Int? {
    if numbers.count == 1 { return 0 }
    for (place, number) in numbers.enumerated() {
      if words.isNoun(number) { return place }
      if !words.isModifier(number) { return nil }
    }
    return nil
  }
}
