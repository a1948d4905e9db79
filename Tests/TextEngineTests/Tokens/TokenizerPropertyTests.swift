import Testing

@testable import TextEngine

@Suite struct TokenizerPropertyTests {
  @Test(arguments: 1...300)
  func `tokens tile the text on scalar boundaries`(seed: UInt64) throws {
    var random = TextGenerator(seed: seed)
    let text = SourceText(random.text(scalars: Int.random(in: 0...300, using: &random)))
    try expectTiling(text, "seed \(seed)")
  }

  @Test(arguments: 1...300)
  func `any bytes are refused or tokenized`(seed: UInt64) throws {
    var random = TextGenerator(seed: seed)
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...200, using: &random) {
      bytes.append(UInt8.random(in: 0...255, using: &random))
    }
    // Most random bytes are not UTF-8: what the library makes of them is tokenized as well.
    if let text = try? SourceText(validating: bytes) { try expectTiling(text, "seed \(seed)") }
    try expectTiling(SourceText(String(decoding: bytes, as: UTF8.self)), "seed \(seed)")
  }

  @Test func `every prefix of a text is tokenized`() throws {
    let text = Array(
      "«А. С. Пушкин», — см. https://a.kz/(b) — 5,5 млн руб. в 2019 г. (т. д.) 3й XIX-XX 🙂".utf8
    )
    for count in 0...text.count {
      guard let prefix = try? SourceText(validating: Array(text[..<count])) else { continue }
      try expectTiling(prefix, "\(count) bytes")
    }
  }

  @Test func `a text longer than a chunk is tokenized as in one piece`() throws {
    let line = "Компания «Ромашка» купила 5,5 млн акций за 2 руб. 50 коп. в 2019 г. Потом ушла.\n"
    let once = try SharedTokenizer.tokenize(SourceText(line))
    let many = try SharedTokenizer.tokenize(SourceText(String(repeating: line, count: 2000)))
    #expect(many.count == once.count * 2000)
    #expect(many.sentenceStarts.count == once.sentenceStarts.count * 2000)
    #expect(many.paragraphStarts.count == 2000)
    // Without a line break there is no place to cut.
    let long = String(repeating: "слово 5,5 ", count: 20_000)
    #expect(try SharedTokenizer.tokenize(SourceText(long)).count == 40_000)
  }

  @Test func `a second text leaves nothing of the first`() throws {
    _ = try SharedTokenizer.tokenize(SourceText("ждал 5 км."))
    let table = try SharedTokenizer.tokenize(SourceText("Да"))
    #expect(table.count == 1 && table.kinds == [.word])
    #expect(table.flags[0].contains([.spaceBefore, .lineBefore, .sentenceStart, .paragraphStart]))
  }

  @Test func `a fault in the rules has its place`() throws {
    #expect(throws: TokenizerError.self) { try Tokenizer(rules: Array("$A = [a-z;\n".utf8).span) }
    let faulty = Array("[a-z]+ {10};\n%%\n# words\n[no-such-class]\nслово\n".utf8)
    let error = #expect(throws: TokenizerError.self) { try Tokenizer(rules: faulty.span) }
    #expect(error?.line == 4)
    #expect(error?.description == "tokens.rbbi:4:2: unknown class 'no-such-class'")
  }

  @Test func `opening marks without end take linear time`() throws {
    // A quadratic splitter would need minutes for this.
    for unit in ["«", "«А. ", "(\"", "\" '", "»", "А. ", "5 км. ", "? "] {
      let text = SourceText(String(repeating: unit, count: 100_000))
      #expect(try SharedTokenizer.tokenize(text).count >= 100_000)
    }
  }

  private func expectTiling(_ text: SourceText, _ comment: Comment) throws {
    let table = try SharedTokenizer.tokenize(text)
    var end = 0
    for token in 0..<table.count {
      let span = table.span(token)
      #expect(span.start >= end && span.end > span.start && span.end <= text.count, comment)
      #expect(isBlank(text, end, span.start), comment)
      #expect(table.flags[token].contains(.spaceBefore) == (token == 0 || span.start > end))
      #expect(isBoundary(text, span.start) && isBoundary(text, span.end), comment)
      end = span.end
    }
    #expect(isBlank(text, end, text.count), comment)
    expectStarts(table.sentenceStarts, .sentenceStart, in: table, comment)
    expectStarts(table.paragraphStarts, .paragraphStart, in: table, comment)
    #expect(Set(table.paragraphStarts).isSubset(of: table.sentenceStarts), comment)
  }

  /// Starts rise from the first token, and the flags of just these tokens say so.
  private func expectStarts(
    _ starts: [UInt32],
    _ flag: TokenFlags,
    in table: TokenTable,
    _ comment: Comment
  ) {
    let flagged = (0..<table.count).filter { table.flags[$0].contains(flag) }
    #expect(starts.map(Int.init) == flagged, comment)
    #expect(table.count == 0 || starts.first == 0, comment)
  }

  private func isBlank(_ text: SourceText, _ start: Int, _ end: Int) -> Bool {
    text.string(in: TextSpan(start: start, end: end)).unicodeScalars.allSatisfy {
      $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}"
    }
  }

  private func isBoundary(_ text: SourceText, _ offset: Int) -> Bool {
    offset == text.count || text.bytes[offset] & 0xC0 != 0x80
  }
}
