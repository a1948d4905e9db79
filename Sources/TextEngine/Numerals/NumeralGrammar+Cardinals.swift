extension NumeralGrammar {
  /// What may follow a word inside a group below a thousand, as the order of its largest number.
  func order(of kind: NumeralWordKind) -> Int {
    switch kind {
    case .hundred: 100
    case .ten: 10
    default: 1
    }
  }

  /// Whether a word can be the next of a group that takes words below an order.
  func isBelow(_ word: NumeralWord, _ limit: Int) -> Bool {
    switch word.kind {
    case .hundred: limit >= 1000
    case .ten, .teen: limit >= 100
    case .unit: limit >= 10
    default: false
    }
  }

  /// The longest cardinal that starts at a token.
  func cardinal(at start: Int) -> Part? {
    guard var part = firstPart(at: start) else { return nil }
    // Groups in falling order: «два миллиона триста тысяч пятьсот».
    while let scale = part.openScale, let next = nextPart(at: part.part.end, start, below: scale) {
      guard let sum = part.part.value.adding(next.part.value) else { break }
      var joined = part.part
      joined.join(next.part.cases)
      joined.last = next.part.last
      joined.value = sum
      joined.end = next.part.end
      joined.government = next.part.government
      joined.isRounded = next.part.isRounded
      part = Group(part: joined, openScale: next.openScale)
    }
    return part.part
  }

  /// A part with the scale below which more may follow.
  struct Group {
    var part: Part
    var openScale: ExactDecimal?
  }

  private func firstPart(at start: Int) -> Group? {
    if let group = number(at: start, start) {
      return scaled(group, start)
    }
    return bareNoun(at: start)
  }

  /// The next part of a cardinal after a scale: a smaller scale with its number, or the rest.
  private func nextPart(at token: Int, _ start: Int, below limit: ExactDecimal) -> Group? {
    if let scale = items.word(token, from: start, .scale), token > start {
      // «Миллион тысяча двести»: the number one is left out.
      guard scale.value < limit, scale.hasSingular else { return nil }
      var part = Part(value: scale.value, end: token + 1, government: .noun)
      part.join(scale.cells.intersection(.singular))
      part.last = .all
      return Group(part: part, openScale: scale.value)
    }
    guard let item = items.item(token, from: start), let number = number(at: token, start),
      number.isWhole
    else { return nil }
    let group = scaled(number, start)
    guard group.part.value < limit else { return nil }
    guard item.kind == .digits, group.openScale == nil else { return group }
    // «До 5 тыс. 20 мая»: digits after an abbreviation fill its places or are a number of their own.
    let previous = items.word(token - 1, from: start, .scale)
    guard let previous, previous.isIndeclinable,
      let tenfold = group.part.value.multiplied(by: 10), tenfold < limit
    else { return group }
    return nil
  }

  /// Puts the scale after a number, if there is one: «5 тыс.», «две сотни тысяч».
  private func scaled(_ number: Part, _ start: Int) -> Group {
    var part = number
    guard part.takesScale else { return Group(part: part, openScale: nil) }
    var openScale: ExactDecimal?
    for kind in [NumeralWordKind.collecting, .scale] {
      guard let noun = items.word(part.end, from: start, kind), noun.value > part.smallestScale,
        let value = part.value.multiplied(by: noun.value)
      else { continue }
      part.cases = cases(of: noun, after: part)
      part.last = .all
      part.value = value
      part.end += 1
      part.government = .noun
      part.smallestScale = noun.value
      if kind == .scale, part.isWhole { openScale = noun.value }
    }
    return Group(part: part, openScale: openScale)
  }

  /// The cases of a number with its noun: «пять тысяч» is direct, «пяти тысячам» a dative.
  private func cases(of noun: NumeralWord, after part: Part) -> Cells {
    guard !noun.isIndeclinable else { return part.cases }
    let direct: Cells = [.nominative, .accusative]
    var cases: Cells = []
    switch part.government {
    case .agreement: cases = noun.cells.intersection(.singular).inAnyNumber
    case .few, .many:
      let plural = noun.cells.intersection(.plural).inAnyNumber
      cases = plural.subtracting(direct)
      if !noun.cells.isDisjoint(with: .genitive) { cases.formUnion(direct) }
    case .fraction, .noun:
      let plural = noun.cells.intersection(.plural).inAnyNumber
      cases = noun.cells.isDisjoint(with: .genitive) ? plural : .all
    }
    let common = cases.intersection(part.cases)
    return common.isEmpty ? part.cases : common
  }

  /// A thousand, a hundred or a part without a number before it: «тысяча двести», «сотню», «треть».
  private func bareNoun(at start: Int) -> Group? {
    let accepts: (NumeralWord) -> Bool = { word in
      switch word.kind {
      case .scale, .collecting, .fraction: word.standsAlone
      default: false
      }
    }
    // «Млн» alone is a unit in a table's head.
    guard let noun = items.word(start, from: start, where: accepts), !noun.isIndeclinable,
      noun.hasSingular
    else { return nil }
    let singular = noun.cells.intersection(.singular)
    var part = Part(value: noun.value, end: start + 1, government: .noun)
    part.join(singular)
    part.last = noun.kind == .fraction ? singular : .all
    part.smallestScale = noun.kind == .fraction ? .one : noun.value
    if noun.kind == .fraction { return fraction(part, noun, start) }
    // «Тысячи людей» are several thousands, «более тысячи людей» are more than one.
    if !noun.cells.isDisjoint(with: .plural) {
      let governor = items.word(start - 1, from: start - 1) {
        $0.kind == .governor || $0.kind == .with
      }
      guard governor != nil else { return nil }
      part.cases = .genitive
    }
    guard noun.kind == .collecting else { return Group(part: part, openScale: noun.value) }
    part.takesScale = items.word(start + 1, from: start, .scale) != nil
    return scaled(part, start)
  }

  /// A noun for a part: «треть», «четверть миллиона», but not the half in «первой половине».
  private func fraction(_ part: Part, _ noun: NumeralWord, _ start: Int) -> Group? {
    if let before = items.item(start - 1), before.kind == .ordinal || before.kind == .roman {
      return nil
    }
    guard items.word(start - 1, from: start - 1, .ordinal) == nil else { return nil }
    guard let value = ExactDecimal.one.divided(by: noun.value, places: Self.places) else {
      return nil
    }
    var result = part
    result.isRounded = value.multiplied(by: noun.value) != .one
    result.value = value
    result.isWhole = false
    return scaled(result, start)
  }
}

extension NumeralWord {
  /// Whether the word has the singular among its cells.
  var hasSingular: Bool { !cells.isDisjoint(with: .singular) }

  /// Whether the word does not inflect: «млн».
  var isIndeclinable: Bool {
    [Cells.nominative, .genitive, .dative, .instrumental, .locative].allSatisfy {
      !cells.isDisjoint(with: $0)
    }
  }
}
