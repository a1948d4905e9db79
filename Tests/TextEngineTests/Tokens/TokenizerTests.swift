import Testing

@testable import TextEngine

@Suite struct TokenizerTests {
  static let files = [
    "abbreviations.txt", "addresses.txt", "numbers.txt", "punctuation.txt", "words.txt",
  ]

  @Test(arguments: files.flatMap { MarkedText.cases(in: $0, mark: "|") })
  func `tokens are cut where the case is marked`(_ marked: MarkedText) throws {
    let text = SourceText(marked.text)
    let table = try SharedTokenizer.tokenize(text)
    let tokens = (0..<table.count).map { text.string(in: table.span($0)) }
    // Strings that are canonically equivalent are equal; here each byte counts.
    #expect(
      tokens.map { Array($0.utf8) } == marked.parts.map { Array($0.utf8) },
      "\(tokens.joined(separator: "|"))",
      sourceLocation: marked.location
    )
  }

  @Test(arguments: files + ["sentences.txt", "kinds.txt"])
  func `each file of cases is read`(_ file: String) {
    #expect(MarkedText.cases(in: file, mark: "|").count >= 20)
  }

  @Test(arguments: MarkedText.cases(in: "sentences.txt", mark: "⏎"))
  func `sentences end where the case is marked`(_ marked: MarkedText) throws {
    let text = SourceText(marked.text)
    let table = try SharedTokenizer.tokenize(text)
    let starts = table.sentenceStarts.map(Int.init)
    let sentences = starts.indices.map { index in
      let next = index + 1 < starts.count ? starts[index + 1] : table.count
      return text.string(
        in: TextSpan(start: table.span(starts[index]).start, end: table.span(next - 1).end)
      )
    }
    #expect(
      sentences == marked.parts,
      "\(sentences.joined(separator: " ⏎ "))",
      sourceLocation: marked.location
    )
  }

  @Test(arguments: MarkedText.cases(in: "kinds.txt", mark: "→"))
  func `each token has the kind of the case`(_ marked: MarkedText) throws {
    let text = SourceText(try #require(marked.parts.first))
    let table = try SharedTokenizer.tokenize(text)
    let kinds = table.kinds.map { "\($0)" }.joined(separator: " ")
    #expect(kinds == marked.parts.last, sourceLocation: marked.location)
  }
}
