public import FactExtraction
import TextEngine

/// Runs whole documents: their records must be those that are written down.
public struct GoldenRunner {
  private let extractor: Extractor

  /// Makes a runner.
  public init(_ extractor: Extractor) { self.extractor = extractor }

  /// Runs an article; where its record is another than the one written down, the result has it.
  public func run(_ article: GoldenArticle) -> TestResult {
    guard let bytes = article.text else {
      return faulty(article, at: article.recordPath, "the text \(article.textPath) is not there")
    }
    let text: SourceText
    do throws(InvalidUTF8) {
      text = try SourceText(validating: bytes)
    } catch {
      return faulty(article, at: article.textPath, "byte \(error.offset + 1) is not UTF-8")
    }
    let document = Document(
      id: DocumentID(article.name),
      text: text,
      date: Document.leadingDate(in: text)
    )
    let record = GoldenDocument.record(of: document, by: extractor)
    guard let wanted = article.record else {
      var result = faulty(
        article,
        at: article.textPath,
        "its facts are not written down in \(article.recordPath); --update writes them"
      )
      result.newRecord = (article.recordPath, record)
      return result
    }
    let differences = GoldenDocument.differences(wanted, record)
    let failures = differences.map { difference in
      var failure = FactFailure(
        difference.status,
        at: TestPlace(path: article.recordPath, line: difference.line)
      )
      failure.subject =
        difference.rule.map { "\(difference.subject) (\($0))" } ?? difference.subject
      failure.lines = difference.lines
      return failure
    }
    var result = TestResult(
      .article,
      suite: article.folder,
      name: article.name,
      place: TestPlace(path: article.recordPath, line: failures.first?.place.line ?? 1),
      failures: failures
    )
    result.counts = counts(differences, of: wanted)
    if !differences.isEmpty { result.newRecord = (article.recordPath, record) }
    return result
  }

  /// How the facts came out; entities and the rest of the record are no facts.
  private func counts(_ differences: [GoldenDifference], of wanted: String) -> FactCounts {
    var counts = FactCounts()
    for difference in differences where difference.isFact { counts[difference.status] += 1 }
    let failed = FactStatus.allCases.reduce(0) { $0 + ($1 == .noisy ? 0 : counts[$1]) }
    counts[.passed] = max(0, RecordPart.parts(of: wanted).count { $0.isFact } - failed)
    return counts
  }

  private func faulty(
    _ article: GoldenArticle,
    at path: String,
    _ message: String
  ) -> TestResult {
    let place = TestPlace(path: path, line: 1)
    var failure = FactFailure(.faulty, at: place)
    failure.notes.append(message)
    return TestResult(
      .article,
      suite: article.folder,
      name: article.name,
      place: place,
      failures: [failure]
    )
  }
}
