import FactExtraction
import FactTesting
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// The normal forms of names in all cases; `Fixtures/normal-forms/README.md` says what is asked.
@Suite struct NormalFormTests {
  /// A kind of fact, the file with its names, and the share of names and cases that must be right.
  struct Gold: Sendable {
    var kind: String
    var file: String
    var floor: Double
    /// The file with what is not right yet.
    var knownWrong: String { kind + ".known-wrong.txt" }
  }

  @Test(arguments: [
    Gold(kind: "organisation", file: "organisations.forms", floor: 0.99),
    Gold(kind: "person", file: "people.forms", floor: 0.98),
  ])
  func `a name in any case has its nominative`(gold: Gold) throws {
    let extractor = try Extractor(
      program: SharedExtractor.compiled.get().program,
      dictionary: StandardLexicon.dictionary
    )
    let carriers = try CarrierSentences()
    let names = try InflectedName.all(in: gold.file)
    var wrong: [String] = []
    var sexes = (right: 0, open: 0, wrong: 0)
    for (turn, name) in names.enumerated() {
      for grammaticalCase in GoldCase.allCases {
        let carrier = try #require(carriers.sentence(gold.kind, name, grammaticalCase, turn: turn))
        let (found, sex) = Self.found(carrier.text, carrier.span, gold.kind, name, extractor)
        switch sex {
        case name.trait: sexes.right += 1
        case nil: sexes.open += 1
        default: sexes.wrong += 1
        }
        guard let found else { continue }
        wrong.append("\(grammaticalCase.rawValue)\t\(name.forms[0])\t\(found)\t\(carrier.text)")
      }
    }
    let count = names.count * GoldCase.allCases.count
    let share = 1 - Double(wrong.count) / Double(max(count, 1))
    print(
      "\(gold.kind): \(count - wrong.count) of \(count) normal forms are right, \(share * 100) %"
    )
    if gold.kind == "person" {
      print("person: the sex is right \(sexes.right), open \(sexes.open), wrong \(sexes.wrong)")
      #expect(Double(sexes.right) / Double(max(count, 1)) >= 0.95, "too few sexes are said")
    }
    #expect(count > 3_000)
    #expect(share >= gold.floor, "\(gold.kind): too many normal forms are wrong")
    try KnownWrong.compare(wrong, file: gold.knownWrong)
  }

  /// What is found instead of a name, nil where it is right, and the sex that is said.
  private static func found(
    _ text: String,
    _ span: TextSpan,
    _ kind: String,
    _ name: InflectedName,
    _ extractor: Extractor
  ) -> (wrong: String?, sex: String?) {
    let values = FoundValues(text, extractor)
    guard let fact = values.facts(of: kind).first(where: { $0.span == span }) else {
      return ("-", nil)
    }
    let found = values.value("name", of: fact) ?? ""
    let sex = values.value("sex", of: fact)
    guard found == name.name else { return (found, sex) }
    // An organisation has none.
    if let sex, sex != name.trait { return ("\(found) (\(sex))", sex) }
    return (nil, sex)
  }
}
