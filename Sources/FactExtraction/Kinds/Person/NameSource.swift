import TextEngine

/// Where a reading of a word of a name comes from, which tells its other cases.
enum NameSource {
  /// A reading of the dictionary.
  case analysis(Analysis)
  /// A model of `@name_declension`, by its place.
  case model(Int)
  /// Nothing: the word is the same in all cases.
  case unchanged
  /// The halves of a double name, each with its own source.
  case halves([NameSource])

  /// The sources of the halves; of a plain word its own.
  var parts: [NameSource] {
    if case .halves(let parts) = self { parts } else { [self] }
  }
}
