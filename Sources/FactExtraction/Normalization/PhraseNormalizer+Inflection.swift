import TextEngine

extension PhraseNormalizer {
  /// The group with only those readings of its head that have the lemma of its entry in a list: «Росатом» is no
  /// «Росат» in the instrumental, and «Рубина» no woman.
  private func asListed(_ group: Group) -> Group {
    guard let place = group.members.firstIndex(where: { $0.token == group.head }),
      group.members[place].readings.count > 1, group.ownNumber != .plural
    else { return group }
    let token = group.head
    let symbols = engine.program.symbols
    var lemmas: [SymbolID] = []
    for match in engine.listMatches(at: token)
    where engine.document.listMatches[match].end == token + 1 {
      let entry = engine.program.gazetteer.entries[engine.document.listMatches[match].entry]
      let lemma = engine.program.gazetteer.lemma(0, of: entry)
      if lemma != 0, !lemmas.contains(lemma) { lemmas.append(lemma) }
    }
    if lemmas.isEmpty { return group }
    let readings = group.members[place].readings.filter {
      ($0.analysis.isGuessed || !$0.cells.isDisjoint(with: .singular))
        && lemmas.contains(
          symbols.symbol(Folding.folded(words.lemma(of: token, $0.analysis)).span)
        )
    }
    var cells = readings.reduce(into: Cells()) { $0.formUnion($1.cells) }
    // What is not spelled as the entry does not stand in its nominative.
    if !lemmas.contains(symbols.symbol(engine.folded(token).span)) {
      cells.subtract(Cells.nominative.intersection(.singular))
    }
    cells.formIntersection(group.cells)
    guard !cells.isEmpty else { return group }
    var listed = group
    listed.members[place].readings = readings
    listed.cells = cells
    return listed
  }

  /// The text of some tokens with the words of a group in a case, and in a number if that is given.
  func inflected(
    _ range: Range<Int>,
    _ group: Group?,
    to grammaticalCase: GrammemeSet,
    number: GrammemeSet?
  ) -> String {
    guard var group else { return engine.text(of: range).withBlanksFolded }
    let phrase = min(range.lowerBound, group.start)..<range.upperBound
    let areSubjects = number == nil && areSubjects(group, phrase)
    if !areSubjects { group = asListed(group) }
    let cells = group.cells
    let head = group.members.first { $0.token == group.head }
    // What stands in the singular or the plural alike is taken for the singular, unless its list entry knows better, or
    // its sentence.
    let canBeBoth = !cells.isDisjoint(with: .singular) && !cells.isDisjoint(with: .plural)
    let isPlural =
      (number ?? (canBeBoth ? group.ownNumber : nil)).map { $0 == .plural }
      ?? (cells.isDisjoint(with: .singular) || areSubjects)
    let numberCells: Cells = isPlural ? .plural : .singular
    var wanted = grammaticalCase.union(isPlural ? .plural : .singular)
    let narrowed =
      number == nil ? likeliest(cells.intersection(numberCells), around: phrase) : cells
    if !isPlural { wanted.formUnion(gender(of: head?.readings ?? [], narrowed)) }
    var replaced = TokenTexts()
    for member in group.members {
      var target = wanted
      if group.isThing, wanted.contains(.accusative), isNamelike(member.readings, narrowed) {
        target.subtract(.accusative)
        target.insert(.nominative)
      }
      replaced[member.token] = form(of: member.token, member.readings, narrowed, target)
    }
    if let first = group.members.first?.token, range.contains(first - 1) {
      replaced[first - 1] = ordinal(first - 1, wanted)
    }
    return text(of: range, replacing: replaced)
  }

  /// Whether a verb says that people who could be one in another case are many in the nominative: «Учителя вышли».
  private func areSubjects(_ group: Group, _ tokens: Range<Int>) -> Bool {
    let one = group.cells.intersection(.singular)
    guard group.ownNumber == nil, !one.isEmpty, one.isDisjoint(with: .nominative),
      !group.cells.intersection(.plural).isDisjoint(with: .nominative),
      let head = group.members.first(where: { $0.token == group.head }),
      head.readings.contains(where: { $0.analysis.grammemes.contains(.animate) })
    else { return false }
    return CaseContextReader(engine: engine, grammar: cases, tokens: tokens)
      .areSubjects(canBeObject: !one.isDisjoint(with: .accusative))
  }

  /// Whether a word is read as a man's name only, by the guesser or for want of another reading.
  private func isNamelike(_ readings: [WordReading], _ cells: Cells) -> Bool {
    let fitting = readings.first { !$0.cells.isDisjoint(with: cells) } ?? readings.first
    guard let grammemes = fitting?.analysis.grammemes else { return false }
    return grammemes.contains(.noun) && grammemes.contains(.animate)
      && !grammemes.isDisjoint(with: [.masculine, .commonGender])
      && (fitting?.analysis.isGuessed ?? false
        || !grammemes.isDisjoint(with: [.surname, .givenName]))
  }

  /// The text of some tokens with blanks folded and some tokens replaced.
  func text(of range: Range<Int>, replacing replaced: TokenTexts) -> String {
    if range.count == 1 { return replaced[range.lowerBound] ?? engine.text(of: range) }
    var output = ""
    for token in range {
      if token > range.lowerBound, engine.document.tokens.flags[token].contains(.spaceBefore) {
        output += " "
      }
      output += replaced[token] ?? engine.text(of: token)
    }
    return output
  }

  /// Leaves the nominative where the phrase can stand in it, and takes it away where what stands before forbids it.
  ///
  /// «Кравцова Юлия» can be two men's genitive, but is a woman's nominative; after a preposition or after a noun in an
  /// oblique case («президента Александра Петрова») it cannot.
  private func likeliest(_ cells: Cells, around tokens: Range<Int>) -> Cells {
    guard !cells.subtracting(.nominative).isEmpty, !cells.isDisjoint(with: .nominative) else {
      return cells
    }
    let context = CaseContext(around: tokens, engine, cases)
    var best: (cells: Cells, cost: Int)?
    for (row, mask) in NameCase.all.enumerated() {
      let mask = row == 3 ? Cells.accusative : mask
      for (column, gender) in CaseContext.columns.enumerated() {
        let cell = cells.intersection(mask).intersection(gender)
        guard !cell.isEmpty else { continue }
        let cost = context.cost(row: row, column: column)
        if best.map({ cost < $0.cost }) ?? true { best = (cell, cost) }
      }
    }
    // What is not nominative is one thing or another, and its words know which.
    guard let best, best.cells.isDisjoint(with: .nominative) else {
      return cells.intersection(.nominative)
    }
    return cells.subtracting(.nominative)
  }

  private func gender(of readings: [WordReading], _ cells: Cells) -> GrammemeSet {
    let genders: GrammemeSet = [.masculine, .feminine, .neuter]
    let fitting = readings.first { !$0.cells.isDisjoint(with: cells) } ?? readings.first
    guard let grammemes = fitting?.analysis.grammemes else { return [] }
    let own = grammemes.intersection(genders)
    if !own.isEmpty { return own }
    // A name of common gender takes the gender that the group left; a plural tells none.
    if cells.isDisjoint(with: .masculine), !cells.isDisjoint(with: .feminine) { return .feminine }
    return .masculine
  }

  /// Digits with the ending of an ordinal in the wanted case and gender: «3-го» → «3-й»; nil for other tokens.
  private func ordinal(_ token: Int, _ wanted: GrammemeSet) -> String? {
    let parts = engine.text(of: token).split(separator: "-", maxSplits: 1)
    guard parts.count == 2, parts[0].allSatisfy(\.isNumber) else { return nil }
    let old = Folding.folded(String(parts[1]))
    let endings = engine.program.numeralEndings.filter { $0.kind == .ordinal }
    guard endings.contains(where: { $0.letters == old }) else { return nil }
    let cells = Cells(grammemes: wanted)
    let fitting = endings.filter { !$0.cells.isDisjoint(with: cells) }
    if fitting.contains(where: { $0.letters == old }) { return nil }
    // «1-я» → «1-ю» rather than «1-ую».
    let alike =
      wanted.contains(.nominative) ? nil : fitting.first { $0.letters.count == old.count }
    guard let new = alike ?? fitting.first else { return nil }
    return parts[0] + "-" + String(decoding: new.letters, as: UTF8.self)
  }

  private func form(
    of token: Int,
    _ readings: [WordReading],
    _ cells: Cells,
    _ wanted: GrammemeSet
  ) -> String? {
    // What is cut short keeps its stop and its form: «и. о. министра», «А. С. Белов».
    if engine.has([.abbreviation, .initial], token) { return nil }
    if wanted.contains(.nominative), let name = wordEntry(token, saying: cases.nominative) {
      return name
    }
    let isFitting = readings.contains { !$0.cells.isDisjoint(with: cells) }
    for reading in readings where !isFitting || !reading.cells.isDisjoint(with: cells) {
      if let form = words.form(of: token, reading.analysis, cells, wanted) { return form }
    }
    return nil
  }
}

extension String {
  /// The text with every run of white space as one blank.
  var withBlanksFolded: String {
    split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
