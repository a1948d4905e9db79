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

  @Test func `the readings that a test leaves are those of the tags`() throws {
    let engine = try Extractor.standard().engine
    let text = "Новые дома жилого комплекса сдали двадцать второго мая, сообщила служба мэрии."
    engine.begin(SourceText(text))
    let forms = engine.forms
    var compared = 0
    for form in (0..<forms.count).map({ FormID($0) }) {
      for test in engine.program.tests.indices
      where forms.tagsTell(test) && forms.classes.passes(forms.classes.of(form), test) {
        let all = TokenFlags(rawValue: .max)
        for flags in [TokenFlags(), all] {
          let answer = forms.evaluate(test, form, flags: flags)
          guard answer.holds, answer.asksReadings else { continue }
          var (left, known): (UInt64, UInt64) = (0, 0)
          for (place, reading) in forms.readingRange(form).enumerated() {
            let bit: UInt64 = 1 << UInt64(place)
            known |= bit
            if forms.classes.leaves(forms.readings.tag(reading), test) { left |= bit }
          }
          // Bits behind those of the readings mean nothing.
          #expect(left == answer.readings & known)
          compared += 1
        }
      }
    }
    #expect(compared > 500)
  }
}
