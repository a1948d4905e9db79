import RuleLanguage
import Testing

@Suite struct NearestNameTests {
  @Test(arguments: [
    ("nuon", "noun"), ("nounn", "noun"), ("non", "noun"), ("Noun", "noun"), ("yr", "y"),
    ("organization", "organisation"), ("месец", "месяц"),
  ])
  func `a misspelt name has its right one nearest`(wrong: String, right: String) {
    #expect(
      NearestName.find(wrong, in: ["adj", "noun", "y", "organisation", "месяц"]) == right
    )
  }

  @Test(arguments: ["", "x", "verb", "noxxn", "organ"])
  func `a name unlike all others has none`(name: String) {
    #expect(NearestName.find(name, in: ["adj", "noun", "y", "organisation"]) == nil)
  }

  @Test func `of equally near names the first is taken`() {
    #expect(NearestName.find("case", in: ["cast", "cask"]) == "cast")
  }
}
