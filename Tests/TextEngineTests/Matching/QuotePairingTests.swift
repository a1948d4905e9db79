import Testing
import TextEngine

@Suite struct QuotePairingTests {
  /// A text, what its pairs hold (a `>` for each pair around them), and the number of unpaired marks.
  static let cases: [(String, [String], Int)] = [
    // Marks with a direction.
    ("без кавычек", [], 0),
    ("«Ромашка» выросла", ["Ромашка"], 0),
    ("„Ромашка“ выросла", ["Ромашка"], 0),
    ("“Ромашка” выросла", ["Ромашка"], 0),
    ("„Ромашка” выросла", ["Ромашка"], 0),
    ("‹Ромашка› выросла", ["Ромашка"], 0),
    ("«Ромашка» и «Василёк»", ["Ромашка", "Василёк"], 0),
    ("«Сказка о „Ромашке“ и лесе»", ["Сказка о „Ромашке“ и лесе", ">Ромашке"], 0),
    ("«Сказка о «Ромашке» и лесе»", ["Сказка о «Ромашке» и лесе", ">Ромашке"], 0),
    ("«Сказка о “Ромашке” и лесе»", ["Сказка о “Ромашке” и лесе", ">Ромашке"], 0),
    ("«О «Ромашке»»", ["О «Ромашке»", ">Ромашке"], 0),
    ("«О „Ромашке“»", ["О „Ромашке“", ">Ромашке"], 0),
    ("„О «Ромашке»“", ["О «Ромашке»", ">Ромашке"], 0),
    ("«А «Б «В»»»", ["А «Б «В»»", ">Б «В»", ">>В"], 0),
    ("“Ромашка“ выросла", ["Ромашка"], 0),
    ("„Ромашка“ и „Василёк“", ["Ромашка", "Василёк"], 0),
    ("ТОО «ТД «Ромашка»", ["Ромашка"], 1),
    ("«Ромашка выросла", [], 1),
    ("Ромашка» выросла", [], 1),
    ("»Ромашка«", [], 2),
    ("«Ромашка „и» лес“", ["Ромашка „и"], 2),
    ("«»", [""], 0),
    ("«Первый.¶Второй»", ["Первый.¶Второй"], 0),
    ("«Первый.¶„Второй“.¶Третий»", ["Первый.¶„Второй“.¶Третий", ">Второй"], 0),
    ("«1¶2¶3¶4¶5¶6¶7¶8¶9¶10¶11¶12»", ["1¶2¶3¶4¶5¶6¶7¶8¶9¶10¶11¶12"], 0),
    ("«1¶2¶3¶4¶5¶6¶7¶8¶9¶10¶11¶12¶13»", [], 2),
    // Straight marks.
    ("\"Ромашка\" выросла", ["Ромашка"], 0),
    ("ТОО \"Ромашка\", ТОО \"Василёк\".", ["Ромашка", "Василёк"], 0),
    ("партии \"AMANAT\"", ["AMANAT"], 0),
    ("(\"Ромашка\")", ["Ромашка"], 0),
    ("\"Мы идём в \"Ромашку\"\", сказал он", ["Мы идём в \"Ромашку\"", ">Ромашку"], 0),
    ("\"\"Ромашка\" выросла\", сказал он", ["\"Ромашка\" выросла", ">Ромашка"], 0),
    ("\"Мы в \"Ромашке\" давно\"", ["Мы в \"Ромашке\" давно", ">Ромашке"], 0),
    ("\"Мы готовы\", - сказал он. - \"Уголь есть\".", ["Мы готовы", "Уголь есть"], 0),
    ("\"Мы готовы\" — сказал он", ["Мы готовы"], 0),
    ("\"Готовы?\" — \"Да!\"", ["Готовы?", "Да!"], 0),
    ("\"Готовы...\" и \"...ушли\"", ["Готовы...", "...ушли"], 0),
    ("экс-\"Ромашка\" и \"Ромашка\"-2", ["Ромашка", "Ромашка"], 0),
    ("\" Ромашка \" выросла", [" Ромашка "], 0),
    ("слово\"Ромашка\"слово", ["Ромашка"], 0),
    ("экран 24 дюйма, 24\" и \"Ромашка\"", ["Ромашка"], 1),
    ("ТОО \"ТД \"Ромашка\" выросло", ["Ромашка"], 1),
    ("\"Ромашка выросла", [], 1),
    ("Ромашка\" выросла", [], 1),
    ("\"Первый.¶Второй\"", [], 2),
    ("\"Первый.¶\"Второй\" абзац", ["Второй"], 1),
    ("\"Первый\"¶\"Второй\"", ["Первый", "Второй"], 0),
    ("\"", [], 1),
    ("\"\"", [""], 0),
    // Both kinds together.
    ("«Мы в \"Ромашке\" давно»", ["Мы в \"Ромашке\" давно", ">Ромашке"], 0),
    ("\"Мы в «Ромашке» давно\"", ["Мы в «Ромашке» давно", ">Ромашке"], 0),
    ("\"«Ромашка» выросла\"", ["«Ромашка» выросла", ">Ромашка"], 0),
    ("\"О «Ромашке»\"", ["О «Ромашке»", ">Ромашке"], 0),
    ("«О \"Ромашке\"»", ["О \"Ромашке\"", ">Ромашке"], 0),
    ("«Мы в \"Ромашке» давно\"", ["Мы в \"Ромашке"], 2),
    ("\"Ромашка” и „Василёк\"", ["Ромашка", "Василёк"], 0),
    ("«Ромашка\" выросла", ["Ромашка"], 0),
    ("«Первый \"а\".¶Второй \"б».¶Третий \"в\"", ["Первый \"а\".¶Второй \"б", ">а", "в"], 1),
    ("О’Коннор и д'Артаньян", [], 0),
  ]

  @Test(arguments: cases)
  func `quotation marks find their partners`(
    text: String,
    expected: [String],
    unpaired: Int
  ) {
    let (pairing, table) = Self.pairing(text)
    let source = SourceText(text)
    let found = pairing.pairs.map { pair in
      String(repeating: ">", count: pair.depth)
        + source.string(
          in: TextSpan(start: table.span(pair.open).end, end: table.span(pair.close).start)
        )
    }
    #expect(found == expected)
    #expect(pairing.unpaired.count == unpaired)
  }

  @Test func `there are enough cases`() { #expect(Self.cases.count >= 40) }

  @Test func `pairs of random marks nest and each mark is used once`() {
    let pieces = ["«", "»", "„", "“", "”", "\"", "‹", "›", "слово", " ", " ", ",", "¶", "(", "-"]
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let text = (0..<Int(random.next() % 40)).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      let (pairing, table) = Self.pairing(text)
      let used = pairing.pairs.flatMap { [$0.open, $0.close] } + pairing.unpaired
      let source = SourceText(text)
      let marks = (0..<table.count).filter {
        "«»„“”\"‹›".contains(source.string(in: table.span($0)))
      }
      #expect(used.sorted() == marks, "\(text)")
      for pair in pairing.pairs {
        #expect(pair.open < pair.close, "\(text)")
        for other in pairing.pairs where other.open > pair.open && other.open < pair.close {
          #expect(other.close < pair.close, "\(text)")
          #expect(other.depth > pair.depth, "\(text)")
        }
      }
    }
  }

  @Test func `many open marks take linear time`() {
    // With a search through all open marks for each close this takes minutes.
    for unit in ["« „ ” ", "\"а ", "“а» ", "(\"а ", " \" "] {
      let text = String(repeating: unit, count: 60_000)
      let (pairing, table) = Self.pairing(text)
      #expect(pairing.pairs.count * 2 + pairing.unpaired.count <= table.count)
    }
  }

  static func pairing(_ text: String) -> (QuotePairing, TokenTable) {
    let table = PlainTokens.table(text)
    return (QuotePairing(table: table, text: SourceText(text).bytes.span), table)
  }
}
