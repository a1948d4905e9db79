/// A name or a word as written, with its place: a rule's name, a label, a field, a word of a list entry.
///
/// A list's name comes without its `@`, but its range holds the sign.
public struct NameSyntax: Hashable, Sendable {
  /// The name.
  public var text: String
  /// Where it stands.
  public var range: SourceRange

  /// Makes a name.
  public init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

extension NameSyntax {
  /// Whether the name is one; the lexer tells of names with other letters.
  var isOfLatinLetters: Bool { text.utf8.allSatisfy { $0 < 0x80 } }
}
