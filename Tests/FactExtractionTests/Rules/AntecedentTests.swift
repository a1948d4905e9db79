import FactExtraction
import FactTesting
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// `antecedent(x, "kind")`: whom a word that points back stands for.
@Suite struct AntecedentTests {
  private static let rules = """
    cascade person > visit
    fact person { name: text required key }
    fact visit { who: ref(person)   verb: text required }
    phase person
    rule name -> person { match n:agr( [name] [surn]^ ) emit name = nom(n) }
    phase visit
    rule visit -> visit {
      match p:([pron] | 'этот' 'чиновник') v:[verb & past]
      emit  who = antecedent(p, "person"), verb = text(v)
    }
    """

  private func who(_ text: String) throws -> [String?] {
    try InlineRules(Self.rules).values("who.name", of: "visit", in: text)
  }

  @Test(arguments: [
    ("Анна Петрова приехала. Она сказала речь.", "Анна Петрова"),
    ("Анна Петрова встретила Ивана Белова. Она сказала речь.", "Анна Петрова"),
    ("Анна Петрова встретила Ивана Белова. Он сказал речь.", "Иван Белов"),
    ("Иван Белов и Пётр Громов пришли. Он сказал речь.", "Пётр Громов"),
    ("Пётр Громов встретил Ивана Белова. Он сказал речь.", "Пётр Громов"),
    ("Пришёл Пётр Громов. Встретили Ивана Белова. Он сказал речь.", "Иван Белов"),
    ("Приехал Иван Белов.\nОн сказал речь.", "Иван Белов"),
    ("Приехал Иван Белов. Этот чиновник сказал речь.", "Иван Белов"),
  ])
  func `the nearest one before it that agrees is meant`(text: String, name: String) throws {
    #expect(try who(text) == [name])
  }

  @Test(arguments: [
    "Анна Петрова приехала. Он сказал речь.", "Он сказал речь. Иван Белов приехал.",
    "Приехал Иван Белов.\nБыл дождь.\nОн сказал речь.", "Приехал Иван Белов. Они сказали речь.",
    "Приехал Иван Белов. Я сказал речь.",
  ])
  func `what stays unclear stands for nobody`(text: String) throws {
    #expect(try who(text) == [nil])
  }

  private func faults(_ clauses: String) throws -> [String] {
    let text = """
      cascade one > two
      fact person { name: text required }
      fact visit { who: ref(person) required }
      phase one
      rule name -> person { match n:[surn] emit name = nom(n) test "[Белов]" reject "дом" }
      phase two
      rule visit -> visit { match p:'он' \(clauses) test "[он]" reject "дом" }
      """
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "x.rules", text: text)] + InlineRules.tokenRules,
      dictionary: StandardLexicon.dictionary
    )
    return compiled.diagnostics.map { "\($0.code) \($0.message.label)" }
  }

  @Test func `a required field cannot rest on it alone, and the kind must be there before`() throws
  {
    let missing = try faults("emit who = antecedent(p, \"person\")")
    #expect(missing.count == 1)
    #expect(missing.first?.contains("may be nothing that the word points back to") == true)
    let misspelt = try faults("emit who = antecedent(p, \"persn\")")
    #expect(misspelt.first?.contains("did you mean `person`?") == true)
    let later = try faults("emit who = antecedent(p, \"visit\")")
    #expect(later.contains { $0.hasPrefix("R038") })
  }
}
