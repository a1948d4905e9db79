import TextEngine

/// The lists of the rules that say who speaks behind another word than his name.
struct SpeakerWords {
  /// What any person may be called, whatever the office: «эксперт», «чиновник».
  static let anyOffice = "any"

  private let offices: SubstituteWords
  private let bodies: SubstituteWords

  init(_ engine: Engine) {
    offices = SubstituteWords(engine, list: "same_office", feature: "office")
    bodies = SubstituteWords(engine, list: "same_body", feature: "types")
  }

  /// Which office or trade some words name; nil where the list has none of them.
  func office(in tokens: Range<Int>) -> String? { offices.text(in: tokens) }

  /// The types of organisation that some words can stand for: «ведомство» is a ministry or an agency.
  func bodyTypes(in tokens: Range<Int>) -> [String] {
    bodies.text(in: tokens)?.split(separator: " ").map(String.init) ?? []
  }
}
