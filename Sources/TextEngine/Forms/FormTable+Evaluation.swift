extension FormTable {
  /// The answer to a test: whether it holds, and for which readings of the word.
  struct Answer {
    var holds: Bool
    /// A bit for each reading that the test leaves.
    var readings: UInt64
    /// Whether the test is about readings at all.
    var asksReadings: Bool

    static func plain(_ holds: Bool) -> Answer {
      Answer(holds: holds, readings: .max, asksReadings: false)
    }

    static func readings(_ mask: UInt64) -> Answer {
      Answer(holds: mask != 0, readings: mask, asksReadings: true)
    }
  }

  /// Answers a test for a form and the flags of one of its tokens.
  func evaluate(_ test: TokenTest, _ form: FormID, flags: TokenFlags) -> Answer {
    switch test {
    case .anything: return .plain(true)
    case .all(let parts):
      var whole = Answer.plain(true)
      for part in parts {
        let answer = evaluate(part, form, flags: flags)
        guard answer.holds else { return .plain(false) }
        whole.readings &= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
        if whole.asksReadings, whole.readings == 0 { return .plain(false) }
      }
      return whole
    case .any(let parts):
      var whole = Answer(holds: false, readings: 0, asksReadings: false)
      for part in parts {
        let answer = evaluate(part, form, flags: flags)
        guard answer.holds else { continue }
        whole.holds = true
        whole.readings |= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
      }
      return whole
    case .not(let part):
      return .plain(!evaluate(part, form, flags: flags).holds)
    case .readingNot(let part):
      let answer = evaluate(part, form, flags: flags)
      guard answer.asksReadings else { return .plain(!answer.holds) }
      return .readings(~answer.readings & allReadings(form))
    case .shape(let shape): return .plain(!shapes[Int(form)].isDisjoint(with: shape))
    case .flags(let wanted): return .plain(!flags.isDisjoint(with: wanted))
    case .form(let symbol): return .plain(formSymbols[Int(form)] == symbol)
    case .exact(let spelling): return .plain(self.spelling(form).elementsEqual(spelling))
    case .lemma(let symbol): return .readings(mask(form) { $0.lemma == symbol })
    case .grammemes(let wanted):
      return .readings(mask(form) { !$0.analysis.grammemes.isDisjoint(with: wanted) })
    case .list(let list): return isMember(form, of: list)
    case .pattern(let pattern): return .plain(pattern.matches(Array(spelling(form)).span))
    case .length(let range): return .plain(range.contains(Int(lengths[Int(form)])))
    case .integer(let range):
      guard shapes[Int(form)].contains(.digits) else { return .plain(false) }
      var value = 0
      for digit in spelling(form) {
        guard value < 1_000_000_000 else { return .plain(false) }
        value = value * 10 + Int(digit) - 48
      }
      return .plain(range.contains(value))
    }
  }

  private func allReadings(_ form: FormID) -> UInt64 {
    let count = readingRange(form).count
    return count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  private func mask(_ form: FormID, _ holds: (Reading) -> Bool) -> UInt64 {
    var mask: UInt64 = 0
    var bit: UInt64 = 1
    for index in readingRange(form) {
      if holds(readings[index]) { mask |= bit }
      bit <<= 1
    }
    return mask
  }

  /// Whether a one-word entry of a list is this form, and by which readings.
  private func isMember(_ form: FormID, of list: ListID) -> Answer {
    let symbol = formSymbols[Int(form)]
    if symbol != 0, let node = gazetteer.step(from: 0, by: .form(symbol)),
      gazetteer.entries(at: node).contains(where: { gazetteer.entries[Int($0)].list == list })
    {
      return .plain(true)
    }
    return .readings(
      mask(form) { reading in
        guard reading.lemma != 0,
          let node = gazetteer.step(from: 0, by: .lemma(reading.lemma))
        else { return false }
        return gazetteer.entries(at: node).contains { gazetteer.entries[Int($0)].list == list }
      })
  }

  /// The cells of the readings that a test leaves; all cells where the word has no readings.
  func cells(_ form: FormID, _ test: TokenTest, flags: TokenFlags) -> Cells {
    let range = readingRange(form)
    if range.isEmpty { return .all }
    let answer = evaluate(test, form, flags: flags)
    var cells: Cells = []
    var bit: UInt64 = 1
    for index in range {
      if answer.readings & bit != 0 { cells.formUnion(readings[index].cells) }
      bit <<= 1
    }
    return cells
  }
}
