import TextEngine

/// Tells how well words are guessed that the dictionary lacks, by words that it is made to lack.
///
/// A share of the lexemes is left out; a lexicon is compiled from the rest; then each form of a lexeme that was left out
/// is guessed. A form counts once, and only if the rest does not have it: a form that is there is never guessed.
///
/// A guess is right if its lemma is that of one of the form's lexemes that were left out. е and ё are the same, as most
/// texts do not tell them apart. Names (given names, surnames, patronymics, places) stand with a capital letter, all
/// other words without.
struct HeldOut {
  /// How many forms there were, and for how many a guess was right.
  struct Score {
    var forms = 0
    /// The first lemma was right.
    var first = 0
    /// One of the first five lemmas was right.
    var firstFive = 0
    /// The forms whose first lemma was wrong, each with the lemmas that were guessed and the right ones.
    var wrong: [(form: String, guessed: [String], right: [String])] = []
  }

  private static let nameTags: Set<String> = ["Name", "Surn", "Patr", "Geox"]

  private let whole: Dump
  private let rest: Dump
  /// The right lemmas of each form, apart for names.
  private var names: [[UInt8]: Set<[UInt8]>] = [:]
  private var words: [[UInt8]: Set<[UInt8]>] = [:]
  let heldOutCount: Int

  /// Leaves out a share of the lexemes, those with the least hashes of stem, paradigm and seed.
  init(_ dump: Dump, share: Double, seed: UInt64) {
    let limit = UInt64(share * 4_294_967_296)
    whole = dump
    var out: [Dump.Lexeme] = []
    rest = dump.keeping { lexeme in
      let isKept = HeldOut.hash(lexeme, seed) >> 32 >= limit
      if !isKept { out.append(lexeme) }
      return isKept
    }
    heldOutCount = out.count
    for lexeme in out {
      let rows = dump.paradigms[lexeme.paradigm]
      guard let first = rows.first else { continue }
      let lemma = dump.form(lexeme, first)
      let isName = dump.tags[first.tag].contains(where: HeldOut.nameTags.contains)
      for row in rows {
        let form = HeldOut.folded(dump.form(lexeme, row))
        if isName {
          names[form, default: []].insert(HeldOut.folded(lemma))
        } else {
          words[form, default: []].insert(HeldOut.folded(lemma))
        }
      }
    }
  }

  /// Compiles the rest and guesses: the score of lower-case words, then that of names.
  func scores(_ examples: NameExamples) throws -> (words: Score, names: Score) {
    let compiled = try LexiconCompiler(rest, examples, whole: whole).compile()
    let memory = UnsafeMutableRawBufferPointer.allocate(
      byteCount: compiled.bytes.count,
      alignment: LexiconLayout.alignment
    )
    defer { memory.deallocate() }
    memory.copyBytes(from: compiled.bytes)
    let dictionary = try MorphDictionary(bytes: UnsafeRawBufferPointer(memory))
    return (
      score(words, dictionary, capitalised: false), score(names, dictionary, capitalised: true)
    )
  }

  private func score(
    _ forms: [[UInt8]: Set<[UInt8]>],
    _ dictionary: MorphDictionary,
    capitalised: Bool
  ) -> Score {
    var score = Score()
    var analyses: [Analysis] = []
    for (form, right) in forms.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      analyses.removeAll(keepingCapacity: true)
      guard dictionary.appendAnalyses(of: form.span, to: &analyses) == 0 else { continue }
      _ = dictionary.appendGuesses(of: form.span, capitalised: capitalised, to: &analyses)
      var lemmas: [[UInt8]] = []
      for analysis in analyses {
        let lemma = HeldOut.folded(dictionary.lemma(of: form.span, analysis))
        if !lemmas.contains(lemma) { lemmas.append(lemma) }
      }
      score.forms += 1
      if lemmas.prefix(5).contains(where: right.contains) { score.firstFive += 1 }
      if let first = lemmas.first, right.contains(first) {
        score.first += 1
      } else {
        let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
        score.wrong.append((text(form), lemmas.map(text), right.map(text).sorted()))
      }
    }
    return score
  }

  private static func folded(_ word: [UInt8]) -> [UInt8] {
    var folded: [UInt8] = []
    Folding.appendFolded(word.span, keepingYo: false, to: &folded)
    return folded
  }

  /// FNV-1a and a last mix, so that seeds give shares that have nothing to do with each other.
  private static func hash(_ lexeme: Dump.Lexeme, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ (seed &* 0x9E37_79B9_7F4A_7C15)
    for byte in lexeme.stem { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash = (hash ^ UInt64(lexeme.paradigm)) &* 0x100_0000_01B3
    hash = (hash ^ hash >> 33) &* 0xFF51_AFD7_ED55_8CCD
    return hash ^ hash >> 29
  }
}
