/// What the endings of words tell about the readings of a word that the dictionary does not have.
///
/// For each last 0 to 6 letters that enough words end in: the readings of most of them, the most frequent
/// paradigm first.
struct EndingTable {
  /// Which words the table is made of.
  enum Kind {
    /// Common words of the parts of speech that get new words.
    case words
    /// Given names, surnames, patronymics and places, for capitalised words.
    case names
  }

  /// A paradigm of fewer words is an exception, not a pattern.
  private static let minLexemes = 3
  /// As many words as an example stands for.
  private static let exampleWeight = 20

  /// The letters of the longest endings, which is a matter of the file's size.
  private var maxLength: Int { kind == .names ? 5 : EndingCounts.maxLength }

  /// Parts of speech that do not get new words, and words that the ending tells nothing of.
  private static let closed: Set<String> = [
    "NUMR", "NPRO", "PRED", "PREP", "CONJ", "PRCL", "INTJ", "Apro", "Anum", "Abbr", "Init", "Arch",
    "Erro", "Dist", "Infr", "Slng", "Orgn", "Trad", "Hypo",
  ]
  private static let namesOnly: Set<String> = ["Name", "Surn", "Patr", "Geox"]

  private let dump: Dump
  private let alphabet: Alphabet
  private let kind: Kind
  /// For each paradigm, whether its words are counted.
  private var isCounted: [Bool] = []
  /// For each tag, whether a word of the text may be guessed to be such a form.
  private var isGuessable: [Bool] = []
  /// The codes of each suffix, and of each prefix.
  private let suffixes: [[UInt8]]
  private let prefixes: [[UInt8]]
  /// Readings for a word without any known ending: an indeclinable noun or name.
  private var fallback: [UInt32] = []

  init(_ dump: Dump, _ alphabet: Alphabet, _ kind: Kind) {
    self.dump = dump
    self.alphabet = alphabet
    self.kind = kind
    suffixes = dump.suffixes.map(alphabet.encode)
    prefixes = dump.prefixes.map(alphabet.encode)
    let lexemes = dump.lexemeCounts
    isCounted = dump.paradigms.indices.map { paradigm in
      guard lexemes[paradigm] >= EndingTable.minLexemes, let tag = dump.tag(paradigm, 0) else {
        return false
      }
      let isName = !EndingTable.namesOnly.isDisjoint(with: tag)
      return EndingTable.closed.isDisjoint(with: tag) && isName == (kind == .names)
    }
    isGuessable = dump.tags.map { EndingTable.closed.isDisjoint(with: $0) }
    fallback = indeclinable(lexemes)
  }

  /// The readings of the most frequent paradigm of indeclinable nouns, for names that of surnames.
  private func indeclinable(_ lexemes: [Int]) -> [UInt32] {
    let wanted: Set<String> = kind == .names ? ["Fixd", "Surn", "ms-f"] : ["Fixd", "NOUN", "inan"]
    let best = dump.indeclinable(wanted, without: ["Abbr", "Orgn", "Geox"], lexemes)
    guard let best else { return [] }
    return dump.paradigms[best].indices
      .filter { dump.tag(best, $0)?.contains("sing") == true }
      .map { ReadingLists.reading(paradigm: best, row: $0) }
  }
}

extension EndingTable {
  /// Adds the endings, last letter first, as keys; gives the state to start from.
  func add(
    _ examples: [ResolvedExample],
    to automaton: inout Automaton,
    _ lists: inout ReadingLists
  ) -> Int {
    var table: [[UInt8]: [UInt32]] = [[]: fallback]
    for (key, list) in rankedLists(counts(), weighing(examples)) {
      table[key] = list
    }
    for (key, list) in table.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      // An ending that tells no more than the shorter one is not needed.
      var shorter = key.dropLast()
      while table[Array(shorter)] == nil { shorter = shorter.dropLast() }
      if !key.isEmpty, table[Array(shorter)] == list { continue }
      automaton.add(key[...], value: lists.index(of: list))
    }
    return automaton.finish()
  }

  /// The readings to keep of each ending, shorter endings first.
  private func rankedLists(
    _ counts: EndingCounts,
    _ examples: [UInt64: [EndingCounts.Entry]]
  ) -> [(key: [UInt8], list: [UInt32])] {
    let choice = ReadingChoice(dump, alphabet, kind, fallback)
    var chosen: [[UInt8]: EndingEvidence] = [:]
    var result: [(key: [UInt8], list: [UInt32])] = []
    for entries in counts.byLength().prefix(maxLength) {
      var start = 0
      while start < entries.count {
        let ending = entries[start].ending
        var end = start
        while end < entries.count, entries[end].ending == ending { end += 1 }
        let key = EndingCounts.unpack(ending)
        var shorter = key.dropLast()
        while !shorter.isEmpty, chosen[Array(shorter)] == nil { shorter = shorter.dropLast() }
        let evidence = choice.evidence(
          entries[start..<end],
          examples[ending] ?? [],
          shorter: chosen[Array(shorter)]
        )
        if let evidence {
          chosen[key] = evidence
          let list = choice.list(evidence)
          if !list.isEmpty { result.append((key, list)) }
        }
        start = end
      }
    }
    return result
  }

  /// How many words have each ending and reading.
  private func counts() -> EndingCounts {
    var counts = EndingCounts(alphabet)
    for lexeme in dump.lexemes where isCounted[lexeme.paradigm] {
      let stem = alphabet.encode(lexeme.stem)
      for (index, row) in dump.paradigms[lexeme.paradigm].enumerated() where isGuessable[row.tag] {
        let form = prefixes[row.prefix] + stem + suffixes[row.suffix]
        counts.add(form, paradigm: lexeme.paradigm, row: index)
      }
    }
    return counts
  }

  /// The readings that examples give, by ending.
  private func weighing(
    _ examples: [ResolvedExample]
  ) -> [UInt64: [EndingCounts.Entry]] {
    let counts = EndingCounts(alphabet)
    var entries: [UInt64: [EndingCounts.Entry]] = [:]
    for example in examples {
      let (ending, paradigm) = (alphabet.encode(example.ending), example.paradigm)
      let rows = dump.paradigms[paradigm]
      guard let first = rows.first, suffixes[first.suffix].count <= ending.count else { continue }
      let stem = ending.dropLast(suffixes[first.suffix].count)
      for (index, row) in rows.enumerated() where isGuessable[row.tag] && row.prefix == 0 {
        let key = counts.pack(stem + suffixes[row.suffix])
        let entry = EndingCounts.Entry(
          key: key << 22 | UInt64(paradigm << 10 | index),
          count: EndingTable.exampleWeight
        )
        entries[key, default: []].append(entry)
      }
    }
    return entries
  }
}
