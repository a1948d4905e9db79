import TextEngine

/// Puts the entries of lists into the gazetteer.
struct ListCompiler {
  /// The most readings of one entry that are entered.
  private static let maximumAlternatives = 8

  // The list at hand.
  private var list: ListID = 0
  private var name = ""
  private var entries = ListEntries()
  private var features = ListFeatures()
  private var words: ListWords
  // Reused from entry to entry.
  private var numbers: [Int] = []
  private var path: [Gazetteer.Word] = []
  private var lemmas: [SymbolID] = []

  /// Makes a compiler that looks words up with a reader.
  init(_ reader: WordReader) { words = ListWords(reader) }

  /// Compiles one list; what is known of its features then is the result.
  mutating func compile(
    _ list: ListSyntax,
    entries: ListEntries,
    _ state: inout CompilationState
  ) -> ListFeatures {
    features = ListFeatures()
    guard let id = state.lists[list.name.text] else { return features }
    self.list = id
    name = list.name.text
    self.entries = entries
    insertAll(&state)
    return features
  }

  private mutating func insertAll(_ state: inout CompilationState) {
    // A short list needs no room of its own.
    if entries.count > 1_000 {
      state.program.gazetteer.reserve(entries: entries.count)
      state.program.symbols.reserve(entries.count / 2)
      words.reserve(entries.count / 2)
    }
    for index in entries.indices { insert(index, &state) }
  }

  /// Adds an entry under the words of `path`; false if the list has it already.
  private mutating func add(_ entry: Gazetteer.Entry, _ state: inout CompilationState) -> Bool {
    let node = state.program.gazetteer.node(of: path)
    // An alternative may stand twice.
    if !entries.entries[entry.index].isAlternative,
      let first = double(of: entry, at: node, state.program.gazetteer)
    {
      diagnoseDouble(entries[entry.index], of: entries[first], &state)
      return false
    }
    state.program.gazetteer.insert(entry, at: node, lemmas: entry.agreeing == 0 ? [] : lemmas)
    return true
  }

  /// The first entry of the list that has the same words as one that ends at a node.
  private func double(
    of entry: Gazetteer.Entry,
    at node: Gazetteer.Node,
    _ gazetteer: borrowing Gazetteer
  ) -> Int? {
    var place = gazetteer.firstEntry(at: node)
    while place >= 0 {
      let known = gazetteer.entries[place]
      if known.list == list, known.index != entry.index,
        entries.areSpelledAlike(known.index, entry.index)
      {
        return known.index
      }
      place = gazetteer.entry(after: place)
    }
    return nil
  }

  private func diagnoseDouble(
    _ entry: ListEntrySyntax,
    of first: ListEntrySyntax,
    _ state: inout CompilationState
  ) {
    guard first.features.map(\.value.text) != entry.features.map(\.value.text) else { return }
    let phrase = entry.words.map(\.text).joined(separator: " ")
    state.diagnose(
      .duplicateEntry(phrase, list: name),
      at: entry.range,
      labels: [Diagnostic.Label(range: first.range, text: "first here")]
    )
  }

  private mutating func insert(_ index: Int, _ state: inout CompilationState) {
    words.read(index, of: entries, into: &numbers, &state)
    guard !numbers.isEmpty else {
      state.diagnose(.emptyEntry(name), at: entries.range(ofEntry: index))
      return
    }
    var compiled = Gazetteer.Entry(
      list: list,
      index: index,
      length: numbers.count,
      head: 0,
      agreeing: 0,
      features: features.row(ofEntry: index, of: entries, in: &state.program.gazetteer)
    )
    path.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    guard !entries.entries[index].isExact, let head = headIndex(&state) else {
      for number in numbers { path.append(.form(words.symbol(number, &state))) }
      _ = add(compiled, &state)
      return
    }
    compiled.head = head
    // Every word has one or more ways to match; most have one.
    for (place, number) in numbers.enumerated() {
      guard let way = words.onlyWay(number, role(place, head), &state) else {
        return insertCombinations(compiled, &state)
      }
      path.append(way.word)
      lemmas.append(way.lemma)
    }
    _ = insert(compiled, &state)
  }

  private func role(_ place: Int, _ head: Int) -> ListWords.Role {
    place < head ? .modifier : place == head ? .head : .follower
  }

  /// Enters an entry once for each combination of the ways of its words.
  private mutating func insertCombinations(
    _ entry: Gazetteer.Entry,
    _ state: inout CompilationState
  ) {
    if numbers.count == 1 {
      for way in words.ways(numbers[0], .head, &state).prefix(Self.maximumAlternatives) {
        path.removeAll(keepingCapacity: true)
        lemmas.removeAll(keepingCapacity: true)
        path.append(way.word)
        lemmas.append(way.lemma)
        guard insert(entry, &state) else { return }
      }
      return
    }
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
      guard insert(entry, &state) else { return }
    }
  }

  /// Enters an entry under the words of `path`, which have `lemmas`; false if the list has it already.
  private mutating func insert(
    _ entry: Gazetteer.Entry,
    _ state: inout CompilationState
  ) -> Bool {
    var entry = entry
    for (place, lemma) in lemmas.enumerated() where lemma != 0 && place < 32 {
      entry.agreeing |= 1 << UInt32(place)
    }
    return add(entry, &state)
  }

  /// The head: the first noun in the nominative with nothing but modifiers before it; one word is its own head.
  ///
  /// An adjective that is a noun as well is a modifier where it agrees with the next word: «Красный Крест».
  private mutating func headIndex(_ state: inout CompilationState) -> Int? {
    if numbers.count == 1 { return 0 }
    for (place, number) in numbers.enumerated() {
      let next = place + 1
      if next < numbers.count, words.modifies(number, numbers[next], &state) { continue }
      if words.isNoun(number, &state) { return place }
      if !words.isModifier(number, &state) { return nil }
    }
    return nil
  }
}
