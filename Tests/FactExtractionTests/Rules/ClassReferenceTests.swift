import StandardRules
import Testing

@testable import FactExtraction
@testable import TextEngine

/// What is known of the class of a form is what the parts of a test say one by one.
@Suite struct ClassReferenceTests {
  private static let text = """
    45-дневную COVID-19 «О'Коннор» аль-Башир НПЗа КазНУ 12.05.2024 10:30 1812-м XXI Сан-Франциско им. тел. МВД МИДа
    д'Артаньян ... … @user www.site.ru Мамедов-оглы Ө Қазақ Cолист ё двадцать сорока 2 21 31 1999 100000 мая
    Директор завода Анна Петровна Белова сообщила, что новые цеха построят к 1 сентября. «Мы купили две линии», —
    добавила она. Мастера Олега Карина наградили, а рабочие Тосненской фабрики ждут премий: их будет пять.
    """

  /// What the rows, the index and the closer look say together is what the tests say part by part.
  @Test(arguments: 0..<8) func `a form passes the random tests that its class passes`(
    seed: Int
  ) throws {
    let engine = try Extractor.standard().engine
    let text = SourceText(Self.text)
    engine.begin(text)
    var random = RandomTokenTests(
      forms: engine.forms,
      lists: engine.program.lists.count,
      generator: SeededGenerator(seed: seed)
    )
    let tests = try (0..<400).map { _ in try random.test() }
    let forms = FormTable(
      dictionary: engine.forms.dictionary,
      symbols: engine.program.symbols,
      gazetteer: engine.program.gazetteer,
      tests: TestTable(tests),
      phraseTests: TestTable([]),
      classes: FormClasses(tests)
    )
    var (passed, refused) = (0, 0)
    let tokens = engine.document.tokens
    for token in 0..<tokens.count {
      let form = forms.form(
        text.bytes.span,
        start: Int(tokens.starts[token]),
        end: Int(tokens.ends[token]),
        kind: tokens.kinds[token]
      )
      for test in tests.indices {
        let isPassed = forms.passesSomewhere(form, test)
        let mayPass = forms.classes.passes(forms.classes.of(form), test)
        #expect(mayPass == isPassed, "\(tests[test])")
        for flags in [tokens.flags[token], TokenFlags(rawValue: 5)] {
          let here = mayPass && forms.passesHere(form, test, flags: flags)
          #expect(here == forms.evaluate(test, form, flags: flags).holds, "\(tests[test])")
        }
        if isPassed { passed += 1 } else { refused += 1 }
      }
    }
    #expect(passed > 10_000 && refused > 10_000, "\(passed) \(refused)")
  }
}
