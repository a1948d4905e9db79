import TextEngine

/// Puts phrases into their normal form: the head and the words that agree with it in the nominative, the rest as it
/// stands.
///
///     «Министерства образования и науки» → «Министерство образования и науки»
struct PhraseNormalizer {
  let engine: Engine
  let cases: CaseGrammar
  let facts: [Fact]

  /// What is to be inflected: tokens with the readings that they may have in this phrase.
  struct Group {
    /// The token and its readings, in text order.
    var members: [(token: Int, readings: [WordReading])]
    var head: Int
    var cells: Cells
    /// The first token of the group, which may lie before the phrase that is put into another form.
    var start: Int
    /// The number that the list entry of the head says it has where a form could be both, if it says so.
    var ownNumber: GrammemeSet?
  }

  /// The normal form of a label's phrase, in the number in which it stands.
  func normalForm(ofLabel label: Int, _ range: Range<Int>, _ match: Match) -> String {
    if let name = wholeFactName(label, range, match) ?? wholeEntryName(label, range, match) {
      return name
    }
    return inflected(range, group(label, range, match), to: .nominative, number: nil)
  }

  /// The form that «gen pl» or another description names.
  func form(_ wanted: String, ofLabel label: Int, _ range: Range<Int>, _ match: Match) -> String {
    let words = wanted.split(separator: " ").map(String.init)
    let cases: [String: GrammemeSet] = [
      "nom": .nominative, "gen": .genitive, "dat": .dative, "acc": .accusative,
      "ins": .instrumental, "loc": .locative,
    ]
    let number: GrammemeSet? =
      words.contains("pl") ? .plural : words.contains("sg") ? .singular : nil
    let grammaticalCase = words.compactMap { cases[$0] }.first ?? .nominative
    return inflected(range, group(label, range, match), to: grammaticalCase, number: number)
  }

  /// The lemma of a label's head.
  func lemma(ofLabel label: Int, _ range: Range<Int>, _ match: Match) -> String {
    if let word = singleWord(label, range, match) { return word }
    let group = group(label, range, match)
    guard let head = group?.head,
      let reading = group?.members.first(where: { $0.token == head })?.readings.first
    else {
      return engine.text(of: range).lowercased()
    }
    return engine.lemma(of: head, reading.analysis)
  }

  /// Where a label holds exactly one token of any part of speech: the lemma of the reading that passed its test.
  private func singleWord(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    guard range.count == 1,
      let event = match.path.events(ofLabel: label).first(where: { $0.kind == .token }),
      event.start == range.lowerBound,
      let reading = engine.readings(of: event.start, passing: event.value).first
    else { return nil }
    return engine.lemma(of: event.start, reading.analysis)
  }

  /// Where a label holds exactly one fact, that fact has its name already.
  private func wholeFactName(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    let events = match.path.events(ofLabel: label)
    guard let event = events.first(where: { $0.kind == .annotation }),
      event.start == range.lowerBound,
      event.end == range.upperBound
    else { return nil }
    let annotation = engine.document.annotations[event.value]
    guard annotation.isFact, facts.indices.contains(annotation.payload) else { return nil }
    return engine.program.value("name", of: facts[annotation.payload])?.string
  }

  /// Where a label holds exactly one entry of a list, the entry may say its normal form: `nom = "…"`.
  private func wholeEntryName(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    let events = match.path.events(ofLabel: label).filter { $0.kind == .list }
    guard let event = events.first, event.start == range.lowerBound, event.end == range.upperBound
    else { return nil }
    return feature("nom", ofMatch: event.value)
  }

  private func feature(_ name: String, ofMatch match: Int) -> String? {
    let entry = engine.program.gazetteer.entries[engine.document.listMatches[match].entry]
    guard let place = engine.program.lists[entry.list].features.firstIndex(of: name),
      case .text(let text) = engine.program.gazetteer.feature(place, of: entry)
    else { return nil }
    return text
  }

  // MARK: Groups

  /// The group that decides a label's forms: a marked one inside, the one around, or the first noun with its modifiers.
  private func group(_ label: Int, _ range: Range<Int>, _ match: Match) -> Group? {
    var group =
      markedGroup(label, range, match) ?? surroundingGroup(range, match) ?? plainGroup(range)
    if let head = group?.head { group?.ownNumber = ownNumber(ofHead: head, match) }
    return group
  }

  /// The number that the list entry with the head says it has: `number = pl`.
  private func ownNumber(ofHead head: Int, _ match: Match) -> GrammemeSet? {
    let entry = match.path.events.first {
      $0.kind == .list && $0.start <= head && head < $0.end
    }
    let word = wordEntry(head, saying: "number")
    switch entry.flatMap({ feature("number", ofMatch: $0.value) }) ?? word {
    case "sg": return .singular
    case "pl": return .plural
    default: return nil
    }
  }

  /// What an entry of one word at a token says of it: «number», «nom».
  private func wordEntry(_ token: Int, saying name: String) -> String? {
    for match in engine.listMatches(at: token)
    where engine.document.listMatches[match].end == token + 1 {
      if let value = feature(name, ofMatch: match) { return value }
    }
    return nil
  }

  private func markedGroup(_ label: Int, _ range: Range<Int>, _ match: Match) -> Group? {
    let events = Array(match.path.events(ofLabel: label))
    guard let start = events.firstIndex(where: { $0.kind == .agreementStart }) else { return nil }
    return group(from: events[start...], within: range)
  }

  private func surroundingGroup(_ range: Range<Int>, _ match: Match) -> Group? {
    let events = match.path.events
    var open: [Int] = []
    for (index, event) in events.enumerated() {
      if event.kind == .agreementStart {
        open.append(index)
      } else if event.kind == .agreementEnd, let start = open.popLast(),
        events[start].start <= range.lowerBound, range.upperBound <= event.start
      {
        return group(from: events[start...], within: range)
      }
    }
    return nil
  }

  /// Reads a group's members from its events; groups nested in it keep their own form.
  private func group(from events: ArraySlice<MatchPath.Event>, within range: Range<Int>) -> Group? {
    var group = Group(
      members: [],
      head: -1,
      cells: .all,
      start: events.first?.start ?? range.lowerBound
    )
    var depth = 0
    var headIsNext = false
    loop: for event in events.dropFirst() {
      switch event.kind {
      case .agreementStart: depth += 1
      case .agreementEnd:
        if depth == 0 {
          group.cells = event.cells
          break loop
        }
        depth -= 1
      case .head where depth == 0: headIsNext = true
      case .token where depth == 0 && range.contains(event.start):
        if headIsNext { group.head = event.start }
        headIsNext = false
        group.members.append((event.start, engine.readings(of: event.start, passing: event.value)))
      case .list where depth == 0 && range.contains(event.start):
        let entry = engine.program.gazetteer.entries[
          engine.document.listMatches[event.value].entry
        ]
        for place in 0..<entry.length where entry.agreeing & (1 << UInt32(min(place, 31))) != 0 {
          group.members.append((event.start + place, engine.readings(of: event.start + place)))
        }
        if headIsNext || group.head < 0 { group.head = event.start + entry.head }
        headIsNext = false
      default: break
      }
    }
    guard !group.members.isEmpty else { return nil }
    if group.head < 0 { group.head = group.members.last?.token ?? range.lowerBound }
    return group
  }

  /// The first noun of a phrase and the modifiers before it that agree with it.
  private func plainGroup(_ range: Range<Int>) -> Group? {
    for token in range {
      let nouns = engine.readings(of: token).filter {
        !$0.analysis.grammemes.isDisjoint(with: [.noun, .pronoun])
      }
      if nouns.isEmpty {
        let isModifier = engine.readings(of: token).contains {
          !$0.analysis.grammemes.isDisjoint(with: Self.modifiers)
        }
        if isModifier { continue }
        return lastModifier(range.lowerBound..<token)
      }
      var cells: Cells = []
      for noun in nouns { cells.formUnion(noun.cells) }
      var members = [(token: token, readings: nouns)]
      for before in (range.lowerBound..<token).reversed() {
        let modifiers = engine.readings(of: before).filter {
          !$0.analysis.grammemes.isDisjoint(with: Self.modifiers)
            && !$0.cells.isDisjoint(with: cells)
        }
        guard !modifiers.isEmpty else { break }
        var own: Cells = []
        for modifier in modifiers { own.formUnion(modifier.cells) }
        cells.formIntersection(own)
        members.append((before, modifiers))
      }
      members.reverse()
      return Group(members: members, head: token, cells: cells, start: range.lowerBound)
    }
    return lastModifier(range)
  }

  private static let modifiers: GrammemeSet = [.adjective, .participle]

  private func lastModifier(_ range: Range<Int>) -> Group? {
    guard let token = range.last else { return nil }
    let readings = engine.readings(of: token).filter {
      !$0.analysis.grammemes.isDisjoint(with: Self.modifiers)
    }
    guard !readings.isEmpty else { return nil }
    var cells: Cells = []
    for reading in readings { cells.formUnion(reading.cells) }
    return Group(members: [(token, readings)], head: token, cells: cells, start: range.lowerBound)
  }

  // MARK: Inflection

  /// The group with only those readings of its head that have the lemma of its entry in a list: «Росатом» is no
  /// «Росат» in the instrumental.
  private func asListed(_ group: Group) -> Group {
    guard let place = group.members.firstIndex(where: { $0.token == group.head }) else {
      return group
    }
    let token = group.head
    var lemmas = Set<[UInt8]>()
    for match in engine.listMatches(at: token)
    where engine.document.listMatches[match].end == token + 1 {
      let entry = engine.program.gazetteer.entries[engine.document.listMatches[match].entry]
      let lemma = engine.program.gazetteer.lemma(0, of: entry)
      if lemma != 0 {
        lemmas.insert(Array(engine.program.symbols.spelling(lemma)))
      }
    }
    let readings = group.members[place].readings.filter {
      $0.analysis.isGuessed && lemmas.contains(Folding.folded(engine.lemma(of: token, $0.analysis)))
    }
    let cells = readings.reduce(into: Cells()) { $0.formUnion($1.cells) }
    guard !readings.isEmpty, !cells.isDisjoint(with: group.cells) else { return group }
    var listed = group
    listed.members[place].readings = readings
    listed.cells.formIntersection(cells)
    return listed
  }

  private func inflected(
    _ range: Range<Int>,
    _ group: Group?,
    to grammaticalCase: GrammemeSet,
    number: GrammemeSet?
  ) -> String {
    guard let group = group.map(asListed) else { return engine.text(of: range).withBlanksFolded }
    let cells = group.cells
    // What stands in the singular or the plural alike is taken for the singular, unless its list entry knows better.
    let canBeBoth = !cells.isDisjoint(with: .singular) && !cells.isDisjoint(with: .plural)
    let isPlural =
      (number ?? (canBeBoth ? group.ownNumber : nil)).map { $0 == .plural }
      ?? cells.isDisjoint(with: .singular)
    let numberCells: Cells = isPlural ? .plural : .singular
    var wanted = grammaticalCase.union(isPlural ? .plural : .singular)
    let head = group.members.first { $0.token == group.head }
    let narrowed =
      number == nil
      ? likeliest(
        cells.intersection(numberCells),
        around: min(range.lowerBound, group.start)..<range.upperBound
      )
      : cells
    if !isPlural { wanted.formUnion(gender(of: head?.readings ?? [], narrowed)) }
    var replaced: [Int: String] = [:]
    for member in group.members {
      replaced[member.token] = form(of: member.token, member.readings, narrowed, wanted)
    }
    if let first = group.members.first?.token, range.contains(first - 1) {
      replaced[first - 1] = ordinal(first - 1, wanted)
    }
    return text(of: range, replacing: replaced)
  }

  /// A form with its half before the hyphen in the same case, where that half stands in the case of the phrase:
  /// «школы-лицея» → «школа-лицей», but «пресс-службы» → «пресс-служба».
  private func bothHalves(
    _ form: String,
    _ text: String,
    _ cells: Cells,
    _ wanted: GrammemeSet
  ) -> String {
    let halves = text.split(separator: "-").map(String.init)
    let formHalves = form.split(separator: "-").map(String.init)
    guard halves.count == 2, formHalves.count == 2,
      Folding.folded(halves[0]) == Folding.folded(formHalves[0]),
      // The dictionary knows better how its own compounds are declined: «вице-губернатора».
      engine.analyses(of: text).isEmpty
    else { return form }
    let number = wanted.intersection([.singular, .plural])
    for analysis in engine.analyses(of: halves[0])
    where analysis.grammemes.contains(.noun) && !analysis.grammemes.isDisjoint(with: number)
      && !Cells(grammemes: analysis.grammemes).inAnyNumber.isDisjoint(with: cells)
    {
      let target = wanted.subtracting([.masculine, .feminine, .neuter])
      if let half = engine.form(of: halves[0], analysis, target) {
        return half + "-" + formHalves[1]
      }
    }
    return form
  }

  /// The text of some tokens with blanks folded and some tokens replaced.
  func text(of range: Range<Int>, replacing replaced: [Int: String]) -> String {
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
      for (column, gender) in [Cells.masculine, .feminine, .neuter, .plural].enumerated() {
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
    // A name of common gender takes the gender that the group left.
    if cells.isDisjoint(with: .masculine) { return .feminine }
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
    guard let new = fitting.first else { return nil }
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
    if wanted.contains(.nominative), let name = wordEntry(token, saying: "nom") { return name }
    let fitting = readings.filter { !$0.cells.isDisjoint(with: cells) }
    let text = engine.text(of: token)
    for reading in fitting.isEmpty ? readings : fitting {
      if let half = engine.form(of: token, reading.analysis, wanted) {
        let form = bothHalves(half, text, cells, wanted)
        // What stands in the wanted form already keeps its spelling, ё included.
        if Folding.folded(form) == engine.folded(token) { return text }
        return LetterShape.restored(form, like: text)
      }
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
