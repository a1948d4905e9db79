import Testing

@testable import svodka

struct ProgressLineTests {
  @Test func `the line tells documents, speed and the time left`() {
    let counts = RunCounts(read: 1_200, written: 1_200, errors: 0, bytes: 25_000_000)
    #expect(
      ProgressLine.text(counts, seconds: 2, totalBytes: 1_000_000_000)
        == "1200 documents, 12.5 MB/s, 1:19 left"
    )
    #expect(ProgressLine.text(counts, seconds: 2, totalBytes: 0) == "1200 documents, 12.5 MB/s")
    #expect(
      ProgressLine.text(RunCounts(), seconds: 0, totalBytes: 10) == "0 documents, 0.0 MB/s"
    )
  }
}
