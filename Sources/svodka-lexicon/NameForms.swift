/// Names with their forms in the six cases, as `Fixtures/normal-forms/unknown-names.forms` has them.
///
/// A line is `surname` or `given`, `masc` or `fem`, and the forms: what they share, and in braces what differs, in the
/// order nominative, genitive, dative, accusative, instrumental, locative:
///
///     surname  masc  Чорнобрив{ец|ца|цу|ца|цем|це}
struct NameForms {
  /// A name in its cases.
  struct Name {
    var isSurname: Bool
    var isFeminine: Bool
    /// Six forms, the nominative first.
    var forms: [String]
  }

  private(set) var names: [Name] = []

  /// Reads a file; empty lines and those that start with `#` say nothing.
  ///
  /// - Throws: `DumpError` with the number of the line that is at fault.
  init(parsing text: String) throws {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t")
      guard fields.count == 3, ["surname", "given"].contains(fields[0]),
        ["masc", "fem"].contains(fields[1]), let forms = NameForms.forms(fields[2])
      else { throw DumpError(line: index + 1, message: "no name with six forms") }
      names.append(
        Name(isSurname: fields[0] == "surname", isFeminine: fields[1] == "fem", forms: forms)
      )
    }
  }

  private static func forms(_ pattern: Substring) -> [String]? {
    guard let open = pattern.firstIndex(of: "{"), let close = pattern.lastIndex(of: "}"),
      open < close
    else { return nil }
    let endings = pattern[pattern.index(after: open)..<close]
      .split(separator: "|", omittingEmptySubsequences: false)
    guard endings.count == 6 else { return nil }
    return endings.map { String(pattern[..<open] + $0 + pattern[pattern.index(after: close)...]) }
  }
}
