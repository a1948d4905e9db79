/// Which of the readings that an ending has are worth keeping, and in which order.
struct ReadingChoice {
  /// What sort of word a paradigm is.
  ///
  /// For words that are no names there is but one.
  struct Group: Hashable {
    /// Name, Surn, Patr or Geox.
    var name = ""
    var isFeminine = false
    /// What distinguishes declensions: the last letter of the lemma's suffix, or that there is none.
    var declension: UInt8 = 0
  }

  /// The words of the shorter ending count as much as so many words of the longer one.
  private static let smoothing = 6.0

  private static let pluralWeight = 1.0 / 8

  private let dump: Dump
  private let isForNames: Bool
  private let fallback: [UInt32]
  private let suffixes: [[UInt8]]

  /// Endings of fewer words say nothing.
  private var minCount: Int { isForNames ? 3 : 5 }
  /// A paradigm that has less than this part of the most frequent one's words is noise.
  private var minShare: Double { isForNames ? 16 : 12 }
  /// How many paradigms of one group an ending may have.
  private var maxParadigms: Int { isForNames ? 1 : 3 }
  private var maxReadings: Int { isForNames ? 32 : 8 }

  init(_ dump: Dump, _ alphabet: Alphabet, _ kind: EndingTable.Kind, _ fallback: [UInt32]) {
    self.dump = dump
    self.fallback = fallback
    isForNames = kind == .names
    suffixes = dump.suffixes.map { suffix in
      EndingCounts.unpack(EndingCounts(alphabet).pack(alphabet.encode(suffix)))
    }
  }

  /// What is known of an ending, or nil if too few words have it.
  ///
  /// A paradigm counts by its words with this ending and, as far as these are few, by its part among the words with
  /// the shorter ending.
  ///
  /// - Parameter examples: Readings that are kept whatever words have them.
  /// - Parameter shorter: What is known of the longest shorter ending that something is known of.
  func evidence(
    _ entries: ArraySlice<EndingCounts.Entry>,
    _ examples: [EndingCounts.Entry],
    shorter: EndingEvidence?
  ) -> EndingEvidence? {
    guard let ending = entries.first.map({ EndingCounts.unpack($0.ending) }) else { return nil }
    var evidence = EndingEvidence(length: ending.count)
    for entry in entries { evidence.add(entry, weight: weight(entry)) }
    guard evidence.wordCount >= Double(minCount) else { return nil }
    if let shorter {
      evidence.inherit(shorter, weight: ReadingChoice.smoothing) { fits($0, ending) }
    }
    for entry in examples { evidence.addExample(entry) }
    return evidence
  }

  /// For how many words one word of the dictionary stands: families, patronymics and mountains have plurals, but that of
  /// a given name or of a town is hardly ever meant.
  private func weight(_ entry: EndingCounts.Entry) -> Double {
    guard isForNames, let tag = dump.tag(entry.paradigm, entry.row), tag.contains("plur"),
      Set(tag).isDisjoint(with: ["Surn", "Patr", "Pltm"])
    else { return 1 }
    return ReadingChoice.pluralWeight
  }

  /// Whether a form with a reading's suffix may end so, both from the last letter on.
  private func fits(_ reading: UInt32, _ ending: [UInt8]) -> Bool {
    let (paradigm, row) = ReadingLists.place(of: reading)
    return zip(suffixes[dump.paradigms[paradigm][row].suffix], ending).allSatisfy { $0 == $1 }
  }

  /// The readings of an ending in their order, as many as it may have.
  func list(_ evidence: EndingEvidence) -> [UInt32] {
    let order = evidence.paradigms
    let most = order.first?.score ?? 0
    var list: [UInt32] = []
    var seldom: [UInt32] = []
    var taken: [Group: Int] = [:]
    var seen: Set<[Int]> = []
    var hasSurname = false
    for found in order {
      let group = group(found.number)
      // A sort of names that none of the words with this ending belongs to is not expected to have it.
      let isFrequent =
        found.score * minShare >= most && (found.isOwn || !isForNames)
      // The first surname counts, however rare: what foreign surnames end in are mostly given names here.
      let isFirstSurname =
        !hasSurname && found.isOwn && group.name == "Surn"
        && found.readings.contains { !has("plur", $0) }
      guard found.isExample || isFirstSurname || isFrequent,
        found.isExample || isFirstSurname || taken[group, default: 0] < maxParadigms
      else { continue }
      // Paradigms that give the same readings with the same lemma here differ in other forms only.
      let new = found.readings.filter { seen.insert(meaning($0)).inserted }
      guard !new.isEmpty, list.count + seldom.count + new.count <= maxReadings else { continue }
      taken[group, default: 0] += 1
      hasSurname = hasSurname || isFirstSurname
      if isFrequent { list += new } else { seldom += new }
    }
    // A prefix that a word has belongs to the form: «поновее» is no form of «поновый».
    guard isForNames else { return list.filter(hasPrefix) + list.filter { !hasPrefix($0) } }
    // A family is named more seldom than one of its members.
    list = list.filter { !has("plur", $0) } + list.filter { has("plur", $0) } + seldom
    // A name in the text may always be an indeclinable one in the nominative, which endings like -у do not say.
    if !list.contains(where: { has("nomn", $0) }) { list += fallback }
    return list
  }

  private func group(_ paradigm: Int) -> Group {
    guard isForNames, let tag = dump.tag(paradigm, 0), let row = dump.paradigms[paradigm].first
    else { return Group() }
    let name = tag.first { ["Name", "Surn", "Patr", "Geox"].contains($0) } ?? ""
    return Group(
      name: name,
      isFeminine: name == "Name" && tag.contains("femn"),
      declension: tag.contains("Fixd") ? 1 : dump.suffixes[row.suffix].last ?? 0
    )
  }

  private func hasPrefix(_ reading: UInt32) -> Bool {
    let (paradigm, row) = ReadingLists.place(of: reading)
    return dump.paradigms[paradigm][row].prefix != 0
  }

  private func meaning(_ reading: UInt32) -> [Int] {
    let (paradigm, index) = ReadingLists.place(of: reading)
    let rows = dump.paradigms[paradigm]
    let row = rows[index]
    return [row.tag, row.suffix, row.prefix, rows[0].suffix]
  }

  private func has(_ grammeme: String, _ reading: UInt32) -> Bool {
    let (paradigm, row) = ReadingLists.place(of: reading)
    return dump.tag(paradigm, row)?.contains(grammeme) == true
  }
}
