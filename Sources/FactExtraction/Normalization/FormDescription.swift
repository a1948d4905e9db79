import TextEngine

/// A case, and a number if that is said, as rules write it: «gen pl».
struct FormDescription {
  /// The case as a grammeme.
  let grammaticalCase: GrammemeSet
  /// The case by its place in `NameCase.all`.
  let row: Int
  /// The number; nil where the phrase keeps its own.
  let number: GrammemeSet?

  /// The names of the cases, in the order of `NameCase.all`.
  private static let cases: [Substring] = ["nom", "gen", "dat", "acc", "ins", "loc"]

  /// Reads a description; without a case it is the nominative.
  init(_ text: String) {
    let words = text.split(separator: " ")
    number = words.contains("pl") ? .plural : words.contains("sg") ? .singular : nil
    row = Self.cases.firstIndex { words.contains($0) } ?? 0
    grammaticalCase = NameCase.grammemes[row]
  }
}
