import TextEngine

/// Turns a dump into the bytes of a lexicon, the same bytes for the same dump.
struct LexiconCompiler {
  /// A compiled lexicon, and a line about it for people.
  struct Result {
    var bytes: [UInt8]
    var summary: String
  }

  private let dump: Dump
  private let alphabet: Alphabet
  private let letters: [UInt32: UInt32]
  private let abbreviation: Int
  private let examples: [ResolvedExample]

  /// - Parameter whole: Where the examples are looked up, if not in the dictionary itself.
  init(_ dump: Dump, _ names: NameExamples, whole: Dump? = nil) throws {
    let whole = whole ?? dump
    var dump = dump
    examples = try ResolvedExample.resolve(names, in: &dump, whole: whole)
    letters = names.letters
    abbreviation = try dump.addIndeclinable(
      ["NOUN", "inan", "GNdr", "Fixd", "Abbr"],
      numbers: ["sing", "plur"]
    )
    self.dump = dump
    alphabet = try Alphabet(dump)
    guard dump.suffixes.count <= LexiconLayout.maxSuffixes,
      dump.prefixes.count <= LexiconLayout.maxPrefixes,
      EndingCounts.hasRoom(for: dump),
      dump.paradigms.allSatisfy({ $0.count <= LexiconLayout.maxRows })
    else { throw DumpError(message: "more affixes or paradigms than the format has room for") }
  }

  func compile() throws -> Result {
    let forms = FormList(dump, alphabet)
    guard forms.readingCount == dump.entries else {
      throw DumpError(message: "\(forms.readingCount) readings instead of \(dump.entries)")
    }
    var lists = ReadingLists()
    var automaton = Automaton(terminal: alphabet.terminal)
    let shares = [[UInt8]: [Int: Int]](
      uniqueKeysWithValues: dump.shares.map { (alphabet.encode($0.key), $0.value) }
    )
    forms.forEach { form, readings in
      let ordered = shares[Array(form)].map { order(readings, $0) } ?? readings
      automaton.add(form, value: lists.index(of: ordered))
    }
    let words = automaton.finish()
    let endings = EndingTable(dump, alphabet, .words).add([], to: &automaton, &lists)
    let nameEndings = EndingTable(dump, alphabet, .names).add(examples, to: &automaton, &lists)
    let prefixes = PrefixTable(dump, alphabet).add(to: &automaton)
    let array = try DoubleArray(automaton, terminal: alphabet.terminal)

    var writer = LexiconWriter()
    writer[.terminal] = UInt32(alphabet.terminal)
    writer[.ie] = UInt32(alphabet.code(0x435))
    writer[.yo] = UInt32(alphabet.code(0x451))
    writer[.apostrophe] = UInt32(alphabet.code(0x2019))
    writer[.words] = array.bases[words]
    writer[.endings] = array.bases[endings]
    writer[.nameEndings] = array.bases[nameEndings]
    writer[.prefixes] = array.bases[prefixes]
    writer[.abbreviation] = UInt32(abbreviation)
    writer.append(.letters, alphabet.table)
    writer.append(.endingLetters, try alphabet.endingTable(letters))
    writer.append(.units, array.units)
    writer.append(.entries, lists.entries)
    try appendParadigms(to: &writer)
    let bytes = writer.finish()
    return Result(
      bytes: bytes,
      summary: """
        \(dump.entries) readings of \(forms.count) forms; \(automaton.stateCount) states, \
        \(array.units.count) units, \(lists.entries.count) entries; \(bytes.count) bytes
        """
    )
  }

  /// The readings by the share that their tags have, the greatest first; what has none keeps its place behind.
  private func order(_ readings: [UInt32], _ shares: [Int: Int]) -> [UInt32] {
    func share(_ reading: UInt32) -> Int {
      let (paradigm, row) = ReadingLists.place(of: reading)
      return shares[dump.paradigms[paradigm][row].tag] ?? 0
    }
    return readings.enumerated()
      .sorted { (-share($0.element), $0.offset) < (-share($1.element), $1.offset) }
      .map(\.element)
  }

  private func appendParadigms(to writer: inout LexiconWriter) throws {
    // Tags that differ in the order of their grammemes are the same set.
    var tags: [GrammemeSet] = []
    var known: [GrammemeSet: Int] = [:]
    let tagIDs = try dump.tags.map { names in
      let set = try grammemes(names)
      if let id = known[set] { return id }
      known[set] = tags.count
      tags.append(set)
      return tags.count - 1
    }
    guard tags.count <= LexiconLayout.maxTags else { throw DumpError(message: "too many tags") }

    var starts: [UInt32] = [0]
    var rows: [UInt32] = []
    for paradigm in dump.paradigms {
      for row in paradigm {
        rows.append(UInt32(row.suffix << 15 | tagIDs[row.tag] << 2 | row.prefix))
      }
      starts.append(UInt32(rows.count))
    }
    writer.append(.paradigmStarts, starts)
    writer.append(.rows, rows)

    var affixStarts: [UInt32] = [0]
    var affixBytes: [UInt8] = []
    // The reader counts the prefixes from the end.
    for affix in dump.suffixes + dump.prefixes.reversed() {
      affixBytes += affix
      affixStarts.append(UInt32(affixBytes.count))
    }
    writer.append(.affixStarts, affixStarts)
    writer.append(.affixBytes, affixBytes)
    writer.append(.tags, tags.map(\.rawValue))
  }

  private func grammemes(_ names: [String]) throws -> GrammemeSet {
    try names.reduce(into: []) { set, name in
      guard let index = GrammemeSet.names.firstIndex(of: name) else {
        throw DumpError(message: "unknown grammeme \(name)")
      }
      set.formUnion(.bit(index))
    }
  }
}
