import TextEngine

/// Tells for how many forms of unknown names the guesser knows the nominative.
///
/// For each name, case and the sex that its bearer has: of the readings of that case, in the singular, that the sex may
/// have, the first one must give the right nominative. A woman's nominative is that of the feminine forms.
struct NameScore {
  /// A form that was guessed wrong.
  struct Fault {
    var form: String
    var grammaticalCase: String
    var right: String
    /// The nominatives that the readings of this case have, the first one first.
    var guessed: [String]
  }

  private static let cases: [(name: String, grammeme: GrammemeSet)] = [
    ("nomn", .nominative), ("gent", .genitive), ("datv", .dative), ("accs", .accusative),
    ("ablt", .instrumental), ("loct", .locative),
  ]

  /// The forms in an oblique case, and those of them that were guessed right.
  private(set) var oblique = (forms: 0, right: 0)
  /// The same for nominatives.
  private(set) var nominative = (forms: 0, right: 0)
  private(set) var faults: [Fault] = []

  init(_ names: [NameForms.Name], _ dictionary: MorphDictionary) {
    for name in names {
      for (index, form) in name.forms.enumerated() {
        let guessed = NameScore.nominatives(of: form, index, name.isFeminine, dictionary)
        let isRight = guessed.first == name.forms[0].lowercased()
        if index == 0 {
          nominative.forms += 1
          nominative.right += isRight ? 1 : 0
        } else {
          oblique.forms += 1
          oblique.right += isRight ? 1 : 0
        }
        if !isRight {
          let cased = NameScore.cases[index].name
          faults.append(
            Fault(form: form, grammaticalCase: cased, right: name.forms[0], guessed: guessed)
          )
        }
      }
    }
  }

  /// The nominatives of the readings of a case that a man or a woman may have, each once.
  private static func nominatives(
    of form: String,
    _ index: Int,
    _ isFeminine: Bool,
    _ dictionary: MorphDictionary
  ) -> [String] {
    let word = Array(form.lowercased().utf8)
    let foreign: GrammemeSet = isFeminine ? [.masculine, .neuter] : [.feminine, .neuter]
    var analyses: [Analysis] = []
    _ = dictionary.appendGuesses(of: word.span, capitalised: true, to: &analyses)
    var nominatives: [String] = []
    for analysis in analyses {
      let grammemes = analysis.grammemes
      guard grammemes.isSuperset(of: [.singular, cases[index].grammeme]),
        !grammemes.isDisjoint(with: [.givenName, .surname, .patronymic]),
        grammemes.isDisjoint(with: foreign),
        let found = dictionary.inflect(word.span, analysis, to: [.nominative])
      else { continue }
      let text = String(decoding: found, as: UTF8.self)
      if !nominatives.contains(text) { nominatives.append(text) }
    }
    return nominatives
  }
}
