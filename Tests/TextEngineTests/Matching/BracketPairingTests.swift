import Testing
import TextEngine

@Suite struct BracketPairingTests {
  static let cases: [(String, [String], Int)] = [
    ("без скобок", [], 0),
    ("агентство (АФМ) сообщило", ["АФМ"], 0),
    ("агентство (АФМ [новое]) сообщило", ["АФМ [новое]", ">новое"], 0),
    ("(а) и (б)", ["а", "б"], 0),
    ("((а))", ["(а)", ">а"], 0),
    ("а) первое; б) второе", [], 2),
    ("(не закрыто", [], 1),
    ("(не¶закрыто)", [], 2),
    ("(а [б) в]", ["а [б"], 2),
    ("[а (б] в)", ["а (б"], 2),
    ("()", [""], 0),
    (") (", [], 2),
  ]

  @Test(arguments: cases)
  func `brackets find their partners`(text: String, expected: [String], unpaired: Int) {
    let table = PlainTokens.table(text)
    let source = SourceText(text)
    let pairing = BracketPairing(table: table, text: source.bytes.span)
    let found = pairing.pairs.map { pair in
      String(repeating: ">", count: pair.depth)
        + source.string(
          in: TextSpan(start: table.span(pair.open).end, end: table.span(pair.close).start)
        )
    }
    #expect(found == expected)
    #expect(pairing.unpaired.count == unpaired)
  }
}
