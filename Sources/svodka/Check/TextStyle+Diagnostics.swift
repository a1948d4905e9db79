import RuleLanguage

extension TextStyle {
  /// Colours a part of a rendered diagnostic.
  @Sendable func paint(_ part: DiagnosticRenderer.Part, _ text: String) -> String {
    switch part {
    case .severity(.error), .mark(.error): self(.red, text)
    case .severity(.warning), .mark(.warning): self(.yellow, text)
    case .severity(.note), .mark(.note): self(.cyan, text)
    case .headline: self(.bold, text)
    case .gutter, .otherMark: self(.blue, text)
    case .remark: self(.bold, text)
    }
  }
}
