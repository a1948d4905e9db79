import Foundation
import Testing

/// A kind of fact has one name in all trees, and a place for each question about it.
struct SliceTests {
  /// Folders that belong to no kind.
  private static let shared: Set<String> = [
    "shared", "articles", "diagnostics", "explanations", "robustness", "rules", "tokens",
    "regressions", "normal-forms",
  ]

  private static var kinds: [String] {
    Repository.folders(in: "Rules").filter { !shared.contains($0) }
  }

  @Test func `a kind says what counts, has rules, and has cases`() throws {
    for kind in Self.kinds {
      let rules = Repository.files(below: "Rules/\(kind)")
      #expect(rules.contains("Rules/\(kind)/README.md"), "Rules/\(kind) has no README.md")
      #expect(rules.contains { $0.hasSuffix(".rules") }, "Rules/\(kind) has no rules")
      let cases = Repository.files(below: "Fixtures/\(kind)")
      #expect(cases.contains { $0.hasSuffix(".cases") }, "Fixtures/\(kind) has no case file")
      #expect(
        cases.contains("Fixtures/\(kind)/near-misses.cases"),
        "Fixtures/\(kind) has no near-misses.cases"
      )
    }
  }

  @Test func `case files belong to a phase of the cascade`() throws {
    let phases = try Self.phases
    guard !phases.isEmpty else { return }
    let unknown = Set(Repository.folders(in: "Fixtures")).subtracting(phases)
      .subtracting(Self.shared)
    #expect(unknown.isEmpty, "Fixtures/ has folders of no kind: \(unknown.sorted())")
  }

  @Test func `code of a kind has the name of its phase`() throws {
    let names = Set(try Self.phases.map { $0.prefix(1).uppercased() + $0.dropFirst() })
    guard !names.isEmpty else { return }
    let unknown = Set(Repository.folders(in: "Sources/FactExtraction/Kinds")).subtracting(names)
    #expect(unknown.isEmpty, "Kinds/ has folders of no kind: \(unknown.sorted())")
  }

  @Test func `each rule has an accepting and a rejecting example`() throws {
    for path in Repository.files(below: "Rules") where path.hasSuffix(".rules") {
      let text = try Repository.text(of: path)
      for rule in RuleOutline.rules(in: text) {
        #expect(rule.hasTest, "\(path): rule \(rule.name) has no test")
        #expect(rule.hasReject, "\(path): rule \(rule.name) has no reject")
      }
    }
  }

  @Test func `each kind has a phase of the cascade`() throws {
    let phases = try Self.phases
    guard !phases.isEmpty else { return }
    let missing = Set(Self.kinds).subtracting(phases)
    #expect(missing.isEmpty, "no phase of the cascade is called \(missing.sorted())")
  }

  /// The phases in the order that the rule set states; none where it states none yet.
  private static var phases: [String] {
    get throws {
      let lines = try Repository.text(of: "Rules/cascade.rules").components(separatedBy: "\n")
      guard let line = lines.first(where: { $0.hasPrefix("cascade ") }) else { return [] }
      return line.dropFirst("cascade ".count).components(separatedBy: ">")
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }
  }
}
