import FactExtraction
import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// Rule sets that are much larger or deeper than anybody writes compile or are refused, soon.
@Suite struct RuleSizeTests {
  private static func repeated(_ part: String, _ count: Int, by separator: String) -> String {
    Array(repeating: part, count: count).joined(separator: separator)
  }

  /// Definitions from `d1` to `dN`, each made of the one before.
  private static func definitions(
    _ count: Int,
    of first: String,
    _ body: (String) -> String
  ) -> String {
    var text = "def d0 = \(first)\n"
    for number in 1...count { text += "def d\(number) = \(body("d\(number - 1)"))\n" }
    return text
  }

  private static func rule(_ match: String, emit: String = "name = \"a\"") -> String {
    "rule r -> found { match \(match) emit \(emit) }"
  }

  private static func rules(_ what: String) -> String {
    switch what {
    case "definitions that hold the one before twice":
      return definitions(59, of: "any") { "\($0) \($0)" } + rule("d59")
    case "definitions that hold the one before twice and take nothing":
      return definitions(59, of: "\"\"") { "\($0) \($0)" } + rule("any d59")
    case "a chain of definitions":
      return definitions(5_000, of: "any") { $0 } + rule("d5000")
    case "repetitions in repetitions":
      return rule("((((any{0,99}){0,99}){0,99}){0,99}){1,99} any")
    case "repetitions of nothing": return rule("any ((((bos{99}){99}){99}){99}){99}")
    case "a chain of fallbacks":
      return rule("x:any", emit: "name = " + repeated("x.q", 250, by: " ?? "))
    case "a long chain of fallbacks":
      return rule("x:any", emit: "name = " + repeated("x.q", 9_000, by: " ?? "))
    case "a sum": return rule("x:any", emit: "n = " + repeated("1", 250, by: " + "))
    case "a long text":
      return rule("x:any", emit: "name = " + repeated("\"a\"", 9_000, by: " ++ "))
    case "many alternatives": return rule(repeated("any", 5_000, by: " | "))
    case "a long predicate": return rule("[\(repeated("noun", 5_000, by: " & "))]")
    case "a deep predicate":
      return rule("[\(repeated("!(", 5_000, by: ""))noun\(repeated(")", 5_000, by: ""))]")
    case "functions in functions":
      let call = repeated("lower(", 250, by: "") + "x" + repeated(")", 250, by: "")
      return rule("x:any", emit: "name = " + call)
    case "a deep expression":
      return rule("[/\(repeated("(a|", 200, by: ""))b\(repeated(")*", 200, by: ""))/]")
    case "a large context": return rule("any unless before (any{0,90} any{0,90}){0,90}")
    case "many rules":
      var text = ""
      for number in 0..<2_000 {
        text += "rule r\(number) -> found { match any{2} emit name = \"a\" }\n"
      }
      return text
    default: return ""
    }
  }

  @Test(arguments: [
    "definitions that hold the one before twice",
    "definitions that hold the one before twice and take nothing", "a chain of definitions",
    "repetitions in repetitions", "repetitions of nothing", "a chain of fallbacks",
    "a long chain of fallbacks", "a sum", "a long text", "many alternatives", "a long predicate",
    "a deep predicate", "functions in functions", "a deep expression", "a large context",
    "many rules",
  ])
  func `a rule set of unusual size compiles or is refused`(what: String) throws {
    let rules = Self.rules(what)
    try #require(!rules.isEmpty)
    let head = "cascade main\nfact found { name: text n: decimal }\nphase main\n"
    let compiled = try RuleCompiler.compile(
      [RuleSource(path: "x.rules", text: head + rules)] + InlineRules.tokenRules,
      dictionary: StandardLexicon.dictionary
    )
    guard !compiled.diagnostics.hasErrors else { return }
    let extractor = try Extractor(
      program: compiled.program,
      dictionary: StandardLexicon.dictionary
    )
    let found = extractor.extract(Document(text: SourceText("Иван построил новый завод и город.")))
    #expect(found.facts.count <= 8)
  }
}
