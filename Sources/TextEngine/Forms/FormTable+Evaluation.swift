extension FormTable {
  /// The readings of a form that a test leaves.
  struct KeptReadings: BitwiseCopyable {
    /// The form above the test.
    var key = UInt64.max
    var readings: UInt64 = 0

    /// How many answers are kept: as many as 12 bits of a hash tell apart.
    static let count = 1 << 12
  }

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
  func evaluate(_ test: Int, _ form: FormID, flags: TokenFlags) -> Answer {
    evaluate(node: Int(tests.roots[test]), of: tests, form, flags)
  }

  /// Whether a token of an annotation passes a test that is asked of such.
  func passes(phraseTest test: Int, _ form: FormID, flags: TokenFlags) -> Bool {
    evaluate(node: Int(phraseTests.roots[test]), of: phraseTests, form, flags).holds
  }

  /// The readings of a form that a test of the program leaves, a bit for each.
  ///
  /// The same are asked for again and again, by rule after rule, so the last answers are kept.
  func readings(of form: FormID, passing test: Int, flags: TokenFlags) -> UInt64 {
    guard tests.flagMasks[test].isEmpty else { return evaluate(test, form, flags: flags).readings }
    let key = UInt64(form) << 32 | UInt64(truncatingIfNeeded: test)
    let place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 52)
    let kept = keptReadings[place]
    if kept.key == key { return kept.readings }
    let readings = evaluate(test, form, flags: flags).readings
    keptReadings[place] = KeptReadings(key: key, readings: readings)
    return readings
  }

  /// Whether a form passes a test with some flags of a token.
  func passesSomewhere(_ form: FormID, _ test: Int) -> Bool {
    // All subsets of the flags that the test looks at; it looks at few.
    let mask = tests.flagMasks[test].rawValue
    var flags = mask
    while true {
      if evaluate(test, form, flags: TokenFlags(rawValue: flags)).holds { return true }
      if flags == 0 { return false }
      flags = (flags - 1) & mask
    }
  }

  /// Whether a form passes a test somewhere of which the rows allow a clause.
  ///
  /// What all clauses ask of shape, length and flags holds by then. Where there is one clause, the rows say which readings
  /// satisfy what it asks of grammemes, and it must be one of those that the rest leaves.
  func passesAllowed(_ form: FormID, _ test: Int) -> Bool {
    guard tests.restIsOfForm[test] else { return passesSomewhere(form, test) }
    let isSingle = classes.isSingle(test)
    var whole = Answer.plain(true)
    for place in Int(tests.restStarts[test])..<Int(tests.restStarts[test + 1]) {
      let node = Int(tests.rests[place])
      if isSingle, tests.nodes[node].isOfReading { continue }
      let answer = evaluate(node: node, of: tests, form, [])
      guard answer.holds else { return false }
      whole.readings &= answer.readings
      whole.asksReadings = whole.asksReadings || answer.asksReadings
    }
    guard whole.asksReadings else { return true }
    if !isSingle { return whole.readings != 0 }
    return whole.readings & mask(form) { classes.leaves(readings.tag($0), test) } != 0
  }

  /// Answers a test that need not be one of the program's; a table is made for it.
  func evaluate(_ test: TokenTest, _ form: FormID, flags: TokenFlags) -> Answer {
    let table = TestTable([test])
    return evaluate(node: Int(table.roots[0]), of: table, form, flags)
  }

  /// Answers a node; one that has no parts is answered in place, since most are such.
  @inline(__always)
  private func evaluate(
    node place: Int,
    of tests: borrowing TestTable,
    _ form: FormID,
    _ flags: TokenFlags
  ) -> Answer {
    let node = tests.nodes[place]
    switch node.operation {
    case .anything: return .plain(true)
    case .all, .any, .not, .readingNot: return evaluate(group: node, of: tests, form, flags)
    case .shape:
      return .plain(shapes[Int(form)].rawValue & UInt64(truncatingIfNeeded: node.bits) != 0)
    case .flags: return .plain(flags.rawValue & UInt8(truncatingIfNeeded: node.bits) != 0)
    case .form: return .plain(node.first != 0 && Int(formSymbols[Int(form)]) == node.first)
    case .lemma:
      return .readings(node.first == 0 ? 0 : mask(form) { Int(readings.lemma($0)) == node.first })
    case .grammemes:
      guard grammemes[Int(form)].rawValue & node.bits != 0 else { return .readings(0) }
      return .readings(mask(form) { readings.grammemes($0).rawValue & node.bits != 0 })
    case .list: return members(form, of: node.first)
    case .length:
      let length = Int(lengths[Int(form)])
      return .plain(node.first <= length && length <= node.last)
    case .exact, .pattern, .integer: return .plain(isSpelled(form, as: node, of: tests))
    }
  }

  /// Answers a node of several parts, or one that denies another.
  private func evaluate(
    group node: TestTable.Node,
    of tests: borrowing TestTable,
    _ form: FormID,
    _ flags: TokenFlags
  ) -> Answer {
    switch node.operation {
    case .all:
      var whole = Answer.plain(true)
      for child in node.first..<(node.first + node.last) {
        let answer = evaluate(node: Int(tests.children[child]), of: tests, form, flags)
        guard answer.holds else { return .plain(false) }
        whole.readings &= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
        if whole.asksReadings, whole.readings == 0 { return .plain(false) }
      }
      return whole
    case .any:
      var whole = Answer(holds: false, readings: 0, asksReadings: false)
      for child in node.first..<(node.first + node.last) {
        let answer = evaluate(node: Int(tests.children[child]), of: tests, form, flags)
        guard answer.holds else { continue }
        whole.holds = true
        whole.readings |= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
      }
      return whole
    default:
      let answer = evaluate(node: Int(tests.children[node.first]), of: tests, form, flags)
      guard node.operation == .readingNot, answer.asksReadings else {
        return .plain(!answer.holds)
      }
      return .readings(~answer.readings & allReadings(form))
    }
  }

  /// Whether the spelling of a form is one that a node asks for.
  private func isSpelled(
    _ form: FormID,
    as node: TestTable.Node,
    of tests: borrowing TestTable
  ) -> Bool {
    switch node.operation {
    case .exact:
      let wanted = tests.spellings[node.first]
      return isSpelled(Int(form), wanted.span)
    case .pattern:
      return withSpelling(form) {
        tests.patternCache.matches(node.first, of: tests.patterns, $0)
      }
    default:
      guard shapes[Int(form)].contains(.digits) else { return false }
      return withSpelling(form) { Self.integer($0, isIn: node) }
    }
  }

  /// Whether a row of digits is a number between the bounds of a node.
  private static func integer(_ digits: Span<UInt8>, isIn node: TestTable.Node) -> Bool {
    var value = 0
    for index in 0..<digits.count {
      guard value < 1_000_000_000 else { return false }
      value = value * 10 + Int(digits[index]) - 48
    }
    return node.first <= value && value <= node.last
  }

  private func allReadings(_ form: FormID) -> UInt64 {
    let count = readingRange(form).count
    return count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  @inline(__always)
  private func mask(_ form: FormID, _ holds: (Int) -> Bool) -> UInt64 {
    var mask: UInt64 = 0
    var bit: UInt64 = 1
    for index in readingRange(form) {
      if holds(index) { mask |= bit }
      bit <<= 1
    }
    return mask
  }

  /// Whether a one-word entry of a list is this form, and by which readings.
  private func members(_ form: FormID, of list: ListID) -> Answer {
    let symbol = formSymbols[Int(form)]
    if symbol != 0, isMember(.form(symbol), of: list) { return .plain(true) }
    let found = mask(form) { reading in
      let lemma = readings.lemma(reading)
      return lemma != 0 && isMember(.lemma(lemma), of: list)
    }
    return .readings(found)
  }

  /// Whether the tag of a reading says if a test leaves it, for a word that passes the test: nothing but grammemes chooses
  /// among readings.
  @inline(__always)
  func tagsTell(_ test: Int) -> Bool { tests.onlyGrammemesChoose[test] && classes.isSingle(test) }

  /// The cells of the readings that a test leaves, for a token that passes it; all cells where the word has no readings.
  func cells(_ form: FormID, _ test: Int, flags: TokenFlags) -> Cells {
    let range = readingRange(form)
    if range.isEmpty { return .all }
    var cells: Cells = []
    if tagsTell(test) {
      for index in range where classes.leaves(readings.tag(index), test) {
        cells.formUnion(readings.cells(index))
      }
      return cells
    }
    let passing = readings(of: form, passing: test, flags: flags)
    var bit: UInt64 = 1
    for index in range {
      if passing & bit != 0 { cells.formUnion(readings.cells(index)) }
      bit <<= 1
    }
    return cells
  }

  /// The same, told apart by person.
  func cellsByPerson(_ form: FormID, _ test: Int, flags: TokenFlags) -> CellsByPerson {
    let range = readingRange(form)
    if range.isEmpty { return CellsByPerson(.all, .all) }
    let passing = readings(of: form, passing: test, flags: flags)
    var cells = CellsByPerson()
    var bit: UInt64 = 1
    for index in range {
      if passing & bit != 0 {
        let grammemes = readings.grammemes(index)
        cells.insert(readings.cells(index), Persons(grammemes: grammemes))
      }
      bit <<= 1
    }
    return cells
  }

  /// The persons of the readings that fill some of the cells; all where there are no such readings.
  func persons(_ form: FormID, in cells: Cells) -> Persons {
    var persons: Persons = []
    for index in readingRange(form) where !readings.cells(index).isDisjoint(with: cells) {
      persons.formUnion(Persons(grammemes: readings.grammemes(index)))
    }
    return persons.isEmpty ? .all : persons
  }
}
