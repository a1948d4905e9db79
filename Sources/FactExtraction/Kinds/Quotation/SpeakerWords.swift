import TextEngine

/// The lists of the rules that say who speaks behind another word than his name.
struct SpeakerWords {
  /// What any person may be called, whatever the office: «эксперт», «чиновник».
  static let anyOffice = "any"

  /// What stands among the types of those from whom a document cannot come if it is nobody's own.
  static let person = "person"

  private let offices: SubstituteWords
  private let bodies: SubstituteWords
  private let descriptions: SubstituteWords
  private let others: SubstituteWords
  private let countries: SubstituteWords
  private let owners: SubstituteWords
  private let heads: SubstituteWords
  private let places: SubstituteWords
  private let sources: SubstituteWords
  private let verbs: SubstituteWords
  private let references: SubstituteWords

  init(_ engine: Engine) {
    offices = SubstituteWords(engine, "same_office")
    bodies = SubstituteWords(engine, "same_body")
    descriptions = SubstituteWords(engine, "described_by")
    others = SubstituteWords(engine, "somebody_else")
    countries = SubstituteWords(engine, "country_adj")
    owners = SubstituteWords(engine, "owner")
    heads = SubstituteWords(engine, "heads")
    places = SubstituteWords(engine, "same_place")
    sources = SubstituteWords(engine, "speaker_source")
    verbs = SubstituteWords(engine, "say")
    references = SubstituteWords(engine, "referring")
  }

  /// Which office or trade some words name; nil where the list has none of them.
  func office(in tokens: Range<Int>) -> String? { offices.text("office", in: tokens) }

  /// Which office some words name where nobody holds the one that they name: «глава региона» may be an «аким».
  func otherOffice(in tokens: Range<Int>) -> String? { offices.text("else", in: tokens) }

  /// Which office it is to be what some words say of an organisation of a type: «глава» of a government.
  func office(ofHead tokens: Range<Int>, at type: String) -> String? {
    heads.text(type, in: tokens)
  }

  /// Whether who holds the office that some words name may be named without it, as a president is.
  func isKnownOffice(_ tokens: Range<Int>) -> Bool { offices.text("known", in: tokens) != nil }

  /// Whether who holds the office that some words name is always named by it: a president, but not a deputy.
  func isSoleOffice(_ tokens: Range<Int>) -> Bool { offices.text("sole", in: tokens) != nil }

  /// The sexes that a word has by which a text calls somebody whom it has named: «певица», «финн»; nil for other words,
  /// and where the words tell somebody else apart: «другая певица».
  func described(by tokens: Range<Int>) -> Cells? {
    guard let last = tokens.last, !isSomebodyElse(tokens) else { return nil }
    switch descriptions.text("sex", in: last..<tokens.upperBound) {
    case "masc": return .masculine
    case "fem": return .feminine
    case "any": return [.masculine, .feminine]
    default: return nil
    }
  }

  /// Whether some words say that it is another than any before: «другая газета».
  func isSomebodyElse(_ tokens: Range<Int>) -> Bool {
    tokens.contains { others.has($0) }
  }

  /// Whether a text calls a body that it has named by some words, whatever it adds: «влиятельное издание».
  func isDescribedBody(_ tokens: Range<Int>) -> Bool {
    guard tokens.count > 1, let last = tokens.last, !isSomebodyElse(tokens) else { return false }
    return bodies.text("described", in: last..<tokens.upperBound) != nil
      && bodies.text("described", in: tokens) != nil
  }

  /// The country from which somebody is said to be: «американское ведомство» → «США».
  func country(in tokens: Range<Int>) -> String? {
    tokens.lazy.compactMap { countries.text("of", in: $0..<$0 + 1) }.first
  }

  /// The pronoun at the head of some words that says whose somebody is: «её адвокат».
  func owner(in tokens: Range<Int>) -> SpeakerKind? {
    guard let first = tokens.first else { return nil }
    return owners.text("kind", in: first..<first + 1).flatMap(SpeakerKind.init(rawValue:))
  }

  /// Whether some words name whoever is at the head of something: «председатель», but not «заместитель председателя».
  func isHead(_ tokens: Range<Int>) -> Bool { heads.text("kind", in: tokens) != nil }

  /// Whether some words may name any such: «глава», «руководитель».
  func isAnyHead(_ tokens: Range<Int>) -> Bool { heads.text("any", in: tokens) != nil }

  /// The usual name of a country or town that some words begin with: «РФ» → «Россия».
  func place(in tokens: Range<Int>) -> String? {
    tokens.first.flatMap { places.text("place", in: $0..<tokens.upperBound) }
  }

  /// Whether some words name who talks to a newsroom and is not named: «источник».
  func isSource(_ tokens: Range<Int>) -> Bool { sources.text("kind", in: tokens) != nil }

  /// Whether a word says that somebody speaks: «сообщили».
  func isVerb(_ token: Int) -> Bool { verbs.has(token) }

  /// Whether what begins at a token is a source that somebody names: «со ссылкой на „Вести“».
  func isCited(at token: Int) -> Bool { token > 1 && references.has(token - 2) }

  /// The types of organisation that some words can stand for: «ведомство» is a ministry or an agency.
  func bodyTypes(in tokens: Range<Int>) -> [String] {
    types(bodies.text("types", in: tokens))
  }

  /// The types of organisation that some words cannot come from: a report is no newsroom's that tells of it.
  func strangerTypes(in tokens: Range<Int>) -> [String] {
    types(bodies.text("except", in: tokens))
  }

  private func types(_ text: String?) -> [String] {
    text?.split(separator: " ").map(String.init) ?? []
  }
}
