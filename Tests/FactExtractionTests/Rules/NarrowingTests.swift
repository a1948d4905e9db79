import FactExtraction
import Testing
import TextEngine

/// `narrow`: words keep the readings that agree, for all later phases.
@Suite struct NarrowingTests {
  private static func rules(_ narrowing: String) -> String {
    """
    cascade reading > main
    fact found { a: text }
    phase reading
    \(narrowing)
    phase main
    rule noun -> found { match x:[noun & nom] emit a = text(x) }
    """
  }

  private static let preposition = """
    narrow after_from { match "из" agr( [adj & gen]{0,3} [noun & gen]^ ) }
    """

  private static let nothing = """
    narrow nothing { match agr( "никогда" ) }
    """

  private func found(_ narrowing: String, in text: String) throws -> [String] {
    let rules = try InlineRules(Self.rules(narrowing))
    let document = Document(text: SourceText(text))
    return rules.extractor.extract(document).facts.map { fact in
      document.text.string(in: fact.span)
    }
  }

  private func readings(_ narrowing: String, of token: Int, in text: String) throws -> [Cells] {
    let rules = try InlineRules(Self.rules(narrowing))
    _ = rules.extractor.extract(Document(text: SourceText(text)))
    return rules.extractor.engine.readings(of: token).map(\.cells)
  }

  @Test func `a reading that does not agree is gone for later phases`() throws {
    // «школы» is a plural nominative too.
    #expect(try found(Self.nothing, in: "вышли школы").contains("школы"))
    #expect(try found(Self.preposition, in: "вышли школы").contains("школы"))
    #expect(try found(Self.preposition, in: "вышли из новой школы") == [])
  }

  @Test func `all readings that agree stay`() throws {
    let narrowed = try readings(Self.preposition, of: 2, in: "вышли из школ")
    #expect(narrowed.allSatisfy { !$0.isDisjoint(with: .genitive) })
    #expect(try readings(Self.preposition, of: 0, in: "школы вышли").count > 1)
  }

  @Test func `only words in agreement are narrowed`() throws {
    let text = "вышли из школы"
    #expect(
      try readings(Self.preposition, of: 1, in: text) == readings(Self.nothing, of: 1, in: text)
    )
  }

  @Test func `a group inside a group keeps its own cells`() throws {
    let nested = """
      narrow nested { match agr( [adj & nom] free( agr( [noun & gen] ) ) [noun & nom]^ ) }
      """
    let text = "новый школы дом"
    #expect(try readings(nested, of: 1, in: text).allSatisfy { !$0.isDisjoint(with: .genitive) })
    #expect(try readings(nested, of: 2, in: text).allSatisfy { !$0.isDisjoint(with: .nominative) })
  }

  @Test func `the next document starts with all readings`() throws {
    let rules = try InlineRules(Self.rules(Self.preposition))
    let texts = ["вышли из школы", "вышли школы", "вышли из школы", "вышли школы"]
    let counts = texts.map { text in
      rules.extractor.extract(Document(text: SourceText(text))).facts.count
    }
    #expect(counts == [0, 1, 0, 1])
  }

  @Test func `a longer narrowing wins and facts take no part`() throws {
    let both =
      Self.preposition + """

        narrow wrong { match agr( [noun & nom]^ ) }
        """
    #expect(try found(both, in: "вышли из новой школы") == [])
    #expect(try found(both, in: "вышли школы") == ["школы"])
  }
}
