extension Engine {
  /// Annotates quotations and brackets, with their marks, as `<Quoted>` and `<Bracketed>`.
  func addPairs() {
    let quotes = QuotePairing(table: document.tokens, text: text.bytes.span)
    for (index, pair) in quotes.pairs.enumerated() { add(pair, .quoted, index) }
    let brackets = BracketPairing(table: document.tokens, text: text.bytes.span)
    for (index, pair) in brackets.pairs.enumerated() { add(pair, .bracketed, index) }
  }

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
