import StandardRules
import Testing
import TextEngine

@testable import RuleLanguage

struct WordReaderTests {
  @Test func `a word that is cut without the token grammar is one token of it`() throws {
    let rules = try #require(StandardRules.sources.first { $0.path.hasSuffix("tokens.rbbi") })
    let tokenizer = try Tokenizer(rules: rules.bytes.span)
    var table = TokenTable()
    var seen = 0
    for source in StandardRules.sources where source.path.hasSuffix(".rules") {
      for word in source.bytes.split(whereSeparator: { $0 <= 0x20 }) {
        let bytes = Array(word)
        guard WordReader.isPlain(bytes.span) else { continue }
        seen += 1
        tokenizer.tokenize(SourceText(validUTF8: bytes), into: &table)
        #expect(table.count == 1, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    #expect(seen > 1_000)
  }

  @Test(arguments: ["г.", "X-XX", "Х-X", "3-й", "а--б", "-а", "а-", "д'Артаньян", "", "a-b", "м²"])
  func `a word with anything but letters goes to the token grammar`(word: String) {
    let isPlain = WordReader.isPlain(Array(word.utf8).span)
    #expect(!isPlain)
  }
}
