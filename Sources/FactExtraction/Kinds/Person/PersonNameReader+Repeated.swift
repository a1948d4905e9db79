import TextEngine

/// How a family name that the text has named can come again.
extension PersonNameReader {
  /// The cases of the family name of a match with where they stand, each spelling once, where the dictionary has no such
  /// name or has it as another word only; none for other names.
  ///
  /// - Parameters:
  ///   - family: The name in the nominative.
  ///   - declined: The words whose cases have been given; they are not given again.
  func forms(
    ofFamily family: String,
    _ origin: Match,
    _ declined: inout Set<DeclinedWord>
  ) -> [(form: String, cells: Cells)] {
    guard let decision = decision(origin),
      let place = decision.tokens.indices.last(where: { decision.nominative(at: $0) == family }),
      !isKnownFamily(decision.tokens[place]),
      declined.insert(decision.declined(at: place)).inserted
    else { return [] }
    var found: [(form: String, cells: Cells)] = []
    let forms = forms(decision, at: place)
    for (form, cells) in zip(forms, NameCase.all) {
      let own = cells.intersection(decision.likelierGender)
      if let known = found.firstIndex(where: { $0.form == form }) {
        found[known].cells.formUnion(own)
      } else {
        found.append((form, own))
      }
    }
    return found
  }

  /// Whether a token can be the family name of the bearer of a fact: «Петровой» is no form of a man's.
  func canBear(_ fact: Fact, _ token: Int) -> Bool {
    guard let sexField = fields[fact.schema]?.sex, let sex = fact.fields[sexField] else {
      return true
    }
    let wrong: Cells = sex == NameFields.value(ofSex: .masculine) ? .feminine : .masculine
    let surnames = engine.union(ofReadings: token, with: .surname)
    guard !surnames.isEmpty, surnames.cells.isSubset(of: wrong) else { return true }
    // A woman may bear the name that the dictionary has for men only: «Джейн Остин».
    guard let field = familyFields[fact.schema], let family = fact.fields[field]?.string else {
      return true
    }
    return Folding.folded(family) == engine.folded(token)
  }

  /// Whether a token cannot be read, or the dictionary has it as a family name.
  private func isKnownFamily(_ token: Int) -> Bool {
    let readings = engine.readings(of: token)
    // What is guessed has a lemma that may be another in each case.
    return readings.isEmpty
      || readings.contains {
        !$0.analysis.isGuessed && $0.analysis.grammemes.contains(.surname)
      }
  }
}
