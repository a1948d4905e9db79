extension [NameSyntax] {
  /// The parts of a field's name with dots between, as rules write it.
  var dotted: String { map(\.text).joined(separator: ".") }

  /// From the first part to the last.
  var range: SourceRange? {
    guard let first, let last else { return nil }
    return first.range.through(last.range)
  }
}

extension FieldSyntax {
  /// The field's name with dots.
  var name: String { path.dotted }

  /// Where the name stands.
  var pathRange: SourceRange { path.range ?? range }
}

extension AssignmentSyntax {
  /// The field's name with dots.
  var name: String { path.dotted }

  /// Where the field's name stands.
  var pathRange: SourceRange { path.range ?? range }
}

extension TestFieldSyntax {
  /// The field's name with dots.
  var name: String { path.dotted }

  /// Where the field's name stands.
  var pathRange: SourceRange { path.range ?? value.range }
}
