import TextEngine

/// The beginnings of words that words are made with: «пере-», «анти-», «не-».
///
/// They are found in the dictionary itself: what is left of many lexemes without them is a lexeme of the same
/// paradigm. For each the table says of which parts of speech.
struct PrefixTable {
  /// A beginning that fewer lexemes have is none.
  private static let minLexemes = 12
  /// A part of speech that has less than this part of the most frequent one's lexemes is an exception.
  private static let minShare = 20
  /// The letters that a word must have behind a prefix to be taken for the same word.
  private static let minRest = 4

  private let dump: Dump
  private let alphabet: Alphabet

  init(_ dump: Dump, _ alphabet: Alphabet) {
    self.dump = dump
    self.alphabet = alphabet
  }

  /// Adds the prefixes as keys, from the first letter; gives the state to start from.
  func add(to automaton: inout Automaton) -> Int {
    let parts = dump.paradigms.indices.map(part)
    var known: Set<[UInt8]> = []
    for lexeme in dump.lexemes where parts[lexeme.paradigm] != nil {
      known.insert(key(lexeme, from: 0))
    }
    var counts: [[UInt8]: [LexiconLayout.PrefixPart: Int]] = [:]
    for lexeme in dump.lexemes {
      guard let part = parts[lexeme.paradigm] else { continue }
      let starts = lexeme.stem.indices.filter { lexeme.stem[$0] & 0xC0 != 0x80 }
      for (letters, start) in starts.enumerated()
      where (2...LexiconLayout.maxPrefixLength).contains(letters)
        && starts.count >= letters + PrefixTable.minRest
        && known.contains(key(lexeme, from: start))
      {
        counts[alphabet.encode(Array(lexeme.stem[..<start])), default: [:]][part, default: 0] += 1
      }
    }
    for (prefix, parts) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var bits: UInt32 = 0
      let most = parts.values.max() ?? 0
      for (part, count) in parts
      where count >= PrefixTable.minLexemes && count * PrefixTable.minShare >= most {
        bits |= part.rawValue
      }
      if bits != 0 { automaton.add(prefix[...], value: bits) }
    }
    return automaton.finish()
  }

  /// The part of speech of a paradigm's words; nil for words that no words are made of.
  private func part(_ paradigm: Int) -> LexiconLayout.PrefixPart? {
    guard let tag = dump.tag(paradigm, 0),
      Set(tag).isDisjoint(with: ["Abbr", "Name", "Surn", "Patr", "Geox", "Orgn", "Erro"])
    else { return nil }
    switch tag.first {
    case "NOUN": return .noun
    case "ADJF": return .adjective
    case "INFN": return .verb
    default: return nil
    }
  }

  /// What two lexemes must share to be the same word: the paradigm, and of verbs, whose aspect a prefix changes, only
  /// the lemma.
  private func key(_ lexeme: Dump.Lexeme, from start: Int) -> [UInt8] {
    let paradigm = lexeme.paradigm
    let stem = lexeme.stem[start...]
    if part(paradigm) == .verb, let row = dump.paradigms[paradigm].first {
      return [0xFF] + stem + dump.suffixes[row.suffix]
    }
    return [UInt8(paradigm >> 8), UInt8(paradigm & 0xFF)] + stem
  }
}
