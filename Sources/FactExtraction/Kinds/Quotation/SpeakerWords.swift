import TextEngine

/// The lists of the rules that say who speaks behind another word than his name.
struct SpeakerWords {
  /// What any person may be called, whatever the office: «эксперт», «чиновник».
  static let anyOffice = "any"

  private let offices: SubstituteWords
  private let bodies: SubstituteWords
  private let strangers: SubstituteWords

  init(_ engine: Engine) {
    offices = SubstituteWords(engine, list: "same_office", feature: "office")
    bodies = SubstituteWords(engine, list: "same_body", feature: "types")
    strangers = SubstituteWords(engine, list: "same_body", feature: "except")
  }

  /// Which office or trade some words name; nil where the list has none of them.
  func office(in tokens: Range<Int>) -> String? { offices.text(in: tokens) }

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
