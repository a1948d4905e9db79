public import TextEngine

/// The value of a field of a fact.
public enum FieldValue: Hashable, Sendable {
  /// A string, also a date in ISO 8601-2 or a name of an enumeration.
  case text(String)
  /// An exact number.
  case decimal(ExactDecimal)
  /// True or false.
  case bool(Bool)
  /// A span of the text, in bytes.
  case span(TextSpan)
  /// Several spans of the text, in bytes.
  case spans([TextSpan])
  /// Another fact, by its place among the facts of the document.
  case reference(Int)
  /// The field is there, but its value is not known: a relative date in a document without a date.
  case unknown

  /// The string, if it is one.
  public var string: String? {
    if case .text(let string) = self { string } else { nil }
  }
}
