public import TextEngine

/// A fact: what a rule read from a stretch of text.
public struct Fact: Hashable, Sendable {
  /// The kind, by the place of its schema in the program.
  public var schema: Int
  /// The rule that read it, by its place in the program.
  public var rule: Int
  /// The tokens from which it was read.
  public var tokens: Range<Int>
  /// The bytes of those tokens.
  public var span: TextSpan
  /// The head's token.
  public var head: Int
  /// The combinations of case, number and gender in which the phrase can stand.
  public var cells: Cells
  /// The values, by the place of the field in the schema; nil where the fact has no such field.
  public var fields: [FieldValue?]
  /// The entity that the fact is a mention of, by its place among the entities of the document.
  public var entity: Int?
}

/// Somebody or something that one or more facts of a document mention.
public struct Entity: Hashable, Sendable {
  /// The kind, by the place of its schema in the program.
  public var schema: Int
  /// The fullest name that the document gives.
  public var name: String
  /// The facts that mention it, in the order of the text.
  public var facts: [Int]
}
