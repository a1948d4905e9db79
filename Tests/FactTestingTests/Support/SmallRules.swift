import FactExtraction
import FactTesting
import RuleLanguage
import StandardRules
import TextEngine

/// A rule set of a few rules that take words from each other, compiled once.
enum SmallRules {
  /// The rules, with examples that hold and examples that do not.
  static let text = """
    language ru
    cascade number > date
    fact number { type: enum(plain, year) required  value: decimal  unit.lemma: text }
    fact date { year: ref(number) required  text: text }

    phase number
    rule plain -> number {
      match  n:[digits]
      emit   type = plain, value = value(n)
      test   "всего [20] домов и [30] школ" { value: 20, type: plain }
      test   "всего [20] домов" { value: 21, valu: 20 }
      test   "в доме [5]"
      test   "было [20 домов] и [7]"
      test   "за [2025] год"
      reject "домов нет"
      reject "двор 7"
    }
    block house {
      match  "доме" [digits]
      reject "дома"
    }
    rule year -> number {
      match  n:[int 1000..2100] "год"
      emit   type = year, value = value(n)
      test   "за [2025 год]" { value: 2025 }
    }

    phase date
    rule in_year -> date {
      match  "за" y:<number>
      emit   year = ref(y), text = text(y)
      test   "итоги [за 2025 год]" { year.value: 2025, text: "2025 год" }
      reject "за рекой"
    }

    """

  static let compiled: Result<RuleCompiler.Result, any Error> = Result {
    let tokens = StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }
    return try RuleCompiler.compile(
      [RuleSource(path: "Rules/small.rules", text: text)] + tokens,
      dictionary: StandardLexicon.dictionary
    )
  }

  static func extractor() throws -> Extractor {
    try Extractor(program: compiled.get().program, dictionary: StandardLexicon.dictionary)
  }

  /// Runs all examples.
  static func results() throws -> [TestResult] {
    let compiled = try compiled.get()
    return try ExampleRunner(compiled, dictionary: StandardLexicon.dictionary)
      .run(PlacedExample.all(of: compiled))
  }

  /// Runs the cases of a file about numbers.
  static func results(ofCases text: String) throws -> [TestResult] {
    let file = CaseFile(text, path: "Fixtures/number/small.cases", kind: "number")
    let runner = try CaseRunner(extractor())
    return file.cases.map { runner.run($0, path: file.path) }
  }
}
