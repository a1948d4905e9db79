import Foundation

/// How names are declined that the dictionary has too few of: endings with an example each, from `names.tsv`.
///
/// A line is an ending of the nominative, a kind of name with a sex, and a word of the dictionary that is declined in
/// the same way, or `-` for names that stay as they are:
///
///     дзе     surname both    -
///     ец      surname masc    ахтырец
///
/// A line `letter` says which letter of the dictionary stands for one that it does not have, when endings are looked
/// up: `letter ә а`.
struct NameExamples {
  /// An ending with its example.
  struct Example {
    var line: Int
    var ending: [UInt8]
    /// Grammemes of the example's first form.
    var tags: [String]
    /// The lemma of the example, or nil for an indeclinable name.
    var lemma: [UInt8]?
  }

  private(set) var examples: [Example] = []
  /// Foreign letters with those of the dictionary.
  private(set) var letters: [UInt32: UInt32] = [:]

  private static let kinds = ["surname": "Surn", "given": "Name", "patronymic": "Patr"]
  private static let sexes = ["masc": "masc", "femn": "femn", "both": "ms-f"]

  /// Reads a file; empty lines and those that start with `#` say nothing.
  ///
  /// - Throws: `DumpError` with the number of the line that is at fault.
  init(parsing text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      let number = index + 1
      if fields.first == "letter", fields.count == 3 {
        guard let from = NameExamples.letter(fields[1]), let to = NameExamples.letter(fields[2])
        else { throw DumpError(line: number, message: "not two letters") }
        letters[from] = to
      } else if fields.count == 4, let kind = NameExamples.kinds[fields[1]],
        let sex = NameExamples.sexes[fields[2]]
      {
        examples.append(
          Example(
            line: number,
            ending: Array(fields[0].utf8),
            tags: [kind, sex],
            lemma: fields[3] == "-" ? nil : Array(fields[3].utf8)
          )
        )
      } else {
        throw DumpError(line: number, message: "neither a letter nor an ending with an example")
      }
    }
  }

  private static func letter(_ text: String) -> UInt32? {
    text.unicodeScalars.count == 1 ? text.unicodeScalars.first?.value : nil
  }
}
