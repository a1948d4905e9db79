/// What kind of value an expression of `emit` gives.
enum ValueType: Equatable {
  /// Not known, because of a fault that was told.
  case unknown
  /// A text of the document.
  case text
  /// One of these texts, which stand in the rules: a quoted text, a name, the values of a list's feature.
  case written([WrittenText])
  /// Texts of the rules, numbers and dates joined: `"PT" ++ h.value ++ "H"`.
  case composed
  /// An exact number.
  case decimal
  /// A text in ISO 8601-2 of one of these shapes.
  case date(DateShape)
  /// `true` or `false`.
  case bool
  /// A place in the text.
  case span
  /// Several places in the text.
  case spans
  /// A fact of one of these kinds.
  case reference([String])

  /// The value in the words of a message: "a text".
  var description: String {
    switch self {
    case .unknown: "an unknown value"
    case .text, .written, .composed: "a text"
    case .decimal: "a number"
    case .date(let shape): shape.description
    case .bool: "`true` or `false`"
    case .span: "a span"
    case .spans: "several spans"
    case .reference(let kinds):
      "a reference to " + kinds.map { "`\($0)`" }.joined(separator: " or ")
    }
  }

  /// Whether the value can be part of a text.
  var isTextual: Bool {
    switch self {
    case .unknown, .text, .written, .composed, .decimal, .date: true
    case .bool, .span, .spans, .reference: false
    }
  }
}
