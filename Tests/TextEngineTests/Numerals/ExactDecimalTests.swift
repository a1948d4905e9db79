import Testing
import TextEngine

@Suite struct ExactDecimalTests {
  static let texts: [(String, String)] = [
    ("0", "0"), ("00", "0"), ("0,0", "0"), ("7", "7"), ("007", "7"), ("70", "70"), ("94,3", "94.3"),
    ("94.30", "94.3"), ("86000", "86000"), ("1200000", "1200000"), ("0,0009", "0.0009"),
    ("-0.5", "-0.5"), ("0.10", "0.1"), ("3000000000", "3000000000"), ("123,456", "123.456"),
    (
      "170141183460469231731687303715884105727", "170141183460469231731687303715884105727"
    ), ("100000000000000000000000000000000000000", "100000000000000000000000000000000000000"),
  ]

  @Test(arguments: texts)
  func `a number is written as it was read`(text: String, json: String) throws {
    #expect(try #require(ExactDecimal(text)).description == json)
  }

  @Test(arguments: [
    "", "-", ",5", "5,", "1,2,3", "1 2", "1e5", "٣", "пять", "+5", "--5", "5-",
    "999999999999999999999999999999999999999", "170141183460469231731687303715884105728",
  ])
  func `what is not a number or does not fit is nil`(text: String) {
    #expect(ExactDecimal(text) == nil)
  }

  @Test func `equal numbers are equal however they are written`() throws {
    let spellings = try ["1,5", "1.50", "01,500"].map { try #require(ExactDecimal($0)) }
    #expect(Set(spellings).count == 1)
    #expect(ExactDecimal(5000) == ExactDecimal(mantissa: 5, exponent: 3))
    #expect(ExactDecimal(mantissa: 0, exponent: 40) == .zero)
  }

  @Test func `sums and products are exact`() throws {
    let tenth = try #require(ExactDecimal("0.1"))
    let fifth = try #require(ExactDecimal("0.2"))
    #expect(tenth.adding(fifth)?.description == "0.3")
    #expect(fifth.subtracting(tenth) == tenth)
    #expect(tenth.subtracting(fifth)?.description == "-0.1")
    #expect(tenth.multiplied(by: 86)?.description == "8.6")
    #expect(ExactDecimal("2.5")?.multiplied(by: 1_000_000)?.description == "2500000")
    #expect(ExactDecimal.zero.adding(tenth) == tenth)
    #expect(ExactDecimal(Int.min).negated?.description == "9223372036854775808")
  }

  @Test func `what overflows is nil`() throws {
    let large = try #require(ExactDecimal("170141183460469231731687303715884105727"))
    #expect(large.adding(1) == nil)
    #expect(large.multiplied(by: 3) == nil)
    #expect(large.adding(try #require(ExactDecimal("0.1"))) == nil)
    #expect(ExactDecimal(mantissa: 1, exponent: 10_000) == nil)
    let huge = try #require(ExactDecimal(mantissa: 1, exponent: 9_000))
    #expect(huge.multiplied(by: huge) == nil)
    #expect(huge.adding(1) == nil)
    #expect(ExactDecimal(mantissa: .min, exponent: 1)?.negated == nil)
  }

  @Test func `a quotient is rounded half up`() {
    #expect(ExactDecimal(2).divided(by: 3, places: 6)?.description == "0.666667")
    #expect(ExactDecimal(1).divided(by: 3, places: 6)?.description == "0.333333")
    #expect(ExactDecimal(3).divided(by: 4, places: 6)?.description == "0.75")
    #expect(ExactDecimal(-1).divided(by: 8, places: 2)?.description == "-0.13")
    #expect(ExactDecimal(1000).divided(by: 4, places: 0)?.description == "250")
    #expect(ExactDecimal(1).divided(by: 3000, places: 2) == .zero)
    #expect(ExactDecimal(1).divided(by: 0, places: 6) == nil)
  }

  @Test func `numbers compare by value at any distance`() throws {
    let ascending = try [
      "-100000000000000000000000000000000000000", "-2", "-1.5", "-0.001", "0", "0.0009", "0.001",
      "1", "1.0000000000000000000000000000000001", "1.5", "2", "10", "99999999999999999999",
      "170141183460469231731687303715884105727",
    ].map { try #require(ExactDecimal($0)) }
    let huge = try #require(ExactDecimal(mantissa: 1, exponent: 9_999))
    let tiny = try #require(ExactDecimal(mantissa: 1, exponent: -9_999))
    for (index, left) in ascending.enumerated() {
      for (other, right) in ascending.enumerated() {
        #expect((left < right) == (index < other), "\(left) \(right)")
      }
      #expect(left < huge)
      #expect((left < tiny) == (left <= .zero))
    }
    // Thirty-nine places each, of which only one fits when both are put on one exponent.
    let wide = try #require(ExactDecimal(mantissa: 17, exponent: 37))
    let wider = try #require(ExactDecimal(mantissa: 9, exponent: 38))
    let fraction = try #require(
      ExactDecimal(mantissa: 123_456_789_012_345_678_901_234_567_890_123_456_789, exponent: 0)
    )
    #expect(wide < wider)
    #expect(fraction < wider)
    #expect(!(wider < fraction))
  }

  @Test func `a whole value comes out where there is one`() {
    #expect(ExactDecimal(86_000).wholeValue == 86_000)
    #expect(ExactDecimal("1.5")?.wholeValue == nil)
    #expect(ExactDecimal(mantissa: 1, exponent: 30)?.wholeValue == nil)
    #expect(ExactDecimal(Int.min).wholeValue == Int.min)
  }

  @Test func `beyond sixty places an exponent is written`() {
    #expect(ExactDecimal(mantissa: 15, exponent: 61)?.description == "15e61")
    #expect(ExactDecimal(mantissa: -15, exponent: -61)?.description == "-15e-61")
    #expect(ExactDecimal(mantissa: 1, exponent: 3)?.description == "1000")
  }
}
