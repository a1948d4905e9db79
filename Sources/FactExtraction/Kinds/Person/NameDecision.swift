import TextEngine

/// What a name in the text is in the nominative.
final class NameDecision {
  /// The tokens of the words that can change, in text order.
  let tokens: [Int]
  /// The words at these tokens with all that they can be.
  private let words: [NameWord]
  private let choice: NameChoice
  /// The sex of the bearer; nil where nothing tells.
  let gender: Cells?
  /// What the name can be as well; see `alternatives`.
  private let others: [NameChoice]
  /// The nominative of each word, by its token.
  private(set) lazy var nominatives = texts { nominative(at: $0) }

  /// How much likelier one case and sex must be than another to be taken for certain.
  private static let certainty = 3
  /// The most that a case is less likely than the best and still open.
  private static let openCase = 5
  /// How much likelier one sex must be than the other to be said.
  private static let openSex = 2

  /// The case in the text, by its place in `NameCase.all`.
  var row: Int { choice.cell.row }

  /// The likelier sex, by which the words are declined.
  var likelierGender: Cells { choice.cell.gender }

  /// Whether the name may be another one.
  var isOpen: Bool { !others.isEmpty }

  /// Whether nothing else is nearly as likely.
  var isCertain: Bool { others.allSatisfy { $0.extra >= Self.certainty } }

  /// Whether no other case is nearly as likely.
  var isCaseCertain: Bool {
    others.allSatisfy { $0.cell.row == row || $0.extra >= Self.certainty }
  }

  /// What the name can be as well, as far as another mention may show that it is so; the likeliest first.
  var alternatives: [NameDecision] {
    others.map { NameDecision(tokens, words, $0, $0.cell.gender, []) }
  }

  /// Decides all words of a name together.
  ///
  /// - Parameters:
  ///   - words: The words at the tokens with all that they can be.
  ///   - genders: The sexes that the bearer may have.
  convenience init(
    _ tokens: [Int],
    _ words: [NameWord],
    _ context: CaseContext,
    _ genders: Cells
  ) {
    var costs = [Int](repeating: 0, count: NameCell.count)
    for index in costs.indices {
      let cell = NameCell(index)
      costs[index] = context.cost(row: cell.row, column: cell.column)
      if cell.gender.isDisjoint(with: genders) { costs[index] += NameWord.impossible }
    }
    for word in words {
      for index in costs.indices { costs[index] += word.cost(NameCell(index)) }
    }
    var (best, lowestOfMan, lowestOfWoman) = (0, Int.max, Int.max)
    for index in costs.indices {
      let cost = costs[index]
      if NameCell(index).column == 0 {
        lowestOfMan = min(lowestOfMan, cost)
      } else {
        lowestOfWoman = min(lowestOfWoman, cost)
      }
      if cost < costs[best] { best = index }
    }
    let choice = NameChoice(cell: NameCell(best))
    let isSexOpen = abs(lowestOfMan - lowestOfWoman) < Self.openSex
    let gender = isSexOpen ? nil : choice.cell.gender
    var found = NameChoices(words, decided: isSexOpen ? nil : choice)
    for index in costs.indices where costs[index] - costs[best] <= Self.openCase {
      found.add(NameCell(index), extra: costs[index] - costs[best])
    }
    self.init(tokens, words, choice, gender, found.choices)
  }

  private init(
    _ tokens: [Int],
    _ words: [NameWord],
    _ choice: NameChoice,
    _ gender: Cells?,
    _ others: [NameChoice]
  ) {
    (self.tokens, self.words, self.choice) = (tokens, words, choice)
    (self.gender, self.others) = (gender, others)
  }

  /// A word as it stands.
  func text(at place: Int) -> String { words[place].text }

  /// The nominative of a word.
  func nominative(at place: Int) -> String {
    choice.reading(of: words[place], at: place).map { words[place].readings[$0].nominative }
      ?? words[place].text
  }

  /// The nominative of the last word.
  var lastNominative: String? { words.indices.last.map { nominative(at: $0) } }

  /// Whether a word is the same in another decision of the name.
  func isSpelled(like other: NameDecision, at place: Int) -> Bool {
    let word = words[place]
    return word.nominativeID(choice.reading(of: word, at: place))
      == word.nominativeID(other.choice.reading(of: word, at: place))
  }

  /// How a word is read.
  func reading(at place: Int) -> NameWord.Reading {
    if let reading = choice.reading(of: words[place], at: place) {
      return words[place].readings[reading]
    }
    return NameWord.Reading(
      cells: choice.cell.cells,
      nominative: words[place].text,
      cost: NameWord.impossible,
      source: .unchanged
    )
  }

  /// A text for each word, by its token.
  func texts(_ text: (Int) -> String) -> TokenTexts {
    var texts = TokenTexts()
    for place in tokens.indices { texts[tokens[place]] = text(place) }
    return texts
  }

  /// What decides all cases of a word.
  func declined(at place: Int) -> DeclinedWord {
    DeclinedWord(
      word: words[place],
      reading: choice.reading(of: words[place], at: place),
      column: choice.cell.column
    )
  }
}
