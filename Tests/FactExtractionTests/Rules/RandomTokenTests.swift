import FactExtraction

@testable import TextEngine

/// Makes tests of tokens at random, of what some forms have, so that each part holds for some of them.
struct RandomTokenTests {
  private static let patterns = [
    ".+(а|я|ого|ский)", "[А-ЯЁ].*", ".*[’'әө].*", "[а-яё]+-[А-ЯЁа-яё]+", "[0-9]+\\.?", "[^а-я]+",
  ]

  let forms: FormTable
  let lists: Int
  var generator: SeededGenerator

  mutating func test() throws -> TokenTest { try any(depth: 3, ofReading: false) }

  /// - Parameter ofReading: Whether all of it is about one reading, as in parentheses.
  private mutating func any(depth: Int, ofReading: Bool) throws -> TokenTest {
    guard depth > 0, number(below: 4) > 0 else { return try atom() }
    switch number(below: 5) {
    case 0, 1: return .all(try parts(depth, ofReading))
    case 2: return .any(try parts(depth, ofReading))
    case 3:
      let part = try any(depth: depth - 1, ofReading: ofReading)
      return ofReading ? .readingNot(part) : .not(part)
    default: return try any(depth: depth - 1, ofReading: true)
    }
  }

  private mutating func parts(_ depth: Int, _ ofReading: Bool) throws -> [TokenTest] {
    var parts: [TokenTest] = []
    for _ in 0..<number(below: 3) + 2 {
      parts.append(try any(depth: depth - 1, ofReading: ofReading))
    }
    return parts
  }

  private mutating func atom() throws -> TokenTest {
    let form = FormID(number(below: forms.count))
    let range = forms.readingRange(form)
    switch number(below: 12) {
    case 0: return .shape(WordShape(rawValue: bits(UInt128(forms.shapes[Int(form)].rawValue)).low))
    case 1: return .flags(TokenFlags(rawValue: 1 << UInt8(number(below: 4))))
    case 2: return .length(number(below: 4) + 1...number(below: 6) + 4)
    case 3: return .form(forms.formSymbols[Int(form)])
    case 4: return .exact(forms.spelling(form))
    case 5: return .list(number(below: lists))
    case 6: return .pattern(try TokenPattern(Self.patterns[number(below: Self.patterns.count)]))
    case 7 where !range.isEmpty: return .lemma(forms.readings.lemma(range.lowerBound))
    default:
      guard !range.isEmpty else { return .anything }
      let reading = range.lowerBound + number(below: range.count)
      return .grammemes(GrammemeSet(rawValue: bits(forms.readings.grammemes(reading).rawValue).all))
    }
  }

  /// One or two of the bits that are set.
  private mutating func bits(_ all: UInt128) -> (all: UInt128, low: UInt64) {
    let places = (0..<128).filter { all >> UInt128($0) & 1 != 0 }
    guard !places.isEmpty else { return (1, 1) }
    var chosen: UInt128 = 0
    for _ in 0..<number(below: 2) + 1 {
      chosen |= 1 << UInt128(places[number(below: places.count)])
    }
    return (chosen, UInt64(truncatingIfNeeded: chosen))
  }

  private mutating func number(below limit: Int) -> Int {
    Int.random(in: 0..<limit, using: &generator)
  }
}
