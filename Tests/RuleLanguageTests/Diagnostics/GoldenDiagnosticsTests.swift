import Foundation
import RuleLanguage
import Testing

/// Each faulty file of `Fixtures/diagnostics/syntax` has the whole text of its diagnostics beside it.
///
/// `UPDATE_GOLDEN=1 swift test` rewrites these texts, and then fails.
@Suite struct GoldenDiagnosticsTests {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/diagnostics/syntax")

  static func files() -> [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return all.filter { $0.hasSuffix(".rules") || $0.hasSuffix(".tsv") }.sorted()
  }

  private func rendered(_ name: String) throws -> String {
    let bytes = try Data(contentsOf: Self.folder.appending(path: name))
    let source = RuleSource(path: name, bytes: Array(bytes))
    let diagnostics =
      name.hasSuffix(".tsv")
      ? ParsedListFile(parsing: source, index: 0, columns: ["code", "region"]).diagnostics
      : ParsedRuleFile(parsing: source, index: 0).diagnostics
    return DiagnosticRenderer(RuleSourceSet([source])).render(diagnostics)
  }

  @Test(arguments: files())
  func `faults are shown as they should be`(name: String) throws {
    let actual = try rendered(name)
    let golden = Self.folder.appending(path: name + ".txt")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(actual.utf8).write(to: golden)
      Issue.record("rewrote \(name).txt")
      return
    }
    let expected = String(decoding: try Data(contentsOf: golden), as: UTF8.self)
    #expect(actual == expected, "\(actual)")
  }

  @Test func `every fault of syntax has an example`() throws {
    var shown: Set<String> = []
    for name in Self.files() {
      shown.formUnion(codes(in: try rendered(name)))
    }
    let catalogue = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/RuleLanguage/Diagnostics")
    var known: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: catalogue.path)
    where name.hasPrefix("DiagnosticMessage+") {
      let text = try Data(contentsOf: catalogue.appending(path: name))
      known.formUnion(codes(in: String(decoding: text, as: UTF8.self)))
    }
    // A thousand faults would make a poor example; the parser's tests have it.
    known.remove("R199")
    #expect(known.count > 30)
    #expect(known.subtracting(shown).sorted() == [])
  }

  /// The codes `R100` and up in a text.
  private func codes(in text: String) -> Set<String> {
    var result: Set<String> = []
    for part in text.split(whereSeparator: { !$0.isASCII || !($0.isLetter || $0.isNumber) })
    where part.count == 4 && part.hasPrefix("R1") && part.dropFirst().allSatisfy(\.isNumber) {
      result.insert(String(part))
    }
    return result
  }
}
