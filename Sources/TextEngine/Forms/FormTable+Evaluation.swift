extension FormTable {
  /// The answer to a test: whether it holds, and for which readings of the word.
  struct Answer: BitwiseCopyable {
    /// A bit for each reading that the test leaves.
    var readings: UInt64
    var holds: Bool
    /// Whether the test is about readings at all.
    var asksReadings: Bool

    static func plain(_ holds: Bool) -> Answer {
      Answer(readings: .max, holds: holds, asksReadings: false)
    }

    static func readings(_ mask: UInt64) -> Answer {
      Answer(readings: mask, holds: mask != 0, asksReadings: true)
    }
  }

  /// Answers a test for a form and the flags of one of its tokens.
  func evaluate(_ test: Int, _ form: FormID, flags: TokenFlags) -> Answer {
    keptAnswers.answer(key(form, test, flags)) {
      evaluate(node: tests[test].node, of: tests, form, flags)
    }
  }

  /// A form, a test and those of the flags of a token that the test looks at; no program has tests of more than 24 bits.
  @inline(__always)
  private func key(_ form: FormID, _ test: Int, _ flags: TokenFlags) -> UInt64 {
    let flags = flags.intersection(tests[test].flagMask)
    return UInt64(form) << 32 | UInt64(truncatingIfNeeded: test) << 8 | UInt64(flags.rawValue)
  }

  /// Whether a token of an annotation passes a test that is asked of such.
  func passes(phraseTest test: Int, _ form: FormID, flags: TokenFlags) -> Bool {
    evaluate(node: phraseTests[test].node, of: phraseTests, form, flags).holds
  }

  /// The readings of a form that a test of the program leaves, a bit for each.
  @inline(__always)
  func readings(of form: FormID, passing test: Int, flags: TokenFlags) -> UInt64 {
    evaluate(test, form, flags: flags).readings
  }

  /// The same for a token that passes the test, which is known sooner.
  func readings(ofPassing form: FormID, _ test: Int, flags: TokenFlags) -> UInt64 {
    let known = tests[test]
    guard classes.isSingle(test), known.onlyGrammemesChoose || known.restIsOfForm else {
      return readings(of: form, passing: test, flags: flags)
    }
    var left = mask(form) { classes.leaves(readings.tag($0), test) }
    if known.onlyGrammemesChoose { return left }
    for place in known.rest {
      let node = Int(tests.parts.rests[place])
      if tests.parts.nodes[node].isOfReading { continue }
      left &= evaluate(node: node, of: tests, form, []).readings
    }
    return left
  }

  /// Whether a form passes a test with some flags of a token.
  func passesSomewhere(_ form: FormID, _ test: Int) -> Bool {
    // All subsets of the flags that the test looks at; it looks at few.
    let mask = tests[test].flagMask.rawValue
    var flags = mask
    while true {
      let answer = evaluate(
        node: tests[test].node,
        of: tests,
        form,
        TokenFlags(rawValue: flags)
      )
      if answer.holds { return true }
      if flags == 0 { return false }
      flags = (flags - 1) & mask
    }
  }

  /// Whether a form passes a test somewhere of which the rows allow a clause.
  ///
  /// What all clauses ask of shape, length and flags holds by then. Where there is one clause, the rows say which readings
  /// satisfy what it asks of grammemes, and it must be one of those that the rest leaves.
  func passesAllowed(_ form: FormID, _ test: Int) -> Bool {
    let known = tests[test]
    guard known.restIsOfForm else { return passesSomewhere(form, test) }
    let isSingle = classes.isSingle(test)
    var whole = Answer.plain(true)
    for place in known.rest {
      let node = Int(tests.parts.rests[place])
      if isSingle, tests.parts.nodes[node].isOfReading { continue }
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
    return evaluate(node: table[0].node, of: table, form, flags)
  }

  /// Answers a node; one that has no parts is answered in place, since most are such.
  @inline(__always)
  private func evaluate(
    node place: Int,
    of tests: borrowing TestTable,
    _ form: FormID,
    _ flags: TokenFlags
  ) -> Answer {
    let node = tests.parts.nodes[place]
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
      return .plain(node.bounds.contains(length))
    case .exact, .pattern, .integer: return .plain(isSpelled(form, as: node, of: tests))
    }
  }

  /// Answers a node of several parts, or one that denies another.
  private func evaluate(
    group node: TestParts.Node,
    of tests: borrowing TestTable,
    _ form: FormID,
    _ flags: TokenFlags
  ) -> Answer {
    switch node.operation {
    case .all:
      var whole = Answer.plain(true)
      for child in node.children {
        let answer = evaluate(node: Int(tests.parts.children[child]), of: tests, form, flags)
        guard answer.holds else { return .plain(false) }
        whole.readings &= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
        if whole.asksReadings, whole.readings == 0 { return .plain(false) }
      }
      return whole
    case .any:
      var whole = Answer(readings: 0, holds: false, asksReadings: false)
      for child in node.children {
        let answer = evaluate(node: Int(tests.parts.children[child]), of: tests, form, flags)
        guard answer.holds else { continue }
        whole.holds = true
        whole.readings |= answer.readings
        whole.asksReadings = whole.asksReadings || answer.asksReadings
      }
      return whole
    default:
      let answer = evaluate(node: Int(tests.parts.children[node.first]), of: tests, form, flags)
      guard node.operation == .readingNot, answer.asksReadings else {
        return .plain(!answer.holds)
      }
      return .readings(~answer.readings & allReadings(form))
    }
  }

  /// Whether the spelling of a form is one that a node asks for.
  private func isSpelled(
    _ form: FormID,
    as node: TestParts.Node,
    of tests: borrowing TestTable
  ) -> Bool {
    switch node.operation {
    case .exact:
      let wanted = tests.parts.spellings[node.first]
      return isSpelled(Int(form), wanted.span)
    case .pattern:
      return tests.patternCache.matches(node.first, of: tests.parts.patterns, letters(of: form))
    default:
      guard shapes[Int(form)].contains(.digits) else { return false }
      return withSpelling(form) { Self.integer($0, isIn: node) }
    }
  }

  /// Whether a row of digits is a number between the bounds of a node.
  private static func integer(_ digits: Span<UInt8>, isIn node: TestParts.Node) -> Bool {
    var value = 0
    for index in 0..<digits.count {
      guard value < 1_000_000_000 else { return false }
      value = value * 10 + Int(digits[index]) - 48
    }
    return node.bounds.contains(value)
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

  /// The cells of the readings that a test leaves, for a token that passes it; all cells where the word has no readings.
  func cells(_ form: FormID, _ test: Int, flags: TokenFlags) -> Cells {
    keptCells.answer(key(form, test, flags)) { findCells(form, test, flags) }
  }

  private func findCells(_ form: FormID, _ test: Int, _ flags: TokenFlags) -> Cells {
    let range = readingRange(form)
    if range.isEmpty { return .all }
    let left = readings(ofPassing: form, test, flags: flags)
    var cells: Cells = []
    var bit: UInt64 = 1
    for index in range {
      if left & bit != 0 { cells.formUnion(readings.cells(index)) }
      bit <<= 1
    }
    return cells
  }

  /// The same, told apart by person.
  func cellsByPerson(_ form: FormID, _ test: Int, flags: TokenFlags) -> CellsByPerson {
    let range = readingRange(form)
    if range.isEmpty { return CellsByPerson(.all, .all) }
    let passing = readings(ofPassing: form, test, flags: flags)
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
