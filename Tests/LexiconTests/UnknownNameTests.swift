import FactExtraction
import Foundation
import StandardRules
import Testing
import TextEngine

@testable import svodka_lexicon

/// How well names are put into the nominative that the dictionary does not have.
@Suite struct UnknownNameTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  private func names() throws -> [NameForms.Name] {
    let file = UnknownNameTests.root.appending(path: "Fixtures/normal-forms/unknown-names.forms")
    return try NameForms(parsing: String(contentsOf: file, encoding: .utf8)).names
  }

  @Test func `the dictionary has none of the names`() throws {
    for name in try names() {
      var analyses: [Analysis] = []
      let word = Array(name.forms[0].lowercased().utf8)
      _ = StandardLexicon.dictionary.appendAnalyses(of: word.span, to: &analyses)
      let isKnown = analyses.contains { $0.grammemes.isSuperset(of: [.singular, .nominative]) }
      #expect(!isKnown || !analyses.contains { isName($0) }, "\(name.forms[0])")
    }
  }

  private func isName(_ analysis: Analysis) -> Bool {
    !analysis.grammemes.isDisjoint(with: [.surname, .givenName])
  }

  @Test func `the first reading of a case gives the right nominative`() throws {
    let score = NameScore(try names(), StandardLexicon.dictionary)
    let part = Double(score.oblique.right) / Double(score.oblique.forms)
    print("unknown names, guesser: \(score.oblique.right) of \(score.oblique.forms) oblique forms")
    #expect(part >= 0.9)
    #expect(Double(score.nominative.right) / Double(score.nominative.forms) >= 0.95)
  }

  /// A sentence for each case, a known name beside the unknown one.
  private static let sentences = [
    "Вчера в город приехал #.", "В музее висит портрет #.", "Премию вручили #.",
    "На вокзале встретили #.", "Он работал вместе с #.", "В книге рассказали о #.",
  ]
  private static let known = [
    false: (
      given: ["Олег", "Олега", "Олегу", "Олега", "Олегом", "Олеге"],
      family: ["Петров", "Петрова", "Петрову", "Петрова", "Петровым", "Петрове"]
    ),
    true: (
      given: ["Ольга", "Ольги", "Ольге", "Ольгу", "Ольгой", "Ольге"],
      family: ["Петрова", "Петровой", "Петровой", "Петрову", "Петровой", "Петровой"]
    ),
  ]

  @Test func `extracted names are mostly in the nominative`() throws {
    let extractor = try Extractor.standard()
    var (right, count) = (0, 0)
    for name in try names() {
      let known = try #require(UnknownNameTests.known[name.isFeminine])
      for (index, form) in name.forms.enumerated() {
        func whole(_ index: Int, _ form: String) -> String {
          name.isSurname ? "\(known.given[index]) \(form)" : "\(form) \(known.family[index])"
        }
        let text = UnknownNameTests.sentences[index]
          .replacingOccurrences(of: "#", with: whole(index, form))
        let found = extractor.extract(Document(text: SourceText(text)))
        let expected = whole(0, name.forms[0])
        count += 1
        right += found.entities.contains { $0.name == expected } ? 1 : 0
      }
    }
    print("unknown names, end to end: \(right) of \(count) forms")
    // What rules and phrases make of a name is not this module's; a fall to less than this is a fault here.
    #expect(Double(right) / Double(count) >= 0.94)
  }
}
