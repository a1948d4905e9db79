import FactExtraction
import FactTesting
import Foundation
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// The normal forms of names in all cases; `Fixtures/normal-forms/README.md` says what is asked.
@Suite struct NormalFormTests {
  /// The share of names and cases that must be right.
  private static let floor = ["organisation": 0.98, "person": 0.98]

  @Test func `a name in any case has its nominative`() throws {
    let extractor = try Extractor(
      program: SharedExtractor.compiled.get().program,
      dictionary: StandardLexicon.dictionary
    )
    let carriers = try CarrierSentences()
    var report = ""
    for (kind, file) in [("organisation", "organisations.forms"), ("person", "people.forms")] {
      let names = try InflectedName.all(in: file)
      var wrong: [String] = []
      for (turn, name) in names.enumerated() {
        for grammaticalCase in GoldCase.allCases {
          let carrier = try #require(carriers.sentence(kind, name, grammaticalCase, turn: turn))
          let found = Self.found(carrier.text, carrier.span, kind, name, extractor)
          guard let found else { continue }
          wrong.append(
            "\(kind)\t\(grammaticalCase.rawValue)\t\(name.forms[0])\t\(found)\t\(carrier.text)"
          )
        }
      }
      let count = names.count * GoldCase.allCases.count
      let share = 1 - Double(wrong.count) / Double(max(count, 1))
      print("\(kind): \(count - wrong.count) of \(count) normal forms are right, \(share * 100) %")
      #expect(share >= Self.floor[kind] ?? 1, "\(kind): too many normal forms are wrong")
      report += wrong.map { $0 + "\n" }.joined()
    }
    try Self.compare(report)
  }

  /// What is found instead of a name; nil where it is right.
  private static func found(
    _ text: String,
    _ span: TextSpan,
    _ kind: String,
    _ name: InflectedName,
    _ extractor: Extractor
  ) -> String? {
    let document = Document(text: SourceText(text))
    let program = extractor.program
    let extracted = extractor.extract(document)
    let fact = extracted.facts.first {
      program.schemas[$0.schema].name == kind && $0.span == span
    }
    guard let fact else { return "-" }
    func value(_ field: String) -> String? {
      FieldComparison.text(field, of: fact, in: extracted, program: program, text: document.text)
    }
    let found = value("name") ?? ""
    guard found == name.name else { return found }
    if let sex = value("sex"), sex != name.trait { return "\(found) (\(sex))" }
    return nil
  }

  private static func compare(_ report: String) throws {
    let file = InflectedName.folder.appending(path: "known-wrong.txt")
    if Fixtures.isUpdating {
      try Data(report.utf8).write(to: file)
      Issue.record("rewrote known-wrong.txt")
      return
    }
    let known = (try? Fixtures.text(of: file)) ?? ""
    let old = Set(known.split(separator: "\n"))
    let new = Set(report.split(separator: "\n"))
    let lost = new.subtracting(old).sorted().joined(separator: "\n")
    let gained = old.subtracting(new).sorted().joined(separator: "\n")
    #expect(lost.isEmpty, "wrong now:\n\(lost)")
    #expect(gained.isEmpty, "right now, run UPDATE_GOLDEN=1 swift test:\n\(gained)")
  }
}
