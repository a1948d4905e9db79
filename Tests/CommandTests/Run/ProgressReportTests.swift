import FactExtraction
import Testing

@testable import svodka

struct ProgressReportTests {
  private func report(
    _ counts: RunCounts,
    seconds: Double = 2,
    total: Int = 0,
    earlier: Int = 0
  ) -> ProgressReport {
    ProgressReport(counts: counts, earlierBytes: earlier, seconds: seconds, totalBytes: total)
  }

  private let counts = RunCounts(read: 1_200, written: 1_200, errors: 0, bytes: 25_000_000)

  @Test func `the line tells documents, speed, errors and the time left`() {
    #expect(report(counts, total: 1_000_000_000).line == "1200 documents, 12.5 MB/s, 1:19 left")
    #expect(report(counts).line == "1200 documents, 12.5 MB/s")
    #expect(
      report(counts, total: 100_000_000_000).line == "1200 documents, 12.5 MB/s, 2:13:19 left"
    )
    var faulty = counts
    faulty.errors = 1
    #expect(report(faulty).line == "1200 documents, 12.5 MB/s, 1 error")
    faulty.errors = 2
    #expect(report(faulty).line == "1200 documents, 12.5 MB/s, 2 errors")
    #expect(report(RunCounts(), seconds: 0, total: 10).line == "0 documents, 0.0 MB/s")
  }

  @Test func `what an earlier run has done is not this run's speed`() {
    #expect(
      report(counts, total: 50_000_000, earlier: 20_000_000).line
        == "1200 documents, 2.5 MB/s, 0:11 left"
    )
  }

  @Test func `a run that is behind an earlier one has no speed yet`() {
    let report = report(counts, total: 50_000_000, earlier: 30_000_000)
    #expect(report.line == "1200 documents, 0.0 MB/s")
    #expect(report.json.hasSuffix(#""mb_per_second":0.0,"seconds_left":null}}"#))
  }

  @Test func `the whole is known of files that are read to their ends`() {
    func total(_ files: [InputFile], limit: Int? = nil) -> Int {
      ExtractionRun(
        files: files,
        jobs: 1,
        intake: Intake.Settings(limit: limit),
        reader: ItemReader(opener: InputOpener(), fields: RecordFields(), lineLimit: 1),
        settings: DocumentWorker.Settings(),
        makeExtractor: { { _, _ in } }
      ).totalBytes
    }
    func file(_ size: Int) -> InputFile {
      InputFile(place: .path("a"), id: "a", size: size, format: .text)
    }
    let input = InputFile(place: .standardInput, id: "-", size: 0, format: .auto)
    #expect(total([file(5), file(7)]) == 12)
    #expect(total([file(5), input]) == 0)
    #expect(total([file(5)], limit: 3) == 0)
    #expect(total([file(.max), file(.max)]) == 0)
  }

  @Test func `a program gets the same as an object`() {
    #expect(
      report(counts, total: 1_000_000_000).json
        == #"{"progress":{"read":1200,"written":1200,"errors":0,"bytes":25000000,"#
        + #""total_bytes":1000000000,"seconds":2.0,"mb_per_second":12.5,"seconds_left":79}}"#
    )
    #expect(
      report(RunCounts(), seconds: 0).json
        == #"{"progress":{"read":0,"written":0,"errors":0,"bytes":0,"total_bytes":null,"#
        + #""seconds":0.0,"mb_per_second":0.0,"seconds_left":null}}"#
    )
  }
}
