import Testing

@testable import RuleLanguage

/// The names of flags.
@Suite struct FlagTableTests {
  @Test func `every other name of a flag leads to one that there is, and is none itself`() {
    for (other, flag) in FlagTable.otherNames.sorted(by: { $0.key < $1.key }) {
      #expect(FlagTable.meanings[flag] != nil, "\(other) leads to \(flag)")
      #expect(FlagTable.meanings[other] == nil, "\(other) is a flag")
    }
  }
}
