import Testing
import TextEngine

@Suite struct NumeralPropertyTests {
  static let masks: [Cells] = [
    .nominative, .genitive, .dative, .accusative, .instrumental, .locative,
  ]

  /// Reads a text that must be one numeral.
  private func single(
    _ text: String,
    _ cache: inout [String: [NumeralWord]],
    _ sourceLocation: SourceLocation = #_sourceLocation
  ) -> Numeral? {
    let (numerals, table) = NumeralWordList.standard.numerals(text, cache: &cache)
    guard numerals.count == 1, numerals[0].tokens == 0..<table.count else {
      Issue.record("«\(text)» gives \(numerals.map(\.value))", sourceLocation: sourceLocation)
      return nil
    }
    return numerals[0]
  }

  @Test(arguments: NumeralWriter.Case.allCases)
  func `every cardinal below ten thousand comes back in every case`(
    grammatical: NumeralWriter.Case
  ) {
    var cache: [String: [NumeralWord]] = [:]
    // All in the nominative; in the other cases a ninth of them, since the parts are the same.
    for value in stride(from: 0, to: 10_000, by: grammatical == .nom ? 1 : 9) {
      let text = NumeralWriter.words(value, grammatical)
      // Alone it is the family.
      if value == 7, grammatical == .ins { continue }
      guard let numeral = single(text, &cache) else { continue }
      #expect(numeral.value == ExactDecimal(value), "\(text)")
      #expect(!numeral.isOrdinal, "\(text)")
      #expect(!numeral.cells.isDisjoint(with: Self.masks[grammatical.rawValue]), "\(text)")
    }
  }

  @Test func `random cardinals up to a trillion come back in every case`() {
    var random = SeededGenerator(seed: 20_251_029)
    var cache: [String: [NumeralWord]] = [:]
    for _ in 0..<10_000 {
      // As many short numbers as long ones.
      let value = Int(random.next() % 1_000_000_000_000) >> Int(random.next() % 40)
      let grammatical = NumeralWriter.Case(rawValue: Int(random.next() % 6)) ?? .nom
      if value == 7 { continue }
      let text = NumeralWriter.words(value, grammatical)
      guard let numeral = single(text, &cache) else { continue }
      #expect(numeral.value == ExactDecimal(value), "\(text)")
      #expect(!numeral.cells.isDisjoint(with: Self.masks[grammatical.rawValue]), "\(text)")
    }
  }

  @Test func `every ordinal below ten thousand comes back`() {
    var cache: [String: [NumeralWord]] = [:]
    for value in 1..<10_000 {
      for ending in ["ый", NumeralWriter.ordinalEndings[value % 9]] {
        expectOrdinal(value, ending, &cache)
      }
    }
  }

  @Test func `random ordinals up to a trillion come back in every case`() {
    var random = SeededGenerator(seed: 20_251_126)
    var cache: [String: [NumeralWord]] = [:]
    for _ in 0..<10_000 {
      let value = Int(random.next() % 1_000_000_000_000) >> Int(random.next() % 40)
      expectOrdinal(value, NumeralWriter.ordinalEndings[Int(random.next() % 9)], &cache)
    }
  }

  private func expectOrdinal(
    _ value: Int,
    _ ending: String,
    _ cache: inout [String: [NumeralWord]]
  ) {
    guard let text = NumeralWriter.ordinal(value, ending: ending) else { return }
    guard let numeral = single(text, &cache) else { return }
    #expect(numeral.value == ExactDecimal(value), "\(text)")
    #expect(numeral.isOrdinal, "\(text)")
  }

  @Test func `digits with any grouping come back`() {
    var random = SeededGenerator(seed: 7)
    var cache: [String: [NumeralWord]] = [:]
    for _ in 0..<500 {
      let value = Int(random.next() % 1_000_000_000_000) >> Int(random.next() % 40)
      let digits = String(value)
      for blank in [" ", "\u{A0}", "\u{2009}", "\u{202F}"] {
        var grouped = ""
        for (index, digit) in digits.enumerated() {
          if index > 0, (digits.count - index) % 3 == 0 { grouped += blank }
          grouped.append(digit)
        }
        #expect(single(grouped, &cache)?.value == ExactDecimal(value))
        #expect(single(grouped + ",25", &cache)?.value == ExactDecimal("\(digits),25"))
      }
    }
  }

  @Test func `random tokens never crash and numerals never overlap`() {
    let vocabulary =
      ("один две семью двадцать сорока сто двумстам тысяча тысячи тысяч миллион млн тыс. млрд. сотня десятков "
      + "полтора полмиллиона половиной треть четверти двое первый пятых десятых тысячная целых с и более "
      + "5 20 200 2010 0 007 94,3 1.234.567 3/4 1 000 XXI V MIX 3-й 2-х 5-ти 45-дневную G20 12.05.2024 10:30 "
      + ". , / - ( ) « » слово").split(separator: " ")
    var random = SeededGenerator(seed: 1)
    var cache: [String: [NumeralWord]] = [:]
    for _ in 0..<10_000 {
      let text = (0..<Int(random.next() % 30)).map { _ in
        vocabulary[Int(random.next() % UInt64(vocabulary.count))]
          + (random.next() % 8 == 0 ? "" : " ")
      }.joined()
      let (numerals, table) = NumeralWordList.standard.numerals(text, cache: &cache)
      var end = 0
      for numeral in numerals {
        #expect(numeral.tokens.lowerBound >= end, "\(text)")
        #expect(!numeral.tokens.isEmpty && numeral.tokens.upperBound <= table.count, "\(text)")
        #expect(!numeral.cells.isEmpty, "\(text)")
        end = numeral.tokens.upperBound
      }
    }
  }

  @Test func `tables that do not fit their text never crash`() {
    var random = SeededGenerator(seed: 3)
    let kinds = TokenKind.allCases
    for _ in 0..<10_000 {
      let bytes = (0..<Int(random.next() % 40)).map { _ in
        Array("0123456789.,/ -XIV".utf8)[Int(random.next() % 18)]
      }
      var table = TokenTable()
      for _ in 0..<Int(random.next() % 12) {
        let start = UInt32(random.next() % 44)
        table.starts.append(start)
        table.ends.append(start + UInt32(random.next() % 6))
        table.kinds.append(kinds[Int(random.next() % UInt64(kinds.count))])
        table.flags.append(TokenFlags(rawValue: UInt8(random.next() % 16)))
      }
      var numerals: [Numeral] = []
      NumeralReader(endings: NumeralWordList.standard.endings).read(
        table: table,
        text: bytes.span,
        words: { _ in [] },
        into: &numerals
      )
      #expect(numerals.allSatisfy { $0.tokens.upperBound <= table.count })
    }
  }
}
