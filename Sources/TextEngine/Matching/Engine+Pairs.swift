extension Engine {
  /// Annotates quotations and brackets, with their marks, as `<Quoted>` and `<Bracketed>`.
  func addPairs() {
    let quotes = QuotePairing(table: document.tokens, text: text.bytes.span)
    for (index, pair) in quotes.pairs.enumerated() { add(pair, .quoted, index) }
    let brackets = BracketPairing(table: document.tokens, text: text.bytes.span)
    for (index, pair) in brackets.pairs.enumerated() { add(pair, .bracketed, index) }
  }

  /// The mark that opens a quotation of a few words, as a name is one, that ends at a token; nil where none ends there.
  public func opening(ofNameClosedAt token: Int) -> Int? {
    for start in stride(from: token - 2, through: max(0, token - Self.maximumQuotedName), by: -1) {
      var index = document.firstAnnotation(at: start)
      while index >= 0 {
        let annotation = document.allAnnotations[index]
        if annotation.type == CoreAnnotation.quoted.type, annotation.end == token + 1 {
          return start
        }
        index = document.annotation(after: index)
      }
    }
    return nil
  }

  /// The most tokens of a quotation that can be a name, its marks among them.
  private static let maximumQuotedName = 8

  private func add(_ pair: MarkPair, _ type: CoreAnnotation, _ index: Int) {
    document.add(
      Annotation(
        type: type.type,
        start: pair.open,
        end: pair.close + 1,
        cells: .all,
        head: min(pair.open + 1, pair.close),
        payload: index
      )
    )
  }
}
