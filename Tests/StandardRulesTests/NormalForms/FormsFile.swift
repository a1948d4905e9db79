import FactTesting
import Foundation

/// A name in its six cases, as a line of a `.forms` file has it.
struct InflectedName {
  /// `masc` or `fem`, `sing` or `plur`.
  var trait: String
  /// The forms in the order of `GoldCase`.
  var forms: [String]
  /// What the field `name` of its fact holds.
  var name: String

  /// Reads a line; nil for headings, comments and empty lines.
  init?(line: String) {
    guard !line.isEmpty, !line.hasPrefix("#") else { return nil }
    let columns = line.components(separatedBy: "\t")
    guard columns.count > 1 else { return nil }
    trait = columns[0]
    forms = GoldCase.allCases.indices.map { place in
      BraceGroups.chosen(columns[1]) { $0.indices.contains(place) ? $0[place] : nil }
    }
    name = columns.count > 2 ? columns[2] : forms[0]
  }

  /// All names of a file in `Fixtures/normal-forms`.
  static func all(in file: String) throws -> [InflectedName] {
    try Fixtures.text(of: Self.folder.appending(path: file)).components(separatedBy: "\n")
      .compactMap { InflectedName(line: $0) }
  }

  /// The folder of the names and sentences.
  static var folder: URL { Fixtures.folder.appending(path: "normal-forms") }
}

/// The six cases in the order of the files.
enum GoldCase: String, CaseIterable {
  case nominative = "nom"
  case genitive = "gen"
  case dative = "dat"
  case accusative = "acc"
  case instrumental = "ins"
  case prepositional = "loc"
}
