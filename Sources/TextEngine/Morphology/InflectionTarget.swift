/// What a form must be, to be the wanted inflection of a reading.
struct InflectionTarget {
  /// How far a form is from what is wanted; lower is better.
  struct Cost: Comparable {
    /// Wanted numbers and genders that the lexeme does not have.
    var unmet: Int
    /// Grammemes of style and variants that the form has and the reading has not, or the reverse.
    var strange: Int

    static func < (left: Cost, right: Cost) -> Bool {
      (left.unmet, left.strange) < (right.unmet, right.strange)
    }
  }

  private let source: GrammemeSet
  private let cases: GrammemeSet
  private let caseMask = GrammemeSet.allCases
  private let (lowCases, lowCaseMask): (UInt64, UInt64)
  private let number: GrammemeSet
  private let gender: GrammemeSet
  private let animacy: GrammemeSet

  init(from source: GrammemeSet, to wanted: GrammemeSet) {
    func choose(_ category: GrammemeSet) -> GrammemeSet {
      let chosen = wanted.intersection(category)
      return chosen.isEmpty ? source.intersection(category) : chosen
    }
    self.source = source
    cases = GrammemeSet.firstCase(choose(.allCases))
    lowCases = UInt64(truncatingIfNeeded: cases.rawValue)
    lowCaseMask = UInt64(truncatingIfNeeded: caseMask.rawValue)
    number = choose(.numbers)
    // Beside a noun that may be of either gender, any gender will do.
    let gender = choose(.genders)
    self.gender = gender.isDisjoint(with: [.commonGender, .genderUnknown]) ? gender : []
    let animacy = choose(.animacies)
    self.animacy = animacy.isEmpty ? .inanimate : animacy
  }

  /// Whether a form may be in the wanted case, by the lower half of its grammemes: one comparison refuses most forms.
  @inline(__always)
  func mayBeInCase(_ lowGrammemes: UInt64) -> Bool { lowGrammemes & lowCaseMask == lowCases }

  /// Whether a form is in the wanted case, which most forms of a lexeme fail.
  @inline(__always)
  func isInCase(_ form: GrammemeSet) -> Bool { form.intersection(caseMask) == cases }

  /// The cost of a form in the wanted case, or nil if it is another word, another degree or tense.
  func cost(of form: GrammemeSet) -> Cost? {
    guard form.intersection(.kept) == source.intersection(.kept) else { return nil }
    if cases.contains(.accusative), !form.contains(.noun) {
      guard agrees(form, .animacies, animacy) else { return nil }
    }
    var unmet = 0
    if !agrees(form, .numbers, number) { unmet += 2 }
    // A plural has no gender of its own.
    if !form.contains(.plural), !agrees(form, .genders, gender) { unmet += 1 }
    // Without any gender to go by, the masculine is the one that dictionaries state.
    let isOpen = gender.isEmpty && !form.isDisjoint(with: [.feminine, .neuter])
    let differences = form.symmetricDifference(source).intersection(.variants)
    return Cost(unmet: unmet, strange: differences.rawValue.nonzeroBitCount + (isOpen ? 1 : 0))
  }

  /// Whether a form has one of the values of a category, or does not have the category.
  private func agrees(
    _ form: GrammemeSet,
    _ category: GrammemeSet,
    _ values: GrammemeSet
  ) -> Bool {
    let its = form.intersection(category)
    return its.isEmpty || values.isEmpty || !its.isDisjoint(with: values)
  }
}

extension GrammemeSet {
  fileprivate static let allCases: GrammemeSet = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative, .vocative, .genitive1,
    .partitive, .accusative2, .locative1, .locative2,
  ]
  fileprivate static let secondCases: GrammemeSet = [
    .vocative, .genitive1, .partitive, .accusative2, .locative1, .locative2,
  ]
  fileprivate static let numbers: GrammemeSet = [.singular, .plural]
  fileprivate static let genders: GrammemeSet = [
    .masculine, .feminine, .neuter, .commonGender, .genderUnknown,
  ]
  fileprivate static let animacies: GrammemeSet = [.animate, .inanimate]
  /// What makes a form another word, or another form than one of declension.
  fileprivate static let kept: GrammemeSet = [
    .noun, .adjective, .shortAdjective, .comparative, .verb, .infinitive, .participle,
    .shortParticiple, .gerund, .numeral, .adverb, .pronoun, .predicative, .preposition,
    .conjunction,
    .particle, .interjection, .superlative, .comparativePo, .perfective, .imperfective, .reflexive,
    .present, .past, .future, .active, .passive, .imperative, .indicative, .firstPerson,
    .secondPerson, .thirdPerson,
  ]
  /// Marks of style, age and variant spelling.
  fileprivate static let variants: GrammemeSet = [
    .vEy, .vOy, .vEj, .vBe, .vEn, .vIe, .vBi, .vSh, .informal, .slang, .archaic, .literary,
    .erroneous, .distorted, .afP, .countable, .predicativeUse, .adjx, .hypo, .inmx, .fImp, .vPre,
    .substantivized, .collective,
  ]

  /// The six cases of the grammars: a second genitive counts as genitive, a vocative as nominative.
  fileprivate static func firstCase(_ grammemes: GrammemeSet) -> GrammemeSet {
    guard !grammemes.isDisjoint(with: .secondCases) else { return grammemes }
    let pairs: [(GrammemeSet, GrammemeSet)] = [
      (.vocative, .nominative), (.genitive1, .genitive), (.partitive, .genitive),
      (.accusative2, .accusative), (.locative1, .locative), (.locative2, .locative),
    ]
    for (second, first) in pairs where grammemes.contains(second) { return first }
    return grammemes
  }
}
