import TextEngine

/// What a name in the text is in the nominative.
struct NameDecision {
  /// The tokens of the words that can change, in text order.
  var tokens: [Int]
  /// How each of them is read.
  var readings: [NameWord.Reading]
  /// The sex of the bearer; nil where nothing tells.
  var gender: Cells?
  /// The case in the text, by its place in `NameCase.all`.
  private(set) var row: Int
  /// The likelier sex, by which the words are declined.
  var likelierGender: Cells
  /// How much less likely this is than what the words and their surroundings tell.
  var extra = 0
  /// What the name can be as well, as far as another mention may show that it is so; the likeliest first.
  var alternatives: [NameDecision] = []

  /// How much likelier one case and sex must be than another to be taken for certain.
  private static let certainty = 3
  /// The most that a case is less likely than the best and still open.
  private static let openCase = 5
  /// The most that a reading of a word is less likely than the best in the same case and still open.
  private static let openReading = 20
  /// How much likelier one sex must be than the other to be said.
  private static let openSex = 2
  private static let maximumAlternatives = 12

  private static let sexes: [Cells] = [.masculine, .feminine]

  /// The nominative of each word, by its token.
  var nominatives: TokenTexts {
    var texts = TokenTexts()
    for place in tokens.indices { texts[tokens[place]] = readings[place].nominative }
    return texts
  }

  /// Whether nothing else is nearly as likely.
  var isCertain: Bool { alternatives.allSatisfy { $0.extra >= Self.certainty } }

  /// Whether no other case is nearly as likely.
  var isCaseCertain: Bool {
    alternatives.allSatisfy { $0.row == row || $0.extra >= Self.certainty }
  }

  /// Whether two decisions give the same words and the same sex.
  private func isLike(_ other: NameDecision) -> Bool {
    gender == other.gender
      && readings.indices.allSatisfy { readings[$0].nominative == other.readings[$0].nominative }
  }

  /// Decides all words of a name together.
  ///
  /// - Parameters:
  ///   - words: The words at the tokens with all that they can be.
  ///   - genders: The sexes that the bearer may have.
  init(_ tokens: [Int], _ words: [NameWord], _ context: CaseContext, _ genders: Cells) {
    var ways: [(cost: Int, row: Int, column: Int)] = []
    ways.reserveCapacity(NameCase.all.count * Self.sexes.count)
    var costs = [Int.max, Int.max]
    for (row, cells) in NameCase.all.enumerated() {
      for (column, gender) in Self.sexes.enumerated() {
        let cell = cells.intersection(gender)
        var cost = context.cost(row: row, column: column)
        if gender.isDisjoint(with: genders) { cost += NameWord.impossible }
        for word in words { cost += word.cost(cell) }
        costs[column] = min(costs[column], cost)
        ways.append((cost, row, column))
      }
    }
    var best = ways[0]
    for way in ways where way.cost < best.cost { best = way }
    self.init(tokens, words, best.row, best.column)
    if abs(costs[0] - costs[1]) < Self.openSex { gender = nil }
    for way in ways where way.cost - best.cost <= Self.openCase {
      var open = NameDecision(tokens, words, way.row, way.column)
      open.extra = way.cost - best.cost
      add(open)
      addReadings(of: words, to: open, NameCase.all[way.row].intersection(Self.sexes[way.column]))
    }
  }

  /// Takes up what a decision would be with each other reading of one of its words.
  private mutating func addReadings(of words: [NameWord], to open: NameDecision, _ cell: Cells) {
    for (place, word) in words.enumerated() {
      let least = word.cost(cell)
      for reading in word.readings
      where reading.cost - least <= Self.openReading && !reading.cells.isDisjoint(with: cell) {
        let extra = open.extra + reading.cost - least
        guard mayAdd(open, reading, at: place, extra) else { continue }
        var other = open
        other.readings[place] = reading
        other.extra = extra
        add(other)
      }
    }
  }

  /// Whether `add` would look closer at a decision with another reading at a place; most say nothing new.
  private func mayAdd(
    _ open: NameDecision,
    _ reading: NameWord.Reading,
    at place: Int,
    _ extra: Int
  ) -> Bool {
    if alternatives.count == Self.maximumAlternatives, let last = alternatives.last,
      extra >= last.extra
    {
      return false
    }
    if gender == nil || reading.nominative != readings[place].nominative { return true }
    return readings.indices.contains {
      $0 != place && readings[$0].nominative != open.readings[$0].nominative
    }
  }

  private init(_ tokens: [Int], _ words: [NameWord], _ row: Int, _ column: Int) {
    self.tokens = tokens
    self.row = row
    let cell = NameCase.all[row].intersection(Self.sexes[column])
    readings = words.map { word in
      word.best(cell).reading
        ?? NameWord.Reading(
          cells: cell,
          nominative: word.text,
          cost: NameWord.impossible,
          source: .unchanged
        )
    }
    likelierGender = Self.sexes[column]
    gender = likelierGender
  }

  /// Takes up another way to read the name, unless it is there already; the likelier of two alike is kept, and of all
  /// the likeliest.
  private mutating func add(_ other: NameDecision) {
    let isSaid = readings.indices.allSatisfy {
      readings[$0].nominative == other.readings[$0].nominative
    }
    guard !isSaid || gender == nil else { return }
    if let place = alternatives.firstIndex(where: { $0.isLike(other) }) {
      guard other.extra < alternatives[place].extra else { return }
      alternatives.remove(at: place)
    }
    let place = alternatives.firstIndex { other.extra < $0.extra } ?? alternatives.endIndex
    guard place < Self.maximumAlternatives else { return }
    alternatives.insert(other, at: place)
    if alternatives.count > Self.maximumAlternatives { alternatives.removeLast() }
  }
}
