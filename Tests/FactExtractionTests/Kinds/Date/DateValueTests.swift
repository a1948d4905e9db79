import TextEngine
import Testing

@testable import FactExtraction

@Suite struct DateValueTests {
  /// A value with its first day, last day and grain; `-` for an end that is open.
  static let coverages: [(String, String, String, String)] = [
    ("2025-10-29", "2025-10-29", "2025-10-29", "day"),
    ("2025-01", "2025-01-01", "2025-01-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("1900-02", "1900-02-01", "1900-02-28", "month"),
    ("2000-02", "2000-02-01", "2000-02-29", "month"),
    ("2025", "2025-01-01", "2025-12-31", "year"),
    ("0988", "0988-01-01", "0988-12-31", "year"),
    ("196X", "1960-01-01", "1969-12-31", "decade"),
    ("200X", "2000-01-01", "2009-12-31", "decade"),
    ("19XX", "1900-01-01", "1999-12-31", "century"),
    ("00XX", "0001-01-01", "0099-12-31", "century"),
    ("2025-33", "2025-01-01", "2025-03-31", "quarter"),
    ("2025-34", "2025-04-01", "2025-06-30", "quarter"),
    ("2025-35", "2025-07-01", "2025-09-30", "quarter"),
    ("2025-36", "2025-10-01", "2025-12-31", "quarter"),
    ("2025-40", "2025-01-01", "2025-06-30", "half"),
    ("2025-41", "2025-07-01", "2025-12-31", "half"),
    ("2025-21", "2025-03-01", "2025-05-31", "season"),
    ("2025-22", "2025-06-01", "2025-08-31", "season"),
    ("2025-23", "2025-09-01", "2025-11-30", "season"),
    ("2025-24", "2025-12-01", "2026-02-28", "season"),
    ("2023-24", "2023-12-01", "2024-02-29", "season"),
    ("2025-W48", "2025-11-24", "2025-11-30", "week"),
    ("2025-W01", "2024-12-30", "2025-01-05", "week"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"),
    ("2025-10-29T10:30", "2025-10-29", "2025-10-29", "time"),
    ("2025-10-29T10:30:15", "2025-10-29", "2025-10-29", "time"),
    ("T10:30", "-", "-", "time"),
    ("T24:00", "-", "-", "time"),
    ("-0043", "-0043-01-01", "-0043-12-31", "year"),
    ("0000", "0000-01-01", "0000-12-31", "year"),
    ("-02XX", "-0299-01-01", "-0200-12-31", "century"),
    ("-00XX", "-0099-01-01", "0000-12-31", "century"),
    ("-2XXX", "-2999-01-01", "-2000-12-31", "millennium"),
    ("1XXX", "1000-01-01", "1999-12-31", "millennium"),
    ("-0043/-0030", "-0043-01-01", "-0030-12-31", "year"),
    ("2025-09/..", "2025-09-01", "-", "month"),
    ("../2025-09", "-", "2025-09-30", "month"),
    ("2025-01/2025-09", "2025-01-01", "2025-09-30", "month"),
    ("2026/2028", "2026-01-01", "2028-12-31", "year"),
    ("2025-10-27/2025-10-29", "2025-10-27", "2025-10-29", "day"),
    ("2025/2025-10-29", "2025-01-01", "2025-10-29", "day"),
    ("196X/197X", "1960-01-01", "1979-12-31", "decade"),
    ("T10:00/T18:00", "-", "-", "time"),
    ("T22:00/T06:00", "-", "-", "time"),
    ("2025-10-29T10:00/2025-10-29T12:00", "2025-10-29", "2025-10-29", "time"),
    ("2025-33/2025-34", "2025-01-01", "2025-06-30", "quarter"),
  ]

  @Test(arguments: coverages)
  func `a date covers its days and comes back as it was`(
    iso: String,
    from: String,
    to: String,
    grain: String
  ) throws {
    let value = try #require(DateValue(iso: iso))
    #expect(value.description == iso)
    let coverage = try #require(DateCoverage(iso: iso))
    #expect(coverage.from?.description ?? "-" == from)
    #expect(coverage.to?.description ?? "-" == to)
    #expect(coverage.grain.rawValue == grain)
  }

  @Test(arguments: [
    "P45D", "P1Y6M", "PT3H", "PT5M", "P2.5Y", "PT1.5H", "P6W", "P5Y", "P1Y2M3DT4H5M6S", "P17M",
    "PT0S",
  ])
  func `a duration comes back as it was and covers no days`(iso: String) throws {
    #expect(try #require(DateValue(iso: iso)).description == iso)
    #expect(DateCoverage(iso: iso) == nil)
  }

  @Test(arguments: [
    "", "2025-02-30", "2025-08-32", "2025-13", "2025-00", "2025-13-01", "2025-1", "2025-1-1",
    "25-01-01", "20255", "2025-10-29T24:10", "T24:10", "T25:00", "T10:60", "T10", "T1:30",
    "T10:30:60", "2025-20", "2025-25", "2025-32", "2025-37", "2025-39", "2025-42", "2025-W00",
    "2025-W53", "2025-W5", "2020-W54", "19X", "XX", "19XXX", "XXX", "X", "../..", "2025/", "/2025",
    "2025/2024", "2025-10-29/2025-10-28", "2025/2026/2027", "P", "PT", "P5", "P5H", "PT5D", "P-5D",
    "P1.5Y6M", "P6M1Y", "P1D1D", "PTT5H", "P1DT", "0000-01-01", "-0000", "-43", "-196X",
    "-0043-01-01", "2025-02-29",
    "1900-02-29", "сегодня", "2025-10-29 ", "٢٠٢٥", "T+1:00",
  ])
  func `what is no date or does not exist is nil`(iso: String) {
    #expect(DateValue(iso: iso) == nil)
    #expect(DateCoverage(iso: iso) == nil)
  }

  @Test func `dates are made from parts of a phrase`() {
    #expect(DatePoint(year: 2025, month: 10, day: 29)?.description == "2025-10-29")
    #expect(DatePoint(year: 2025, month: 10)?.description == "2025-10")
    #expect(DatePoint(year: 2025)?.description == "2025")
    #expect(DatePoint(year: 2025, month: 8, day: 32) == nil)
    #expect(DatePoint(year: 2025, day: 3) == nil)
    #expect(DatePoint(year: 10_000) == nil)
    #expect(DatePoint(checking: .century(19))?.description == "19XX")
    #expect(DatePoint(checking: .quarter(year: 2025, 5)) == nil)
    #expect(DateDuration(45, .day)?.description == "P45D")
    #expect(DateDuration(-1, .day) == nil)
  }

  @Test func `random text never crashes and what is read comes back`() {
    var random = SeededGenerator(seed: 42)
    let letters = Array("0123456789-/.TWXPYMDHS:")
    for _ in 0..<50_000 {
      let text = String(
        (0..<Int(random.next() % 14)).map { _ in letters[Int(random.next() % 23)] }
      )
      guard let value = DateValue(iso: text) else { continue }
      #expect(DateValue(iso: value.description) == value)
      _ = DateCoverage(value)
    }
  }
}
