/// What the endings of words tell about the readings of a word that the dictionary does not have.
///
/// For each last 0 to 5 letters that enough words end in: the readings of most of them, the most frequent
/// paradigm first.
struct EndingTable {
  /// Which words the table is made of.
  enum Kind {
    /// Common words of the parts of speech that get new words.
    case words
    /// Given names, surnames, patronymics and places, for capitalised words.
    case names
  }

  /// Longer endings help little: 5 letters are what pymorphy uses too.
  private static let maxLength = 5
  /// A paradigm of fewer words is an exception, not a pattern.
  private static let minLexemes = 3

  /// Endings of fewer words say nothing.
  private var minCount: Int { kind == .names ? 3 : 5 }
  /// A paradigm that has less than this part of the most frequent one's words is noise.
  private var minShare: Int { kind == .names ? 32 : 12 }
  /// How many paradigms of one class an ending may have.
  private var maxParadigms: Int { kind == .names ? 2 : 3 }
  private var maxReadings: Int { kind == .names ? 24 : 8 }

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
  /// The codes of each suffix.
  private let suffixes: [[UInt8]]
  /// Readings for a word without any known ending: an indeclinable noun or name.
  private var fallback: [UInt32] = []

  init(_ dump: Dump, _ alphabet: Alphabet, _ kind: Kind) {
    self.dump = dump
    self.alphabet = alphabet
    self.kind = kind
    suffixes = dump.suffixes.map(alphabet.encode)
    var lexemes = [Int](repeating: 0, count: dump.paradigms.count)
    for lexeme in dump.lexemes { lexemes[lexeme.paradigm] += 1 }
    isCounted = dump.paradigms.indices.map { paradigm in
      guard lexemes[paradigm] >= EndingTable.minLexemes, let tag = tag(paradigm, 0) else {
        return false
      }
      let isName = !EndingTable.namesOnly.isDisjoint(with: tag)
      return EndingTable.closed.isDisjoint(with: tag) && isName == (kind == .names)
    }
    isGuessable = dump.tags.map { tag in
      guard EndingTable.closed.isDisjoint(with: tag) else { return false }
      // Families and mountains have plurals, but a plural of a given name or of a town is hardly ever meant.
      return kind == .words || !tag.contains("plur") || tag.contains("Surn") || tag.contains("Pltm")
    }
    fallback = indeclinable(lexemes)
  }

  private func tag(_ paradigm: Int, _ row: Int) -> [String]? {
    let rows = dump.paradigms[paradigm]
    return row < rows.count ? dump.tags[rows[row].tag] : nil
  }

  /// The readings of the most frequent paradigm of indeclinable nouns, for names that of surnames.
  private func indeclinable(_ lexemes: [Int]) -> [UInt32] {
    let wanted: Set<String> = kind == .names ? ["Fixd", "Surn"] : ["Fixd", "NOUN", "inan"]
    let paradigms = dump.paradigms.indices.filter { paradigm in
      wanted.isSubset(of: tag(paradigm, 0) ?? [])
        && (tag(paradigm, 0) ?? []).allSatisfy { $0 != "Abbr" && $0 != "Orgn" && $0 != "Geox" }
        && dump.paradigms[paradigm].allSatisfy {
          dump.suffixes[$0.suffix].isEmpty && $0.prefix == 0
        }
    }
    guard let best = paradigms.max(by: { (lexemes[$0], -$0) < (lexemes[$1], -$1) }) else {
      return []
    }
    return dump.paradigms[best].indices.filter { tag(best, $0)?.contains("sing") == true }
      .map { ReadingLists.reading(paradigm: best, row: $0) }
  }
}

extension EndingTable {
  /// Adds the endings, last letter first, as keys; gives the state to start from.
  func add(to automaton: inout Automaton, _ lists: inout ReadingLists) -> Int {
    var table: [[UInt8]: [UInt32]] = [[]: fallback]
    let counts = countedEndings()
    var start = 0
    while start < counts.count {
      let ending = counts[start].key >> 32
      var end = start
      while end < counts.count, counts[end].key >> 32 == ending { end += 1 }
      let list = readings(counts[start..<end])
      if !list.isEmpty { table[EndingTable.unpack(ending)] = list }
      start = end
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

  /// How many words have each ending and reading, by `ending << 32 | reading`, ascending.
  private func countedEndings() -> [(key: UInt64, count: Int)] {
    var keys: [UInt64] = []
    let (ie, yo) = (alphabet.code(0x435), alphabet.code(0x451))
    for lexeme in dump.lexemes where isCounted[lexeme.paradigm] {
      let stem = alphabet.encode(lexeme.stem)
      for (index, row) in dump.paradigms[lexeme.paradigm].enumerated()
      where row.prefix == 0 && isGuessable[row.tag] {
        let form = stem + suffixes[row.suffix]
        var ending: UInt64 = 0
        for (length, code) in form.reversed().prefix(EndingTable.maxLength).enumerated() {
          // Texts seldom write ё, so the endings do not tell it from е.
          let folded = code == yo ? ie : code
          ending |= UInt64(folded) << UInt64(6 * length)
          let reading = ReadingLists.reading(paradigm: lexeme.paradigm, row: index)
          keys.append(ending << 32 | UInt64(reading))
        }
      }
    }
    keys.sort()
    var counts: [(key: UInt64, count: Int)] = []
    for key in keys {
      if let last = counts.last, last.key == key {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((key, 1))
      }
    }
    return counts
  }

  private static func unpack(_ ending: UInt64) -> [UInt8] {
    var (left, codes) = (ending, [UInt8]())
    while left != 0 {
      codes.append(UInt8(left & 63))
      left >>= 6
    }
    return codes
  }

  /// The readings to keep of one ending, best first.
  private func readings(_ counts: ArraySlice<(key: UInt64, count: Int)>) -> [UInt32] {
    var words: [Int: Int] = [:]
    for (key, count) in counts {
      let paradigm = Int(key >> 16 & 0xFFFF)
      words[paradigm] = max(words[paradigm] ?? 0, count)
    }
    let order = words.sorted { (-$0.value, $0.key) < (-$1.value, $1.key) }
    guard let most = order.first?.value, order.reduce(0, { $0 + $1.value }) >= minCount
    else { return [] }
    var list: [UInt32] = []
    var seen: Set<[Int]> = []
    var taken: [[String]: Int] = [:]
    for (paradigm, count) in order {
      // The first surname counts, however rare: what foreign surnames end in are mostly given names here.
      let group = nameClass(paradigm)
      let isFirstSurname = group.first == "Surn" && taken[group] == nil
      guard isFirstSurname || count * minShare >= most, taken[group, default: 0] < maxParadigms
      else { continue }
      let candidates = counts.map { UInt32(truncatingIfNeeded: $0.key) }
        .filter { Int($0 >> 16) == paradigm }
      // Paradigms that give the same readings with the same lemma here differ in other forms only.
      let new = candidates.filter { seen.insert(meaning($0)).inserted }
      guard !new.isEmpty, list.count + new.count <= maxReadings else { continue }
      list += new
      taken[group, default: 0] += 1
    }
    // A family is named more seldom than one of its members.
    list = list.filter { !has("plur", $0) } + list.filter { has("plur", $0) }
    // A name in the text may always be an indeclinable one in the nominative, which endings like -у do not say.
    if kind == .names, !list.contains(where: { has("nomn", $0) }) { list += fallback }
    return list
  }

  /// What kind of name a paradigm is, with the gender of given names; the same for all words that are no names.
  private func nameClass(_ paradigm: Int) -> [String] {
    guard kind == .names, let tag = tag(paradigm, 0) else { return [] }
    guard let name = tag.first(where: EndingTable.namesOnly.contains) else { return [] }
    return name == "Name" && tag.contains("femn") ? [name, "femn"] : [name]
  }

  private func meaning(_ reading: UInt32) -> [Int] {
    let (paradigm, index) = ReadingLists.place(of: reading)
    let rows = dump.paradigms[paradigm]
    let row = rows[index]
    return [row.tag, row.suffix, rows[0].suffix]
  }

  private func has(_ grammeme: String, _ reading: UInt32) -> Bool {
    let (paradigm, row) = ReadingLists.place(of: reading)
    return tag(paradigm, row)?.contains(grammeme) == true
  }
}
