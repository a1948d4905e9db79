extension Engine {
  /// Adds what code finds before the first phase: numerals, quotations, brackets, addresses.
  func addCoreAnnotations() {
    addNumerals()
    addPairs()
    for token in 0..<document.tokens.count {
      let type: CoreAnnotation
      switch document.tokens.kinds[token] {
      case .url: type = .url
      case .email: type = .email
      default: continue
      }
      document.add(
        Annotation(
          type: type.type,
          start: token,
          end: token + 1,
          cells: .all,
          head: token,
          payload: -1
        )
      )
    }
  }
}
