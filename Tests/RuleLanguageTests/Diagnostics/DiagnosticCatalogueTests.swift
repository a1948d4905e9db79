import Foundation
import RuleLanguage
import Testing

/// The catalogue of codes and the messages say the same.
struct DiagnosticCatalogueTests {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Sources/RuleLanguage/Diagnostics")

  /// The codes in the messages, each with the severities that it has there.
  private func written() throws -> [String: Set<String>] {
    var found: [String: Set<String>] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    where name.hasPrefix("DiagnosticMessage+") {
      let text = String(
        decoding: try Data(contentsOf: Self.folder.appending(path: name)),
        as: UTF8.self
      )
      for match in text.matches(of: /\.(error|warning|note),\s*"([RL][0-9]+)"/) {
        found[String(match.output.2), default: []].insert(String(match.output.1))
      }
    }
    return found
  }

  @Test func `every code stands in the catalogue once, with its severity`() throws {
    let entries = DiagnosticCatalogue.entries
    #expect(Set(entries.map(\.code)).count == entries.count)
    let catalogue = Dictionary(
      uniqueKeysWithValues: entries.map { ($0.code, Set([$0.severity.rawValue])) }
    )
    #expect(try written() == catalogue)
    #expect(entries.count > 100)
  }

  @Test func `every code has a line of its own`() {
    let summaries = DiagnosticCatalogue.entries.map(\.summary)
    #expect(Set(summaries).count == summaries.count)
    #expect(summaries.allSatisfy { !$0.isEmpty && $0.count < 90 })
  }
}
