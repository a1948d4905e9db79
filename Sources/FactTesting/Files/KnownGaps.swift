/// The cases that are known not to hold yet, one name a line, as `Fixtures/known-gaps.txt` lists them.
///
/// The list can only shrink by itself: a case that stands in it and holds is a failure.
///
///     # What the rules do not reach yet.
///     organisation/legal-forms: A foreign form after the name
public struct KnownGaps: Sendable {
  /// The names, in the order of the file.
  public private(set) var names: [String]

  private let lookup: Set<String>

  /// Reads the text of a list; blank lines and lines that start with `#` say nothing.
  public init(_ text: String = "") {
    names = text.unicodeScalars.split(separator: "\n").map { String($0).trimmed }
      .filter { !$0.isEmpty && !$0.hasPrefix("#") }
    lookup = Set(names)
  }

  /// Whether a case is a known gap.
  public func contains(_ name: String) -> Bool { lookup.contains(name) }

  /// The text of a list without some of its names; everything else stays as it is.
  public static func text(_ text: String, without closed: Set<String>) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0) }
      .filter { !closed.contains($0.trimmed) }
      .joined(separator: "\n")
  }
}
