import FactExtraction
import FactTesting
import RuleLanguage
import StandardRules
import TextEngine

/// The shipped rules, compiled once for all tests of this module, and one extractor that they take turns with.
actor SharedExtractor {
  static let compiled: Result<RuleCompiler.Result, any Error> = Result {
    try StandardRules.compile(dictionary: StandardLexicon.dictionary)
  }

  private static let shared: Result<SharedExtractor, any Error> = Result { try SharedExtractor() }

  private let extractor: Extractor

  private init() throws {
    extractor = try Extractor(
      program: Self.compiled.get().program,
      dictionary: StandardLexicon.dictionary
    )
  }

  /// What came of a case.
  static func run(_ wanted: FactCase, path: String) async throws -> TestResult {
    try await shared.get().run(wanted, path: path)
  }

  /// The record of a document as `svodka extract --pretty` prints it.
  static func record(of document: Document) async throws -> String {
    try await shared.get().record(of: document)
  }

  private func run(_ wanted: FactCase, path: String) -> TestResult {
    CaseRunner(extractor).run(wanted, path: path)
  }

  private func record(of document: Document) -> String {
    GoldenDocument.record(of: document, by: extractor)
  }
}
