import Foundation
import Testing

/// `svodka check` and the formats in which it writes what it finds.
struct CheckTests {
  private static let diagnostics = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/diagnostics")

  /// A file with a fault behind Cyrillic, and one with two places.
  private static let faulty = """
    cascade main
    fact found { name: text  kind: enum(river, lake) }
    list @water { река | kind = rivre }
    phase main
    rule one -> found { match "где-то, и" x:@watr emit name = text(x) }
    rule two -> found { match x:@water emit name = "100%: а, б", kind = x.kind }
    """

  private func check(
    _ text: String,
    _ arguments: String...,
    name: String = "x.rules"
  ) throws -> SvodkaProcess.Outcome {
    try TemporaryFolder.with { folder in
      try folder.write(text, to: "rules/" + name)
      return try SvodkaProcess.run(["check", "rules"] + arguments, directory: folder.url)
    }
  }

  private func object(_ outcome: SvodkaProcess.Outcome) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
  }

  // MARK: Formats

  @Test func `json has every part of a diagnostic and its places`() throws {
    let outcome = try check(Self.faulty, "--format", "json")
    #expect(outcome.status == 1)
    let report = try object(outcome)
    #expect(report["errors"] as? Int == 2)
    #expect(report["warnings"] as? Int == 0)
    let found = try #require(report["diagnostics"] as? [[String: Any]])
    #expect(found.map { $0["code"] as? String } == ["R010", "R068"])
    let first = try #require(found.first)
    #expect(first["severity"] as? String == "error")
    #expect(first["message"] as? String == "unknown list `@watr`")
    #expect(first["label"] as? String == "no such list; did you mean `@water`?")
    #expect(first["file"] as? String == "rules/x.rules")
    let place = ["line", "column", "endLine", "endColumn"].map { first[$0] as? Int }
    #expect(place == [5, 41, 5, 46])
    // The bytes lead to the text itself.
    let bytes = try #require(first["bytes"] as? [String: Int])
    let source = Array(Self.faulty.utf8)
    let text = source[try #require(bytes["start"])..<(try #require(bytes["end"]))]
    #expect(String(decoding: text, as: UTF8.self) == "@watr")
    let related = try #require(found.last?["related"] as? [[String: Any]])
    #expect(related.map { $0["line"] as? Int } == [3])
    #expect(related.first?["message"] as? String == "this value")
  }

  @Test func `sarif names its rules and counts columns in code points`() throws {
    let outcome = try check(Self.faulty, "--format", "sarif")
    #expect(outcome.status == 1)
    let log = try object(outcome)
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasSuffix("sarif-2.1.0.json") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let tool = try #require(run["tool"] as? [String: [String: Any]])
    let driver = try #require(tool["driver"])
    #expect(driver["name"] as? String == "svodka")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 2)
    for result in results {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(result["level"] as? String == "error")
      #expect((result["message"] as? [String: String])?["text"]?.isEmpty == false)
    }
    for rule in rules {
      #expect((rule["shortDescription"] as? [String: String])?["text"]?.isEmpty == false)
      let level = (rule["defaultConfiguration"] as? [String: String])?["level"]
      #expect(["error", "warning", "note"].contains(try #require(level)))
    }
    let location = try #require((results.first?["locations"] as? [[String: Any]])?.first)
    let physical = try #require(location["physicalLocation"] as? [String: Any])
    #expect((physical["artifactLocation"] as? [String: String])?["uri"] == "rules/x.rules")
    let region = try #require(physical["region"] as? [String: Int])
    #expect(region["startLine"] == 5)
    #expect(region["startColumn"] == 41)
    #expect(region["endLine"] == 5)
    #expect(region["endColumn"] == 46)
    #expect(region["byteLength"] == 5)
    let related = try #require(results.last?["relatedLocations"] as? [[String: Any]])
    #expect(related.first?["id"] as? Int == 1)
    #expect((related.first?["message"] as? [String: String])?["text"] == "this value")
  }

  @Test func `sarif escapes what a uri cannot hold`() throws {
    let outcome = try check(Self.faulty, "--format", "sarif", name: "мои 50%.rules")
    let text = String(decoding: outcome.output, as: UTF8.self)
    #expect(text.contains("\"uri\":\"rules/%D0%BC%D0%BE%D0%B8%2050%25.rules\""))
  }

  @Test func `github commands stand on a line each, and are escaped`() throws {
    let outcome = try check(Self.faulty, "--format", "github", name: "a,b:c 50%.rules")
    #expect(outcome.status == 1)
    #expect(
      outcome.lines == [
        "::error file=rules/a%2Cb%3Ac 50%25.rules,line=5,endLine=5,col=41,endColumn=46,title=R010::"
          + "unknown list `@watr`: no such list; did you mean `@water`?",
        "::error file=rules/a%2Cb%3Ac 50%25.rules,line=6,endLine=6,col=69,endColumn=75,title=R068::"
          + "the list has `rivre`, which is no value of `kind`: "
          + "not one of river, lake; did you mean `river`?",
      ]
    )
    let warnings = try check(
      "cascade a\nfact f { n: text }\nphase a\nrule r -> f { match 'год' emit n = \"а\" }",
      "--format",
      "github"
    )
    #expect(
      warnings.lines.allSatisfy { $0.hasPrefix("::warning file=") && $0.contains("%0Ahelp: ") }
    )
    #expect(warnings.lines.count == 2)
  }

  @Test func `nothing wrong is an empty report in every format`() throws {
    for format in ["text", "github"] {
      let outcome = try SvodkaProcess.run(["check", SvodkaProcess.smallRules, "--format", format])
      #expect(outcome.status == 0)
      #expect(outcome.output.isEmpty)
    }
    let json = try SvodkaProcess.run(["check", SvodkaProcess.smallRules, "--format", "json"])
    #expect(try object(json)["diagnostics"] as? [String] == [])
    let sarif = try SvodkaProcess.run(["check", SvodkaProcess.smallRules, "--format", "sarif"])
    let run = try #require((try object(sarif)["runs"] as? [[String: Any]])?.first)
    #expect(run["results"] as? [String] == [])
  }

  // MARK: Status, colours, codes

  @Test func `warnings fail only under strict, and wrong usage is another status`() throws {
    let text = "cascade a\nfact f { n: text }\nphase a\nrule r -> f { match 'год' emit n = \"а\" }"
    #expect(try check(text).status == 0)
    #expect(try check(text, "--strict").status == 1)
    #expect(try check(text, "--format", "xml").status == 2)
    #expect(try check(text, "--codes").status == 2)
  }

  @Test func `colours are for terminals, or for whoever asks`() throws {
    let escape = Data([0x1B])
    #expect(try check(Self.faulty).output.range(of: escape) == nil)
    #expect(try check(Self.faulty, "--color", "never").output.range(of: escape) == nil)
    let colored = try check(Self.faulty, "--color", "always")
    #expect(colored.output.range(of: escape) != nil)
    // Without the colours it is the same text.
    let text = String(decoding: colored.output, as: UTF8.self)
      .replacing(/\u{1B}\[[0-9;]*m/, with: "")
    #expect(text == String(decoding: try check(Self.faulty).output, as: UTF8.self))
    let json = try check(Self.faulty, "--color", "always", "--format", "json")
    #expect(json.output.range(of: escape) == nil)
  }

  @Test func `the codes are printed with a line each`() throws {
    let outcome = try SvodkaProcess.run(["check", "--codes"])
    #expect(outcome.status == 0)
    #expect(outcome.lines.contains("R012  error    a label that the pattern does not have"))
    #expect(outcome.lines.contains("L07  warning  a rule that loses all its own examples"))
    #expect(
      outcome.lines.allSatisfy { $0.wholeMatch(of: /[RL]\d+  (error|warning|note) +.+/) != nil }
    )
  }

  // MARK: Examples

  @Test func `a rule that loses all its own examples is told with its killer`() throws {
    let outcome = try SvodkaProcess.run(["check", "examples"], directory: Self.diagnostics)
    #expect(outcome.status == 0)
    let golden = Self.diagnostics.appending(path: "examples/lost.rules.txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try outcome.output.write(to: golden)
      Issue.record("rewrote lost.rules.txt")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(String(decoding: outcome.output, as: UTF8.self) == expected)
    let without = try SvodkaProcess.run(
      ["check", "examples", "--no-examples"],
      directory: Self.diagnostics
    )
    #expect(without.output.isEmpty)
  }

  @Test func `the shipped rules are clean`() throws {
    let outcome = try SvodkaProcess.run(["check", "--strict"])
    #expect(outcome.status == 0)
    #expect(outcome.output.isEmpty)
  }
}
