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
