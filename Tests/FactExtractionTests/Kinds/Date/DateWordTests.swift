import Testing
import TextEngine

@testable import FactExtraction
@testable import RuleLanguage

/// The words that the compiler lets date functions take are those that the functions know.
struct DateWordTests {
  @Test func `grains and ways are those of the calendar`() {
    let grains = DateGrain.allCases.filter { $0 != .time }.map(\.rawValue)
    #expect(Set(FunctionSignature.grains) == Set(grains))
    let ways = DateMath.WeekdayDirection.allCases.map(\.rawValue)
    #expect(Set(FunctionSignature.ways) == Set(ways))
  }

  @Test(arguments: FunctionSignature.units)
  func `each unit makes a period`(unit: String) {
    let value = DateFunctions.evaluate(.period, [.decimal(1), .text(unit)], reference: nil)
    guard case .field(.text(let text)) = value else {
      Issue.record("\(unit) gives no period")
      return
    }
    #expect(DateValue(iso: text) != nil)
  }

  @Test(arguments: [("12", "T19:30"), ("0", "T07:30"), ("17", nil), ("9223372036854775807", nil)])
  func `hours are added to a written time as far as a day has them`(hours: String, time: String?) {
    let arguments: [FieldValue] = [.text("7.30"), .text(hours)]
    let value = DateFunctions.evaluate(.writtenTime, arguments, reference: nil)
    var found: String?
    if case .field(.text(let text)) = value { found = text }
    #expect(found == time)
  }

  @Test(arguments: [
    ("2025-12-31T22:00", "2025-12-31T03:00", "2025-12-31T22:00/2026-01-01T03:00"),
    ("2025-12-31T22:00", "2025-12-31T23:30", "2025-12-31T22:00/2025-12-31T23:30"),
    ("2025-12-31T22:00", "2026-01-01T03:00", "2025-12-31T22:00/2026-01-01T03:00"),
    ("T22:00", "T03:00", "T22:00/T03:00"), ("2026-01-01", "2025-12-31", nil),
  ])
  func `an interval of clock times of a day may end on the next one`(
    first: String,
    last: String,
    interval: String?
  ) {
    let value = DateFunctions.evaluate(.interval, [.text(first), .text(last)], reference: nil)
    var found: String?
    if case .field(.text(let text)) = value { found = text }
    #expect(found == interval)
  }

  @Test(arguments: FunctionSignature.seasons)
  func `each season makes a date`(season: String) {
    let value = DateFunctions.evaluate(.season, [.decimal(2024), .text(season)], reference: nil)
    guard case .field(.text(let text)) = value else {
      Issue.record("\(season) gives no date")
      return
    }
    #expect(DateValue(iso: text) != nil)
  }
}
