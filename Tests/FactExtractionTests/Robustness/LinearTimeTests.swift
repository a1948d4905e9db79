import FactExtraction
import FactTesting
import Foundation
import StandardRules
import Testing

@testable import TextEngine

/// Twice the text takes at most twice the steps, whatever the text and the rules.
///
/// Steps are counted, so these tests say the same on every machine. `svodka-bench --families` shows the same by the
/// clock, and for everything that is not a step of matching.
@Suite struct LinearTimeTests {
  private static let standard = Result { try Extractor.standard().program }

  private static func families(_ file: String) throws -> [TextFamily] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/robustness/\(file).families")
    return TextFamily.read(try String(contentsOf: root, encoding: .utf8))
  }

  private func steps(_ text: SourceText, _ program: RuleProgram) throws -> (Int, [EngineLimit]) {
    let engine = try Engine(program: program, dictionary: StandardLexicon.dictionary)
    engine.begin(text)
    for phase in program.phases.indices { _ = engine.run(phase: phase) }
    return (engine.steps, engine.limits)
  }

  @Test(arguments: try families("rules"))
  func `rules made to be slow take twice the steps for twice the text`(
    family: TextFamily
  ) throws {
    let program = try #require(
      try family.program(
        tokens: InlineRules.tokenRules,
        dictionary: StandardLexicon.dictionary
      )
    )
    // More than one and more than two of the longest windows.
    let counts = try [12_000, 24_000].map { try steps(family.text(bytes: $0), program).0 }
    for (small, large) in zip(counts, counts.dropFirst()) {
      #expect(Double(large) <= 2.2 * Double(small), "\(family.name): \(counts)")
    }
  }

  @Test(arguments: try families("texts"))
  func `the shipped rules take twice the steps for twice the text`(family: TextFamily) throws {
    let program = try Self.standard.get()
    let (small, large) = (family.text(bytes: 2_000), family.text(bytes: 4_000))
    let (few, many) = (try steps(small, program), try steps(large, program))
    #expect(Double(many.0) <= 2.2 * Double(few.0), "\(family.name): \(few.0), \(many.0)")
    #expect(!few.1.contains(.steps), "\(family.name): no shipped rule runs out of steps")
  }

  @Test func `steps are counted alike on every run`() throws {
    let family = try #require(try Self.families("texts").first { $0.name == "plain sentences" })
    let text = family.text(bytes: 3_000)
    let program = try Self.standard.get()
    let engine = try Engine(program: program, dictionary: StandardLexicon.dictionary)
    var counts: Set<Int> = []
    for _ in 0..<3 {
      engine.begin(text)
      for phase in program.phases.indices { _ = engine.run(phase: phase) }
      counts.insert(engine.steps)
    }
    #expect(counts.count == 1)
    #expect(counts != [0])
  }

  // MARK: What happens when steps run out

  private static let slow = """
    rule slow -> found { match ((any{0,30}){0,30}){1,8} [upper] emit a = "x" }
    rule quick -> found { match x:"слово" "." emit a = text(x) }
    """

  @Test func `a rule that runs out of steps is told, and the others go on`() throws {
    let rules = try InlineRules.phase(Self.slow)
    let text = String(repeating: "дело ", count: 300) + "слово"
    let document = Document(text: SourceText(text + ".\nДело и слово."))
    let found = rules.extractor.extract(document)
    #expect(found.diagnostics.map(\.code) == ["step_budget"])
    #expect(found.facts.count == 2)
    #expect(rules.extractor.extract(document).facts.count == 2)
  }

  @Test func `a document of honest length never runs out`() throws {
    let rules = try InlineRules.rule(
      "match x:any any* y:\"слово\" where differ(x, y) emit a = text(y)"
    )
    let document = Document(text: SourceText(String(repeating: "дело и ", count: 300) + "слово."))
    let found = rules.extractor.extract(document)
    #expect(found.diagnostics.isEmpty)
    #expect(found.facts.count == 1)
  }

  @Test func `entries of lists are bounded in number`() throws {
    let entries = (1...60).map { "=" + Array(repeating: "а", count: $0).joined(separator: " ") }
    let rules = try InlineRules.phase(
      "list @a {\n\(entries.joined(separator: "\n"))\n}\nrule r -> found { match x:@a \"конец\" emit a = text(x) }"
    )
    let text = String(repeating: "а ", count: 3_000) + "конец."
    let found = rules.extractor.extract(Document(text: SourceText(text)))
    #expect(found.diagnostics.map(\.code).contains("step_budget"))
    #expect(rules.extractor.engine.document.listMatches.count < 60_000)
  }
}

extension TextFamily: CustomTestStringConvertible {
  /// The title.
  public var testDescription: String { name }
}
