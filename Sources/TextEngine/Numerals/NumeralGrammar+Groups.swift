extension NumeralGrammar {
  /// A number without a scale: digits, words below a thousand, with a half or with decimal places in words.
  func number(at token: Int, _ start: Int) -> Part? {
    guard let item = items.item(token, from: start) else { return nil }
    switch item.kind {
    case .none, .ordinal, .roman: return nil
    case .fraction:
      guard let digits = items.digits(of: item) else { return nil }
      var part = Part(value: digits.value, end: Int(item.end), government: .fraction)
      part.isWhole = false
      return part
    case .digits:
      guard let digits = items.digits(of: item) else { return nil }
      var part = Part(
        value: digits.value,
        end: Int(item.end),
        government: NumeralGovernment(cardinal: digits.value)
      )
      part.join(digits.cells)
      return extended(part, start, words: false)
    case .word:
      let half =
        items.word(token, from: start, .half) ?? items.word(token, from: start, .sign)
      if let half {
        var part = Part(value: half.value, end: token + 1, government: .fraction)
        part.join(half.cells)
        part.isWhole = false
        part.smallestScale = half.value
        return part
      }
      guard let group = group(at: token, start) else { return nil }
      return extended(group, start, words: true)
    }
  }

  /// A whole number below a thousand in words.
  private func group(at token: Int, _ start: Int) -> Part? {
    if let zero = items.word(token, from: start, .zero) {
      var part = Part(value: zero.value, end: token + 1, government: .many)
      part.join(zero.cells)
      part.last = .all
      return part
    }
    var part = Part(value: .zero, end: token, government: .many)
    var limit = 1000
    var isAlone = true
    while limit > 1 {
      if let word = items.word(part.end, from: start, where: { isBelow($0, limit) }),
        let sum = part.value.adding(word.value)
      {
        isAlone = isAlone && word.standsAlone || part.end > token
        part.value = sum
        part.join(word.cells)
        part.end += 1
        part.government = NumeralGovernment(cardinal: sum)
        limit = order(of: word.kind)
      } else if let word = items.word(part.end, from: start, .collective),
        let sum = part.value.adding(word.value)
      {
        part.value = sum
        part.join(word.cells)
        part.end += 1
        part.government = .many
        limit = 1
      } else {
        break
      }
    }
    guard part.end > token else { return nil }
    // A word that seldom is a numeral is one before a scale: «с семью миллионами».
    if part.end == token + 1, !isAlone, token == start,
      items.word(part.end, from: start, .scale) == nil
    {
      return nil
    }
    return part
  }

  /// Adds to a whole number what makes it broken: «с половиной», «целых пять десятых», «третьих».
  private func extended(_ number: Part, _ start: Int, words: Bool) -> Part {
    if items.word(number.end, from: start, .with) != nil,
      let part = items.word(number.end + 1, from: start, .fraction), part.hasSingular,
      !part.cells.isDisjoint(with: .instrumental),
      let sum = quotient(.one, part.value).flatMap({ number.value.adding($0) })
    {
      return broken(number, sum, end: number.end + 2, divisor: part.value)
    }
    if let sign = items.word(number.end, from: start, .sign),
      let sum = number.value.adding(sign.value)
    {
      return broken(number, sum, end: number.end + 1, divisor: nil)
    }
    if items.word(number.end, from: start, .whole) != nil {
      var token = number.end + 1
      if items.word(token, from: start, .and) != nil { token += 1 }
      if let places = placesPart(at: token, start),
        let sum = number.value.adding(places.value)
      {
        return broken(number, sum, end: places.end, divisor: nil)
      }
    }
    if words, let divided = divided(number, start) { return divided }
    return number
  }

  /// The decimal places in words: «пять десятых», «25 сотых».
  private func placesPart(at token: Int, _ start: Int) -> (value: ExactDecimal, end: Int)? {
    guard let item = items.item(token, from: start) else { return nil }
    var numerator: Part?
    if item.kind == .digits, let digits = items.digits(of: item) {
      numerator = Part(value: digits.value, end: Int(item.end), government: .many)
    } else {
      numerator = group(at: token, start)
    }
    guard let numerator, let denominator = items.word(numerator.end, from: start, .ordinal),
      denominator.value.mantissa == 1, denominator.value.exponent > 0,
      numerator.value < denominator.value,
      let value = quotient(numerator.value, denominator.value)
    else { return nil }
    return (value, numerator.end + 1)
  }

  /// A fraction: «две трети», «одна пятая», «пять десятых».
  private func divided(_ number: Part, _ start: Int) -> Part? {
    guard number.value > .zero else { return nil }
    let denominator: NumeralWord
    if let noun = items.word(number.end, from: start, .fraction), noun.value > 2,
      number.value < noun.value
    {
      denominator = noun
    } else if let ordinal = items.word(number.end, from: start, .ordinal),
      isDenominator(ordinal, of: number)
    {
      denominator = ordinal
    } else {
      return nil
    }
    guard let value = quotient(number.value, denominator.value) else { return nil }
    return broken(number, value, end: number.end + 1, divisor: denominator.value)
  }

  /// Whether an ordinal after a number is its denominator: «три пятых», but «два третьих места».
  private func isDenominator(_ ordinal: NumeralWord, of number: Part) -> Bool {
    guard let denominator = ordinal.value.wholeValue, denominator >= 2,
      number.value < ordinal.value
    else { return false }
    if number.value == .one {
      // «Одна пятая», with the noun «часть» left out.
      return !ordinal.cells.intersection(number.last).isDisjoint(with: .feminine)
    }
    let isPlural = !ordinal.cells.isDisjoint(with: .plural)
    let isFeminine = !number.last.isDisjoint(with: Cells.feminine.union(.plural))
    guard isPlural, isFeminine else { return false }
    if number.value == 2, number.last.isDisjoint(with: .feminine) { return false }
    return denominator >= 5 || (denominator == 4 && number.value == 3)
  }

  private func quotient(_ numerator: ExactDecimal, _ denominator: ExactDecimal) -> ExactDecimal? {
    // A power of ten divides without rest, however many places that takes.
    if denominator.mantissa == 1 {
      return ExactDecimal(mantissa: 1, exponent: -Int(denominator.exponent))
        .flatMap { numerator.multiplied(by: $0) }
    }
    return numerator.divided(by: denominator, places: Self.places)
  }

  /// A whole number that has become a broken one.
  private func broken(
    _ number: Part,
    _ value: ExactDecimal,
    end: Int,
    divisor: ExactDecimal?
  ) -> Part {
    var part = number
    part.value = value
    part.end = end
    part.last = .all
    part.government = .fraction
    part.isWhole = false
    if let divisor, let factor = value.multiplied(by: divisor) { part.isRounded = !factor.isWhole }
    return part
  }
}
