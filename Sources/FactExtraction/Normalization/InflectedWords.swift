import TextEngine

/// The lemmas of single words, and the words in other cases and numbers with the capitals of the text.
///
/// The same words are asked for again and again, so they are kept; that changes no result.
final class InflectedWords {
  private struct Key: Hashable {
    /// The age of the forms, which have other numbers when they have been dropped.
    var age: Int
    var form: FormID
    var paradigm: UInt16
    var row: UInt16
    var isGuessed: Bool
    var wanted: GrammemeSet
    var cells: Cells

    /// Takes in what tells most words apart, since all of it takes long.
    func hash(into hasher: inout Hasher) {
      let reading = UInt64(form) << 32 | UInt64(paradigm) << 16 | UInt64(row)
      hasher.combine(reading ^ UInt64(truncatingIfNeeded: wanted.rawValue) &* 0x9E37_79B9_7F4A_7C15)
    }
  }

  /// The most words that are kept.
  private static let maximumKept = 2_048

  private let engine: Engine
  private var kept: [Key: String?] = [:]
  private var lemmas: [Key: String] = [:]
  /// The age of the forms for which most of them are kept.
  private var age = 0

  /// Makes a store for one engine.
  init(engine: Engine) { self.engine = engine }

  /// A reading of a token in the wanted form; nil where it has none.
  ///
  /// - Parameter cells: The cells in which the phrase stands, which tell whether both halves of a word change.
  func form(of token: Int, _ analysis: Analysis, _ cells: Cells, _ wanted: GrammemeSet) -> String? {
    let span = engine.span(of: token..<(token + 1))
    let isCompound = engine.text.bytes[span.start..<span.end].contains(UInt8(ascii: "-"))
    let key = key(token, analysis, wanted, isCompound ? cells : [])
    if let known = kept[key] { return known }
    forgetOthers()
    let form = make(token, analysis, cells, wanted)
    kept[key] = .some(form)
    return form
  }

  /// The lemma of a reading of a token, small letters.
  func lemma(of token: Int, _ analysis: Analysis) -> String {
    let key = key(token, analysis, [], [])
    if let known = lemmas[key] { return known }
    forgetOthers()
    let lemma = engine.lemma(of: token, analysis)
    lemmas[key] = lemma
    return lemma
  }

  /// Forgets all words when the forms have been dropped, or too many are kept.
  private func forgetOthers() {
    guard age != engine.formsAge || max(kept.count, lemmas.count) >= Self.maximumKept else {
      return
    }
    kept.removeAll(keepingCapacity: true)
    lemmas.removeAll(keepingCapacity: true)
    age = engine.formsAge
  }

  /// What a word is kept under.
  private func key(
    _ token: Int,
    _ analysis: Analysis,
    _ wanted: GrammemeSet,
    _ cells: Cells
  ) -> Key {
    Key(
      age: engine.formsAge,
      form: engine.formID(of: token),
      paradigm: analysis.paradigm,
      row: analysis.row,
      isGuessed: analysis.isGuessed,
      wanted: wanted,
      cells: cells
    )
  }

  private func make(
    _ token: Int,
    _ analysis: Analysis,
    _ cells: Cells,
    _ wanted: GrammemeSet
  ) -> String? {
    guard let half = engine.form(of: token, analysis, wanted) else { return nil }
    let text = engine.text(of: token)
    let isNoun = analysis.grammemes.contains(.noun)
    let form = isNoun ? bothHalves(half, text, cells, wanted) : half
    // What stands in the wanted form already keeps its spelling, ё included.
    if Folding.folded(form) == engine.folded(token) { return text }
    return LetterShape.restored(form, like: text)
  }

  /// A form with its half before the hyphen in the same case, where that half stands in the case of the phrase.
  ///
  /// «школы-лицея» → «школа-лицей», but «пресс-службы» → «пресс-служба». Only nouns have such halves:
  /// «Троице-Сергиевой» → «Троице-Сергиева».
  private func bothHalves(
    _ form: String,
    _ text: String,
    _ cells: Cells,
    _ wanted: GrammemeSet
  ) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return form }
    let halves = LetterShape.parts(of: text).filter { !$0.isEmpty }
    let formHalves = LetterShape.parts(of: form).filter { !$0.isEmpty }
    guard halves.count == 2, formHalves.count == 2,
      Folding.folded(halves[0]) == Folding.folded(formHalves[0]),
      // The dictionary knows better how its own compounds are declined: «вице-губернатора».
      engine.analyses(of: text).isEmpty
    else { return form }
    let number = wanted.intersection([.singular, .plural])
    for analysis in engine.analyses(of: halves[0])
    where analysis.grammemes.contains(.noun) && !analysis.grammemes.isDisjoint(with: number)
      && !Cells(grammemes: analysis.grammemes).inAnyNumber.isDisjoint(with: cells)
    {
      let target = wanted.subtracting([.masculine, .feminine, .neuter])
      if let half = engine.form(of: halves[0], analysis, target) {
        return half + "-" + formHalves[1]
      }
    }
    return form
  }
}
