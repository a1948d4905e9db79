import RuleLanguage
import Testing
import TextEngine

@Suite struct ParsedListFileTests {
  private func parse(_ text: String, _ columns: [String] = []) -> ParsedListFile {
    ParsedListFile(
      parsing: RuleSource(path: "x.tsv", text: text),
      index: 2,
      columns: columns
    )
  }

  @Test func `a line is an entry with the values of the columns`() {
    let parsed = parse(
      "\u{FEFF}# страны\nКазахстан\tKZ\tasia\r\n\n=Кот-д’Ивуар\tCI\nСоединённые Штаты\t\tnorth america\t\n",
      ["code", "region"]
    )
    #expect(parsed.diagnostics == [])
    #expect(
      parsed.entries.map { SyntaxDump.dump($0) } == [
        "(Казахстан code=KZ region=asia)",
        "(=Кот-д’Ивуар code=CI)",
        "(Соединённые_Штаты region=\"north america\")",
      ]
    )
  }

  @Test func `a value is a number, a name or a text, as it looks`() {
    let parsed = parse("год\t-1.5\nдень\t2-й\nчас\thour_24\nмиг\t1 2", ["n"])
    #expect(
      parsed.entries.flatMap(\.features).map(\.value.kind)
        == [.number, .string, .identifier, .string]
    )
  }

  @Test func `signs of the rule language are letters in a file of values`() {
    #expect(parse("а|б} #1").entries.map { SyntaxDump.dump($0) } == ["(а|б}_#1)"])
  }

  @Test func `a column named alt marks a second entry of the same words`() {
    #expect(
      parse("лира\tTRY\t\nлира\tITL\talt", ["code", "alt"]).entries.map(\.isAlternative)
        == [false, true]
    )
  }

  @Test func `entries and values know their places`() throws {
    let text = "Казахстан\tKZ\n  доллар США\tUSD"
    let source = RuleSource(path: "x.tsv", text: text)
    let parsed = ParsedListFile(parsing: source, index: 2, columns: ["code"])
    let entry = try #require(parsed.entries.last)
    #expect(entry.range.file == 2)
    #expect(source.string(in: entry.range.span) == "доллар США\tUSD")
    #expect(entry.words.map { source.string(in: $0.range.span) } == ["доллар", "США"])
    #expect(entry.features.map { source.string(in: $0.value.range.span) } == ["USD"])
    #expect(source.location(at: entry.range.span.start).description == "x.tsv:2:3")
  }
}
