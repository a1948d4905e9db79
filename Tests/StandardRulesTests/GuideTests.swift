import FactExtraction
import FactTesting
import Foundation
@testable import RuleLanguage
import StandardRules
import Testing
import TextEngine

/// What `Rules/README.md` shows is true: its rules run, and its output and messages are those of the program.
@Suite struct GuideTests {
  private static let folder = Fixtures.folder.appending(path: "rules")

  /// The folders that are a rule set of their own.
  private static let ruleSets = [
    "reference", "tutorial/step-1", "tutorial/step-2", "tutorial/step-3",
  ]

  private static func guide() throws -> String {
    try Fixtures.text(
      of: Fixtures.folder.deletingLastPathComponent().appending(path: "Rules/README.md")
    )
  }

  /// The fenced blocks of a language, in order.
  private static func blocks(_ language: String) throws -> [String] {
    var blocks: [String] = []
    var current: [Substring]?
    for line in try guide().split(separator: "\n", omittingEmptySubsequences: false) {
      if let lines = current, line == "```" {
        blocks.append(lines.joined(separator: "\n"))
        current = nil
      } else if current != nil {
        current?.append(line)
      } else if line == "```" + language {
        current = []
      }
    }
    return blocks
  }

  private static func sources(in name: String, shownAs shown: String) throws -> [RuleSource] {
    let place = folder.appending(path: name)
    let files = try FileManager.default.contentsOfDirectory(atPath: place.path).sorted()
    var sources = try files.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".tsv") }.map {
      RuleSource(path: shown + "/" + $0, text: try Fixtures.text(of: place.appending(path: $0)))
    }
    sources += StandardRules.sources.filter { $0.path == "Rules/tokens.rbbi" }
    return sources
  }

  private static func compiled(
    _ name: String,
    shownAs shown: String = "my-rules"
  ) throws -> RuleCompiler.Result {
    try RuleCompiler.compile(
      sources(in: name, shownAs: shown),
      dictionary: StandardLexicon.dictionary
    )
  }

  private static func expectExamplesHold(_ result: RuleCompiler.Result, phase: String = "") throws {
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.message.text))")
    let examples = PlacedExample.all(of: result).filter { $0.example.ruleName.hasPrefix(phase) }
    #expect(!examples.isEmpty)
    let runner = try ExampleRunner(result, dictionary: StandardLexicon.dictionary)
    for result in runner.run(examples) where result.status != .passed {
      Issue.record("\(ReportText().text(result))")
    }
  }

  @Test func `every block of rules in the guide stands in a fixture`() throws {
    let names = FileManager.default.enumerator(atPath: Self.folder.path)?.allObjects as? [String]
    let texts = try (names ?? []).filter { $0.hasSuffix(".rules") }.sorted().map {
      try Fixtures.text(of: Self.folder.appending(path: $0))
    }
    let blocks = try Self.blocks("rules")
    #expect(blocks.count > 50)
    for block in blocks {
      #expect(texts.contains { $0.contains(block) }, "no file in Fixtures/rules has:\n\(block)")
    }
  }

  @Test(arguments: ruleSets)
  func `the guide's rules have no faults and their examples hold`(name: String) throws {
    try Self.expectExamplesHold(Self.compiled(name))
  }

  @Test func `the guide's phase beside the built-in rules works`() throws {
    let result = try RuleCompiler.compile(
      try Self.sources(in: "with-built-in", shownAs: "my-rules"),
      library: StandardRules.sources,
      dictionary: StandardLexicon.dictionary
    )
    try Self.expectExamplesHold(result)
  }

  @Test func `the explanation in the guide is what the rule did`() throws {
    let result = try Self.compiled("tutorial/step-2")
    let explainer = try Explainer(result, dictionary: StandardLexicon.dictionary)
    let text = SourceText("Анна Петрова назначена на понедельник.\n")
    let rule = try #require(explainer.rules(named: "passive").first)
    let explanation = try #require(
      explainer.explain(rule: rule, at: nil, in: Document(text: text))
    )
    let shown = ExplanationText(text).render(explanation).trimmingCharacters(in: .newlines)
    #expect(try Self.blocks("text").contains(shown), "not in the guide:\n\(shown)")
  }

  @Test func `the tutorial's output is what the extractor gives`() throws {
    let text = try Fixtures.text(of: Self.folder.appending(path: "tutorial/news.txt"))
    let extractor = try Extractor(
      program: Self.compiled("tutorial/step-3").program,
      dictionary: StandardLexicon.dictionary
    )
    let document = Document(id: DocumentID("news"), text: SourceText(text))
    let record = GoldenDocument.record(of: document, by: extractor)
    let shown = try Self.blocks("json")
    #expect(shown.map { $0 + "\n" } == [record])
    #expect(try Self.blocks("text").contains { $0 + "\n" == text })
  }

  @Test(arguments: ["label", "lemma", "mark", "preposition"])
  func `a message in the guide is what the mistake gives`(name: String) throws {
    let result = try Self.compiled("mistakes/" + name)
    let shown: String
    if result.diagnostics.isEmpty {
      let runner = try ExampleRunner(result, dictionary: StandardLexicon.dictionary)
      let results = runner.run(PlacedExample.all(of: result))
      let failure = try #require(results.first { $0.status != .passed })
      shown = ReportText().text(failure).trimmingCharacters(in: .newlines)
    } else {
      shown = DiagnosticRenderer(result.sources).render(result.diagnostics)
        .trimmingCharacters(in: .newlines)
    }
    #expect(try Self.blocks("text").contains(shown), "not in the guide:\n\(shown)")
  }

  @Test func `the guide names every flag, function and condition`() throws {
    let guide = try Self.guide()
    for flag in FlagTable.meanings.keys.sorted() {
      #expect(guide.contains("`\(flag)`"), "no flag \(flag)")
    }
    for function in EmitFunction.allCases {
      #expect(guide.contains("`\(function.rawValue)("), "no function \(function.rawValue)")
    }
    for condition in CompiledRule.Condition.Name.allCases {
      #expect(guide.contains("`\(condition.rawValue)("), "no condition \(condition.rawValue)")
    }
  }

  @Test func `the editor grammar is valid JSON`() throws {
    let file = Fixtures.folder.deletingLastPathComponent()
      .appending(path: "Rules/svodka.tmLanguage.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
    #expect(json?["scopeName"] as? String == "source.svodka-rules")
    #expect(json?["fileTypes"] as? [String] == ["rules"])
  }
}
