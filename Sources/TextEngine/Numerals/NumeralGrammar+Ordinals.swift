extension NumeralGrammar {
  /// An ordinal in words: «первого», «тысяча девятьсот девяносто девятый».
  ///
  /// Only its last word is an ordinal and inflects; those before it are cardinals in the nominative, each of a larger
  /// order than the next.
  func ordinal(at start: Int) -> Numeral? {
    var total = ExactDecimal.zero
    var group = ExactDecimal.zero
    // What the group may still take: words below this order.
    var limit = 1000
    var scaleLimit: ExactDecimal?
    var token = start
    while let item = items.item(token, from: start), item.kind == .word {
      if let word = items.word(token, from: start, .ordinal), word.standsAlone || token > start {
        return finish(word, total, group, limit, start..<token + 1)
      }
      if let word = items.word(token, from: start, where: { isBelow($0, limit) }),
        !word.cells.isDisjoint(with: .nominative), let sum = group.adding(word.value)
      {
        group = sum
        limit = order(of: word.kind)
        token += 1
      } else if let scale = items.word(token, from: start, .scale),
        scaleLimit.map({ scale.value < $0 }) ?? true,
        group != .zero || !scale.cells.isDisjoint(with: .nominative),
        let product = (group == .zero ? .one : group).multiplied(by: scale.value),
        let sum = total.adding(product)
      {
        total = sum
        group = .zero
        limit = 1000
        scaleLimit = scale.value
        token += 1
      } else {
        return nil
      }
    }
    return nil
  }

  private func finish(
    _ word: NumeralWord,
    _ total: ExactDecimal,
    _ group: ExactDecimal,
    _ limit: Int,
    _ tokens: Range<Int>
  ) -> Numeral? {
    let isCompound = tokens.count > 1
    if isCompound {
      guard let value = word.value.wholeValue, value > 0, fits(value, below: limit) else {
        return nil
      }
      // «Сто первых участников» are the first hundred, but «тысяча девятьсот девяностые» are years.
      if value < 10, word.cells.subtracting(.plural).isEmpty { return nil }
    }
    guard let value = total.adding(group)?.adding(word.value) else { return nil }
    var numeral = Numeral(
      tokens: tokens,
      value: value,
      cells: word.cells,
      government: .agreement
    )
    numeral.isOrdinal = true
    return numeral
  }

  /// Whether a number has only digits below an order: 5 below ten, 20 below a hundred; 12 counts as two digits.
  private func fits(_ value: Int, below limit: Int) -> Bool {
    switch value {
    case 1..<10: limit >= 10
    case 10..<100: limit >= 100
    case 100..<1000: limit >= 1000
    default: false
    }
  }
}
