import TextEngine

/// Which offices and trades a text may name by each other's words: «губернатор» is «глава региона».
///
/// The list `@same_office` of the rules tells, by its feature `office`.
struct OfficeWords {
  /// What any person may be called, whatever the office: «эксперт», «чиновник».
  static let any = "any"

  private let engine: Engine
  private let list: ListID?

  init(_ engine: Engine) {
    self.engine = engine
    list = engine.program.list("same_office")
  }

  /// Which office some words name; nil where the list has none of them.
  func office(in tokens: Range<Int>) -> String? {
    guard let list else { return nil }
    for token in tokens {
      for place in engine.listMatches(at: token) {
        let match = engine.document.listMatches[place]
        let entry = engine.program.gazetteer.entries[match.entry]
        guard entry.list == list, match.end <= tokens.upperBound else { continue }
        return engine.program.feature("office", of: entry).text
      }
    }
    return nil
  }
}
