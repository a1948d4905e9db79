/// One of the ways to pass a test of tokens: what it asks of shape, length and grammemes, which can be answered for many
/// words at once, and the rest.
struct TestClause {
  /// What one reading must satisfy, all of it.
  private(set) var ofReading: [TokenTest] = []
  /// What no reading may satisfy.
  private(set) var ofNoReading: [TokenTest] = []
  /// Sets of shapes of each of which the word has one.
  private(set) var shapes: [WordShape] = []
  /// Shapes that the word has not.
  private(set) var forbiddenShapes: WordShape = []
  /// The lengths that are all allowed.
  private(set) var lengths: [ClosedRange<Int>] = []
  /// What the spelling must match or be, as far as its first letter and one more byte tell.
  private(set) var spelling: SpellingNeeds?
  /// Spellings, lemmas and lists that the word must not be in.
  private(set) var forbiddenWords: [TokenTest] = []
  /// What asks for words, spellings or something more entangled.
  private(set) var rest: [TokenTest] = []
  /// Sets of flags of each of which the token has one, and those that it has not.
  private(set) var flags: [TokenFlags] = []
  private(set) var forbiddenFlags: TokenFlags = []

  /// Longer words count as this long.
  static let maximumLength = 64
  /// A test of more clauses stays one, with a larger rest.
  private static let maximumCount = 8
  private static let maximumRefusals = 64

  /// The clauses of a test, of which one must hold.
  static func all(of test: TokenTest) -> [TestClause] {
    var clauses = [TestClause()]
    for part in parts(of: test) {
      let ways = ways(of: part)
      if clauses.count * ways.count > maximumCount {
        for index in clauses.indices { clauses[index].rest.append(part) }
      } else {
        clauses = clauses.flatMap { clause in ways.map { clause.adding($0) } }
      }
    }
    return clauses.map(\.checked)
  }

  /// What must hold together.
  private static func parts(of test: TokenTest) -> [TokenTest] {
    switch test {
    case .all(let parts): parts.flatMap(Self.parts)
    case .not(.any(let parts)) where !isOfReading(.any(parts)):
      parts.flatMap { Self.parts(of: .not($0)) }
    case .not(.all(let parts)): refusals(parts)
    default: [test]
    }
  }

  /// What must hold so that some tests do not hold together: of a choice among them, no way may hold with the others.
  ///
  /// Where these would be more than the maximum, they stay one.
  private static func refusals(_ tests: [TokenTest]) -> [TokenTest] {
    var count = 1
    for case .any(let ways) in tests where count <= maximumRefusals && !isOfReading(.any(ways)) {
      count *= ways.count
    }
    for (place, test) in tests.enumerated() where count <= maximumRefusals {
      guard case .any(let ways) = test, !isOfReading(test) else { continue }
      return ways.flatMap { way in
        var others = tests
        others[place] = way
        return refusals(others)
      }
    }
    return [.not(.all(tests))]
  }

  /// What a part of a test gives the choice of; what is of one sort stays together.
  private static func ways(of part: TokenTest) -> [TokenTest] {
    if case .not(.all(let parts)) = part, !isOfReading(.all(parts)),
      parts.allSatisfy({ isOfReading($0) || isShape($0) })
    {
      // A word fails to be both by its readings or by its shape.
      let ofReading = parts.filter(isOfReading)
      return (ofReading.isEmpty ? [] : [.not(.all(ofReading))])
        + parts.filter(isShape).map { .not($0) }
    }
    guard case .any(let parts) = part else { return [part] }
    let ofReading = parts.filter(isOfReading)
    let shapes = parts.filter(isShape)
    let words = parts.filter(isWord)
    let others = parts.filter { !isOfReading($0) && !isShape($0) && !isWord($0) }
    let sorts = [ofReading, shapes, words].filter { !$0.isEmpty }
    return sorts.map { $0.count == 1 ? $0[0] : .any($0) } + others
  }

  private func adding(_ part: TokenTest) -> TestClause {
    var clause = self
    for part in Self.parts(of: part) { clause.add(part) }
    return clause
  }

  private mutating func add(_ part: TokenTest) {
    switch part {
    case .anything: break
    case .shape(let shape): shapes.append(shape)
    case .any(let parts) where parts.allSatisfy(Self.isShape):
      shapes.append(Self.union(parts))
    case .not(.shape(let shape)): forbiddenShapes.formUnion(shape)
    case .flags(let wanted): flags.append(wanted)
    case .not(.flags(let unwanted)): forbiddenFlags.formUnion(unwanted)
    case .length(let range) where Self.canTellApart(range): lengths.append(range)
    case .not(let part) where Self.isOfReading(part): ofNoReading.append(part)
    case .not(let part) where Self.isWord(part): forbiddenWords.append(part)
    case _ where Self.isOfReading(part): ofReading.append(part)
    default:
      if case .integer = part { shapes.append(.digits) }
      if spelling == nil { spelling = SpellingNeeds(part) }
      rest.append(part)
    }
  }

  /// The clause, with flags in the rest where they speak against each other; else some token passes them.
  private var checked: TestClause {
    guard flags.contains(where: { $0.isSubset(of: forbiddenFlags) }) else { return self }
    var clause = self
    clause.rest += flags.map { .flags($0) } + [.not(.flags(forbiddenFlags))]
    return clause
  }

  // MARK: Sorts of tests

  /// Whether a test asks for grammemes of one reading alone.
  static func isOfReading(_ test: TokenTest) -> Bool {
    switch test {
    case .grammemes: true
    case .readingNot(let part): isOfReading(part)
    case .all(let parts), .any(let parts): parts.allSatisfy(isOfReading)
    default: false
    }
  }

  static func isShape(_ test: TokenTest) -> Bool {
    if case .shape = test { true } else { false }
  }

  static func isWord(_ test: TokenTest) -> Bool {
    switch test {
    case .form, .lemma, .list: true
    default: false
    }
  }

  /// Whether all lengths from the maximum on are alike to a range.
  static func canTellApart(_ range: ClosedRange<Int>) -> Bool {
    range.upperBound < maximumLength
      || range.lowerBound <= maximumLength && range.upperBound >= Int(UInt16.max)
  }

  private static func union(_ shapes: [TokenTest]) -> WordShape {
    shapes.reduce(into: []) { union, test in
      if case .shape(let shape) = test { union.formUnion(shape) }
    }
  }
}
