import TextEngine

/// The lists of the rules that say who speaks behind another word than his name.
struct SpeakerWords {
  /// What any person may be called, whatever the office: «эксперт», «чиновник».
  static let anyOffice = "any"

  /// What stands among the types of those from whom a document cannot come if it is nobody's own.
  static let person = "person"

  private let offices: SubstituteWords
  private let soleOffices: SubstituteWords
  private let otherOffices: SubstituteWords
  private let knownOffices: SubstituteWords
  private let officesOfHeads: [String: SubstituteWords]
  private let bodies: SubstituteWords
  private let strangers: SubstituteWords
  private let descriptions: SubstituteWords
  private let others: SubstituteWords
  private let describedBodies: SubstituteWords
  private let countries: SubstituteWords
  private let owners: SubstituteWords
  private let heads: SubstituteWords
  private let anyHeads: SubstituteWords
  private let places: SubstituteWords
  private let sources: SubstituteWords
  private let verbs: SubstituteWords
  private let references: SubstituteWords

  init(_ engine: Engine) {
    offices = SubstituteWords(engine, list: "same_office", feature: "office")
    soleOffices = SubstituteWords(engine, list: "same_office", feature: "sole")
    otherOffices = SubstituteWords(engine, list: "same_office", feature: "else")
    knownOffices = SubstituteWords(engine, list: "same_office", feature: "known")
    officesOfHeads = Dictionary(
      uniqueKeysWithValues: ["government", "ministry", "parliament", "company", "bank"].map {
        ($0, SubstituteWords(engine, list: "heads", feature: $0))
      }
    )
    bodies = SubstituteWords(engine, list: "same_body", feature: "types")
    strangers = SubstituteWords(engine, list: "same_body", feature: "except")
    descriptions = SubstituteWords(engine, list: "described_by", feature: "sex")
    others = SubstituteWords(engine, list: "somebody_else", feature: "kind")
    describedBodies = SubstituteWords(engine, list: "same_body", feature: "described")
    countries = SubstituteWords(engine, list: "country_adj", feature: "of")
    heads = SubstituteWords(engine, list: "heads", feature: "kind")
    anyHeads = SubstituteWords(engine, list: "heads", feature: "any")
    places = SubstituteWords(engine, list: "same_place", feature: "place")
    owners = SubstituteWords(engine, list: "owner", feature: "kind")
    sources = SubstituteWords(engine, list: "speaker_source", feature: "kind")
    verbs = SubstituteWords(engine, list: "say", feature: "lemma")
    references = SubstituteWords(engine, list: "referring", feature: "lemma")
  }

  /// Which office or trade some words name; nil where the list has none of them.
  func office(in tokens: Range<Int>) -> String? { offices.text(in: tokens) }

  /// Which office some words name where nobody holds the one that they name: «глава региона» may be an «аким».
  func otherOffice(in tokens: Range<Int>) -> String? { otherOffices.text(in: tokens) }

  /// Which office it is to be what some words say of an organisation of a type: «глава» of a government.
  func office(ofHead tokens: Range<Int>, at type: String) -> String? {
    officesOfHeads[type]?.text(in: tokens)
  }

  /// Whether who holds the office that some words name may be named without it, as a president is.
  func isKnownOffice(_ tokens: Range<Int>) -> Bool { knownOffices.text(in: tokens) != nil }

  /// Whether who holds the office that some words name is always named by it: a president, but not a deputy.
  func isSoleOffice(_ tokens: Range<Int>) -> Bool { soleOffices.text(in: tokens) != nil }

  /// The sexes that a word has by which a text calls somebody whom it has named: «певица», «финн»; nil for other words,
  /// and where the words tell somebody else apart: «другая певица».
  func described(by tokens: Range<Int>) -> Cells? {
    guard let last = tokens.last, !isSomebodyElse(tokens) else { return nil }
    switch descriptions.text(in: last..<tokens.upperBound) {
    case "masc": return .masculine
    case "fem": return .feminine
    case "any": return [.masculine, .feminine]
    default: return nil
    }
  }

  /// Whether some words say that it is another than any before: «другая газета».
  func isSomebodyElse(_ tokens: Range<Int>) -> Bool {
    tokens.contains { others.text(in: $0..<$0 + 1) != nil }
  }

  /// Whether a text calls a body that it has named by some words, whatever it adds: «влиятельное издание».
  func isDescribedBody(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, let last = tokens.last, !isSomebodyElse(tokens) else { return false }
    return describedBodies.text(in: last..<tokens.upperBound) != nil
      && describedBodies.text(in: tokens) != nil
  }

  /// The country from which somebody is said to be: «американское ведомство» → «США».
  func country(in tokens: Range<Int>) -> String? {
    tokens.lazy.compactMap { countries.text(in: $0..<$0 + 1) }.first
  }

  /// The pronoun at the head of some words that says whose somebody is: «её адвокат».
  func owner(in tokens: Range<Int>) -> SpeakerKind? {
    guard let first = tokens.first else { return nil }
    return owners.text(in: first..<first + 1).flatMap(SpeakerKind.init(rawValue:))
  }

  /// Whether some words name whoever is at the head of something: «председатель», but not «заместитель председателя».
  func isHead(_ tokens: Range<Int>) -> Bool { heads.text(in: tokens) != nil }

  /// Whether some words may name any such: «глава», «руководитель».
  func isAnyHead(_ tokens: Range<Int>) -> Bool { anyHeads.text(in: tokens) != nil }

  /// The usual name of a country or town that some words begin with: «РФ» → «Россия».
  func place(in tokens: Range<Int>) -> String? {
    tokens.first.flatMap { places.text(in: $0..<tokens.upperBound) }
  }

  /// Whether some words name who talks to a newsroom and is not named: «источник».
  func isSource(_ tokens: Range<Int>) -> Bool { sources.text(in: tokens) != nil }

  /// Whether a word says that somebody speaks: «сообщили».
  func isVerb(_ token: Int) -> Bool { verbs.has(token) }

  /// Whether what begins at a token is a source that somebody names: «со ссылкой на „Вести“».
  func isCited(at token: Int) -> Bool { token > 1 && references.has(token - 2) }

  /// The types of organisation that some words can stand for: «ведомство» is a ministry or an agency.
  func bodyTypes(in tokens: Range<Int>) -> [String] {
    types(bodies.text(in: tokens))
  }

  /// The types of organisation that some words cannot come from: a report is no newsroom's that tells of it.
  func strangerTypes(in tokens: Range<Int>) -> [String] {
    types(strangers.text(in: tokens))
  }

  private func types(_ text: String?) -> [String] {
    text?.split(separator: " ").map(String.init) ?? []
  }
}
