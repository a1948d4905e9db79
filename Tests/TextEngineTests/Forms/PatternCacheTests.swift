import Testing

@testable import TextEngine

struct PatternCacheTests {
  private static let sources = [
    "[А-ЯЁа-яё]+-[А-ЯЁ][а-яё]+", ".+(а|я|ы|ой|ей|ого)", "[^а-я’]+", "(Д|д)[’ʼ'][А-ЯЁ].*",
    "([а-я][а-я]){0,60}[0-9]", "[0-9]{1,3}(-[а-яё]{1,3})?", "(ә|ө)?[а-я]*",
  ]
  /// Letters that the cache tells apart, and some that share one place.
  private static let letters = Array("АЯёаяойг’ʼ'-059DdәӨö€🙂")

  @Test(arguments: 0..<8)
  func `a cache answers as the expressions themselves do, however often it is asked`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let patterns = try Self.sources.map { try TokenPattern($0) }
    let cache = PatternCache()
    let letters = WordLetters()
    var taken = 0
    for _ in 0..<5_000 {
      // Words of more than 256 letters are not looked up.
      let longest = Int.random(in: 0..<200, using: &generator) == 0 ? 300 : 12
      let length = Int.random(in: 0...longest, using: &generator)
      let word = String(
        (0..<length).compactMap { _ in Self.letters.randomElement(using: &generator) }
      )
      let number = Int.random(in: patterns.indices, using: &generator)
      let bytes = Array(word.utf8)
      letters.take(bytes.span)
      let known = cache.matches(number, of: patterns, letters)
      let expected = patterns[number].matches(bytes.span)
      #expect(known == expected, "\(Self.sources[number]) \(word)")
      if expected { taken += 1 }
    }
    #expect(taken > 100)
  }
}
