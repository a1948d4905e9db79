import TextEngine

/// Puts phrases into their normal form: the head and the words that agree with it in the nominative, the rest as it
/// stands.
///
///     «Министерства образования и науки» → «Министерство образования и науки»
struct PhraseNormalizer {
  let engine: Engine
  let cases: CaseGrammar
  let words: InflectedWords
  let facts: [Fact]

  /// What is to be inflected: tokens with the readings that they may have in this phrase.
  struct Group {
    /// The token and its readings, in text order.
    var members: [(token: Int, readings: [WordReading])]
    var head: Int
    var cells: Cells
    /// The first token of the group, which may lie before the phrase that is put into another form.
    var start: Int
    /// Whether what is named is no being, though its words may be read as a surname: «Данилов монастырь».
    var isThing = false
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

  /// The form of a label's phrase that a description names.
  func form(
    _ wanted: FormDescription,
    ofLabel label: Int,
    _ range: Range<Int>,
    _ match: Match
  ) -> String {
    let group = group(label, range, match)
    return inflected(range, group, to: wanted.grammaticalCase, number: wanted.number)
  }

  /// A whole fact in another form: what agreed where it was read changes, the rest stays.
  ///
  ///     «завод «Арман»» in the dative → «заводу «Арман»»
  ///
  /// - Parameter isThing: Whether the fact is about no being, as `Group.isThing` has it.
  func form(
    _ wanted: FormDescription,
    ofFact fact: Fact,
    _ origin: Match,
    isThing: Bool
  ) -> String {
    let events = origin.path.events
    let starts = events.indices.filter { events[$0].kind == .agreementStart }
    let groups = starts.compactMap { group(from: events[$0...], within: fact.tokens) }
    var whole =
      groups.first { $0.members.contains { $0.token == fact.head } } ?? groups.first
      ?? listedGroup(fact.tokens, origin)
    whole?.isThing = isThing
    if let head = whole?.head { whole?.ownNumber = ownNumber(ofHead: head, origin) }
    return inflected(fact.tokens, whole, to: wanted.grammaticalCase, number: wanted.number)
  }

  /// The lemma of a label's head.
  func lemma(ofLabel label: Int, _ range: Range<Int>, _ match: Match) -> String {
    if let word = singleWord(label, range, match) { return word }
    let group = group(label, range, match)
    guard let head = group?.head,
      let reading = group?.members.first(where: { $0.token == head })?.readings.first
    else {
      return LetterShape.lowered(engine.text(of: range))
    }
    return words.lemma(of: head, reading.analysis)
  }

  /// Where a label holds exactly one token of any part of speech: the lemma of the reading that passed its test.
  private func singleWord(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    guard range.count == 1,
      let event = match.path.events(ofLabel: label).first(where: { $0.kind == .token }),
      event.start == range.lowerBound,
      let reading = engine.readings(of: event.start, passing: event.value).first
    else { return nil }
    return words.lemma(of: event.start, reading.analysis)
  }

  /// Where a label holds exactly one fact, that fact has its name already.
  private func wholeFactName(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    wholeFact(label, range, match).flatMap { engine.program.value("name", of: facts[$0])?.string }
  }

  /// The fact that a label holds, where it holds exactly one.
  func wholeFact(_ label: Int, _ range: Range<Int>, _ match: Match) -> Int? {
    let events = match.path.events(ofLabel: label)
    guard let event = events.first(where: { $0.kind == .annotation }),
      event.start == range.lowerBound,
      event.end == range.upperBound
    else { return nil }
    let annotation = engine.document.annotations[event.value]
    guard annotation.isFact, facts.indices.contains(annotation.payload) else { return nil }
    return annotation.payload
  }

  /// Where a label holds exactly one entry of a list, the entry may say its normal form: `nom = "…"`.
  private func wholeEntryName(_ label: Int, _ range: Range<Int>, _ match: Match) -> String? {
    let events = match.path.events(ofLabel: label)
    guard let event = events.first(where: { $0.kind == .list }), event.start == range.lowerBound,
      event.end == range.upperBound
    else { return nil }
    return cases.nominative.text(of: engine.document.listMatches[event.value], engine.program)
  }

  // MARK: Groups

  /// The group that decides a label's forms: a marked one inside, the one around, or the first noun with its modifiers.
  private func group(_ label: Int, _ range: Range<Int>, _ match: Match) -> Group? {
    var group =
      markedGroup(label, range, match) ?? surroundingGroup(range, match)
      ?? firstEntryGroup(range, match) ?? plainGroup(range)
    if let head = group?.head { group?.ownNumber = ownNumber(ofHead: head, match) }
    return group
  }

  /// The number that the list entry with the head says it has: `number = pl`.
  private func ownNumber(ofHead head: Int, _ match: Match) -> GrammemeSet? {
    let entry = match.path.events.first {
      $0.kind == .list && $0.start <= head && head < $0.end
    }
    let said = entry.flatMap {
      cases.number.text(of: engine.document.listMatches[$0.value], engine.program)
    }
    switch said ?? wordEntry(head, saying: cases.number) {
    case "sg": return .singular
    case "pl": return .plural
    default: return nil
    }
  }

  /// What an entry of one word at a token says of it.
  func wordEntry(_ token: Int, saying feature: EntryFeature) -> String? {
    for match in engine.listMatches(at: token) {
      let found = engine.document.listMatches[match]
      if found.end == token + 1, let value = feature.text(of: found, engine.program) {
        return value
      }
    }
    return nil
  }

  private func markedGroup(_ label: Int, _ range: Range<Int>, _ match: Match) -> Group? {
    let events = match.path.events(ofLabel: label)
    guard let start = events.firstIndex(where: { $0.kind == .agreementStart }) else { return nil }
    return group(from: events[start...], within: range)
  }

  private func surroundingGroup(_ range: Range<Int>, _ match: Match) -> Group? {
    guard let end = match.path.groupEnd(around: range),
      let start = match.path.groupStart(endingAt: end)
    else { return nil }
    return group(from: match.path.events[start...], within: range)
  }

  /// The words of an entry that stand in the case of its head.
  ///
  /// Where the dictionary lacks a word, the list does not say which. As the list has it, it stands in the nominative
  /// then: its first noun, and the adjectives before that.
  private func members(
    of entry: Gazetteer.Entry,
    at start: Int
  ) -> [(token: Int, readings: [WordReading])] {
    let places = (0..<entry.length).filter { entry.agreeing & (1 << UInt32(min($0, 31))) != 0 }
    guard places.isEmpty, !engine.has(.upper, start) else {
      return places.map { (start + $0, engine.readings(of: start + $0)) }
    }
    var members: [(token: Int, readings: [WordReading])] = []
    for token in start..<start + entry.length {
      let plain = engine.readings(of: token).filter { !$0.cells.isDisjoint(with: .nominative) }
      let nouns = plain.filter { $0.analysis.grammemes.contains(.noun) }
      if !nouns.isEmpty { return members + [(token, nouns)] }
      let modifiers = plain.filter { !$0.analysis.grammemes.isDisjoint(with: Self.modifiers) }
      guard !modifiers.isEmpty else { break }
      members.append((token, modifiers))
    }
    return []
  }

  /// The words of the entry of several words that a phrase begins with: «второй тренер клуба».
  private func firstEntryGroup(_ range: Range<Int>, _ match: Match) -> Group? {
    let first = match.path.events.first {
      $0.kind == .list && $0.start == range.lowerBound && $0.end - $0.start > 1
        && $0.end <= range.upperBound
    }
    return first.flatMap { listedGroup($0.start..<$0.end, match) }
  }

  /// The words of the lists' entries of several words, where nothing was asked to agree: «акционерное общество «Арман»».
  private func listedGroup(_ range: Range<Int>, _ match: Match) -> Group? {
    var group = Group(members: [], head: -1, cells: .all, start: range.lowerBound)
    for event in match.path.events
    where event.kind == .list && range.contains(event.start) && event.end - event.start > 1 {
      let found = engine.document.listMatches[event.value]
      let entry = engine.program.gazetteer.entries[found.entry]
      group.members += members(of: entry, at: event.start)
      if group.head < 0 { group.head = group.members.last?.token ?? event.start + entry.head }
      group.cells.formIntersection(found.cells)
    }
    return group.members.isEmpty || group.cells.isEmpty ? nil : group
  }

  /// Reads a group's members from its events; groups nested in it, and what is free in it, keep their own form.
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
      case .token where depth == 0 && !event.cells.isEmpty && range.contains(event.start):
        if headIsNext { group.head = event.start }
        headIsNext = false
        group.members.append((event.start, engine.readings(of: event.start, passing: event.value)))
      case .list where depth == 0 && !event.cells.isEmpty && range.contains(event.start):
        let entry = engine.program.gazetteer.entries[
          engine.document.listMatches[event.value].entry
        ]
        group.members += members(of: entry, at: event.start)
        if headIsNext || group.head < 0 {
          let listed = event.start + entry.head
          group.head = entry.agreeing == 0 ? group.members.last?.token ?? listed : listed
        }
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
}
