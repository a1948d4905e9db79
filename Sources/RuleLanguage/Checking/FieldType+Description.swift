import TextEngine

extension FieldType {
  /// The type in the words of a message: "a text".
  var description: String {
    switch self {
    case .text: "a text"
    case .decimal: "a number"
    case .date: "a date"
    case .bool: "`true` or `false`"
    case .span: "a span"
    case .spans: "several spans"
    case .choice(let names): "one of " + names.prefix(8).joined(separator: ", ")
    case .reference(let kinds):
      "a reference to " + kinds.map { "`\($0)`" }.joined(separator: " or ")
    }
  }
}
