import FactExtraction
import FactTesting
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Explanations of invented rules on invented texts, each with its whole text in `Fixtures/explanations`.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites these texts, and then fails.
@Suite struct ExplanationTests {
  private static let rules = """
    language ru
    cascade place > visit
    fact place { name: text required key }
    fact visit { who: text required   where: ref(place) }
    list @town { Нижний Лог | region = south
                 Беляна     | region = north }
    def np_gen = agr( [adj & gen]{0,2} [noun & gen & !surn]^ )
    phase place
    rule town -> place {
      match  p:@town
      emit   name = nom(p)
      test   "живёт в [Беляне] давно"
      reject "живёт в Каменке давно"
    }
    rule institution -> place {
      match  name:( agr( [adj]{0,2} h:('школа' | 'музей')^ ) np_gen ( ("и" | ",") np_gen )? )
      where  differ(h, name)
      unless before "из"
      emit   name = nom(name)
      test   "в [новом музее речного флота] открыто"
      reject "в новом музее пусто"
    }
    rule museum -> place {
      match  m:'музей' np_gen
      emit   name = nom(m)
      priority -1
      test   "в [музее флота] открыто"
      reject "в музее пусто"
    }
    block proverb {
      match  "не" "зная" "броду"
      test   "[не зная броду], не суйся"
      reject "не зная дороги"
    }
    phase visit
    rule visited -> visit {
      match  who:[surn & nom] v:[verb & past] ("в" | "во")? p:<place & (acc | loc)>
      where  subject(who, v)
      emit   who = text(who), where = ref(p)
      test   "[Петрова посетила музей флота] вчера"
      reject "Петрова посетил музей флота вчера"
    }
    """

  /// A text and what is asked about it.
  struct Question: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var rule: String?
    var at: String?
    var testDescription: String { name }
  }

  static let questions = [
    Question(
      name: "fact",
      text: "Вчера Петрова посетила новый музей речного флота и рыбной ловли.",
      at: "музей"
    ),
    Question(
      name: "reference",
      text: "Вчера Петрова посетила Беляну и вернулась.",
      rule: "visit.visited",
      at: "Беляну"
    ),
    Question(
      name: "refused",
      text: "Картины из нового музея речного флота вернулись.",
      rule: "institution",
      at: "флота"
    ),
    Question(name: "lost", text: "Открылся новый музей флота.", rule: "museum", at: "музей"),
    Question(
      name: "test-failed",
      text: "Закрыли школу Иванова и сад.",
      rule: "institution",
      at: "Иванова"
    ),
    Question(
      name: "disagreement",
      text: "Открылся новая музей флота.",
      rule: "institution",
      at: "новая"
    ),
    Question(name: "subject", text: "Петрова посетил Беляну.", rule: "visited"),
    Question(name: "annotation", text: "Петров поехал в Каменку.", rule: "visited"),
    Question(name: "block", text: "Он, не зная броду, пошёл.", rule: "proverb"),
    Question(name: "no-entry", text: "Живёт в Каменке.", rule: "town", at: "Каменке"),
  ]

  private func explanations(_ question: Question) throws -> ([RuleExplanation], SourceText) {
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "rules/places.rules", text: Self.rules)]
        + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" },
      dictionary: StandardLexicon.dictionary
    )
    #expect(compiled.diagnostics.filter { $0.severity == .error } == [])
    let explainer = try Explainer(compiled, dictionary: StandardLexicon.dictionary)
    let text = SourceText(question.text)
    let document = Document(text: text)
    let byte = question.at.flatMap { word in
      question.text.range(of: word).map {
        question.text.utf8.distance(from: question.text.startIndex, to: $0.lowerBound)
      }
    }
    if let rule = question.rule {
      let rules = explainer.rules(named: rule)
      #expect(rules.count == 1)
      return (rules.compactMap { explainer.explain(rule: $0, at: byte, in: document) }, text)
    }
    return (explainer.explainFacts(at: byte ?? 0, in: document), text)
  }

  @Test(arguments: questions)
  func `what happened is told in full`(question: Question) throws {
    let (found, text) = try explanations(question)
    #expect(!found.isEmpty)
    let page = ExplanationText(text)
    let actual = question.text + "\n\n" + found.map { page.render($0) }.joined(separator: "\n")
    let golden = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/explanations/\(question.name).txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("rewrote \(question.name).txt")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(actual == expected, "\(actual)")
  }

  @Test(arguments: questions)
  func `the JSON of an explanation says the same`(question: Question) throws {
    let (found, text) = try explanations(question)
    for explanation in found {
      var json = JSONWriter()
      json.write(explanation, text, unit: .scalar)
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(json.bytes)) as? [String: Any]
      )
      #expect(object["rule"] as? String == explanation.rule)
      #expect((object["steps"] as? [Any])?.count == explanation.steps.count)
      #expect((object["stops"] as? [Any])?.count == explanation.stops.count)
      let matches = try #require(object["matches"] as? [[String: Any]])
      #expect(matches.count == explanation.matches.count)
      let scalars = Array(question.text.unicodeScalars)
      for match in matches {
        let span = try #require(match["span"] as? [String: Any])
        let (start, end) = (span["start"] as? Int ?? 0, span["end"] as? Int ?? 0)
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == span["text"] as? String)
      }
    }
  }

  @Test func `a misspelt rule is found again`() throws {
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "rules/places.rules", text: Self.rules)]
        + StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" },
      dictionary: StandardLexicon.dictionary
    )
    let explainer = try Explainer(compiled, dictionary: StandardLexicon.dictionary)
    #expect(explainer.rules(named: "musem") == [])
    #expect(explainer.nearestRule(to: "musem") == "museum")
    #expect(explainer.nearestRule(to: "place.musem") == "place.museum")
  }
}
