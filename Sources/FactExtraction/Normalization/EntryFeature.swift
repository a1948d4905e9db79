import TextEngine

/// A feature of the entries of lists, which most lists lack; where they have it is looked up once for a program.
struct EntryFeature: Sendable {
  /// For each list the place of the feature among those of its entries, or -1.
  private let places: [Int]

  /// Looks for a feature in all lists.
  init(_ name: String, _ program: RuleProgram) {
    places = program.lists.map { $0.features.firstIndex(of: name) ?? -1 }
  }

  /// What an entry that was found says; nil where it says nothing, or a number.
  func text(of found: ListMatch, _ program: RuleProgram) -> String? {
    guard places.indices.contains(found.list), places[found.list] >= 0 else { return nil }
    let entry = program.gazetteer.entries[found.entry]
    return program.gazetteer.feature(places[found.list], of: entry).text
  }
}
