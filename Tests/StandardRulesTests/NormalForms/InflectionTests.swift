import FactExtraction
import FactTesting
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Names put from the nominative into the other cases by the engine itself, and read back from there.
@Suite struct InflectionTests {
  /// A kind of fact and the file with its names.
  struct Gold: Sendable {
    var kind: String
    var file: String
  }

  @Test func `a name that another mention decides is inflected as decided`() throws {
    let text = "В Пабло Неруде видят поэта. Пабло Неруд уехал."
    let forms = Self.values("ins", of: "inflection", in: text, try Self.extractor())
    #expect(forms == ["Пабло Нерудом", "Пабло Нерудом"])
  }

  @Test func `names in a list stand in one case`() throws {
    let text = "Дом построили по рисунку зодчих Д. И. Бурдина, В. А. Климова и Р. П. Лукина давно."
    let names = Self.values("name", of: "person", in: text, try Extractor.standard())
    #expect(names == ["Д. И. Бурдин", "В. А. Климов", "Р. П. Лукин"])
  }

  /// The least share of forms that are right, and of right forms that are read back.
  private static let floors = (forms: 0.97, backward: 0.98)

  @Test(arguments: [
    Gold(kind: "organisation", file: "organisations.forms"),
    Gold(kind: "person", file: "people.forms"),
  ])
  func `a name is put into any case and back`(gold: Gold) throws {
    let extractor = try Self.extractor()
    let carriers = try CarrierSentences()
    var wrong: [String] = []
    var (all, right, found, back) = (0, 0, 0, 0)
    let names = try InflectedName.all(in: gold.file)
    for (turn, name) in names.enumerated() {
      let plain = try #require(carriers.sentence(gold.kind, name, .nominative, turn: turn))
      guard
        let forms = Self.facts(plain.text, plain.span, "inflection", extractor, GoldCase.names)
      else { continue }
      for (place, grammaticalCase) in GoldCase.allCases.enumerated().dropFirst() {
        all += 1
        let form = forms[place] ?? ""
        guard form == name.forms[place] else {
          wrong.append("\(grammaticalCase.rawValue)\t\(name.forms[0])\t\(form)")
          continue
        }
        right += 1
        let carrier = try #require(carriers.sentence(gold.kind, name, grammaticalCase, turn: turn))
        guard
          let values = Self.facts(carrier.text, carrier.span, gold.kind, extractor, ["name"])
        else { continue }
        found += 1
        if values[0] == name.name { back += 1 }
      }
    }
    let shares = (
      forms: Double(right) / Double(max(all, 1)), backward: Double(back) / Double(max(found, 1))
    )
    print("\(gold.kind): \(right) of \(all) forms are right, \(shares.forms * 100) %")
    print("\(gold.kind): \(back) of \(found) read back, \(shares.backward * 100) %")
    // Names and forms that are not found at all have no share above, so that there may be few of them.
    #expect(Double(all) >= 0.99 * Double(names.count * GoldCase.allCases.dropFirst().count))
    #expect(Double(found) >= 0.98 * Double(right))
    #expect(shares.forms >= Self.floors.forms)
    #expect(shares.backward >= Self.floors.backward)
    try KnownWrong.compare(wrong, file: gold.kind + ".known-wrong-forms.txt")
  }

  /// The shipped rules, and `inflection.rules` after them.
  private static func extractor() throws -> Extractor {
    let file = InflectedName.folder.appending(path: "inflection.rules")
    var sources = StandardRules.sources
    for index in sources.indices where sources[index].path == "Rules/cascade.rules" {
      let text = String(decoding: sources[index].bytes, as: UTF8.self)
        .replacing("> quotation\n", with: "> quotation > inflection\n")
      sources[index] = RuleSource(path: sources[index].path, text: text)
    }
    sources.append(
      RuleSource(path: "Rules/inflection.rules", text: try Fixtures.text(of: file))
    )
    let dictionary = StandardLexicon.dictionary
    let compiled = try RuleCompiler.compile(sources, dictionary: dictionary)
    return try Extractor(program: compiled.program, dictionary: dictionary)
  }

  /// The fields of the fact of a kind at a span; nil where there is no such fact.
  private static func facts(
    _ text: String,
    _ span: TextSpan,
    _ kind: String,
    _ extractor: Extractor,
    _ fields: [String]
  ) -> [String?]? {
    let found = FoundValues(text, extractor)
    return found.facts(of: kind).first { $0.span == span }.map { fact in
      fields.map { found.value($0, of: fact) }
    }
  }

  /// A field of all facts of a kind.
  private static func values(
    _ field: String,
    of kind: String,
    in text: String,
    _ extractor: Extractor
  ) -> [String?] {
    let found = FoundValues(text, extractor)
    return found.facts(of: kind).map { found.value(field, of: $0) }
  }
}

extension GoldCase {
  /// The short names of all cases, in the order of the files.
  fileprivate static var names: [String] { allCases.map(\.rawValue) }
}
