import Foundation
import StandardRules
import Testing

@testable import FactExtraction
@testable import TextEngine

/// What is known of a form by its class is what its tests say when each is asked by itself.
@Suite struct FormClassTests {
  /// How many forms of the articles are looked at.
  private static let wanted = 300
  private static let words = """
    45-дневную COVID-19 «О'Коннор» аль-Башир НПЗа КазНУ 12.05.2024 10:30 1812-м XXI Сан-Франциско им. тел. МВД МИДа
    д'Артаньян ... … @user www.site.ru Мамедов-оглы Ө Қазақ Cолист ё двадцать сорока 2 21 31 1999 100000 мая
    """

  @Test func `a form passes the tests that its class passes`() throws {
    let engine = try Extractor.standard().engine
    let articles = try Fixtures.articles.map { name in
      try Fixtures.text(of: Fixtures.folder.appending(path: "articles/\(name).txt"))
    }
    engine.begin(SourceText(Self.words + "\n" + articles.joined(separator: "\n")))
    let forms = engine.forms
    let step = max(1, forms.count / Self.wanted)
    var asked = 0
    var wrong: [String] = []
    let chosen = Array(0..<60) + stride(from: 60, to: forms.count, by: step)
    for form in chosen.map({ FormID($0) }) {
      for test in engine.program.tests.indices {
        asked += 1
        if forms.classes.passes(forms.classes.of(form), test) != forms.passesSomewhere(form, test) {
          let spelling = String(decoding: forms.spelling(form), as: UTF8.self)
          wrong.append("\(spelling): \(engine.program.tests[test])")
        }
      }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(5))")
    #expect(asked > 100_000)
  }

  @Test func `the readings of a word that passes a test are those that it leaves`() throws {
    let engine = try Extractor.standard().engine
    let text = "Новые дома жилого комплекса сдали двадцать второго мая, сообщила служба мэрии."
    engine.begin(SourceText(text))
    let forms = engine.forms
    var compared = 0
    for form in (0..<forms.count).map({ FormID($0) }) {
      let count = forms.readingRange(form).count
      let known: UInt64 = 1 << UInt64(count) - 1
      for test in engine.program.tests.indices
      where forms.classes.passes(forms.classes.of(form), test) {
        let all = TokenFlags(rawValue: .max)
        for flags in [TokenFlags(), all] {
          let answer = forms.evaluate(test, form, flags: flags)
          guard answer.holds else { continue }
          let left = forms.readings(ofPassing: form, test, flags: flags)
          // Bits behind those of the readings mean nothing.
          #expect(left & known == answer.readings & known, "\(engine.program.tests[test])")
          if answer.asksReadings { compared += 1 }
        }
      }
    }
    #expect(compared > 500)
  }
}
