import TextEngine

/// Reads the costs of a `CaseContext` from the words before and after a phrase.
struct CaseContextReader {
  let engine: Engine
  let grammar: CaseGrammar
  let tokens: Range<Int>

  /// What governs the phrase.
  private enum Governor {
    case nothing
    case preposition(Cells)
    /// A word that is a preposition or an adverb: «накануне».
    case prepositionOrAdverb(Cells)
    case coordination(Cells)
    case noun(Cells, isAnimate: Bool)
    case title(Cells)
    case modifier(Cells)
    case verb
    case verbOfDative
    case passive
    case passiveOfDative
    case time
    case other
  }

  /// The cost of each case, in the order of `NameCase`.
  func rows() -> [Int] { rows(isFirst: true) }

  /// The cost of each case, in the order of `NameCase.all`.
  ///
  /// - Parameter isFirst: Whether a name that the phrase is joined to may tell; of a row one is asked, so that it takes
  ///   linear time.
  private func rows(isFirst: Bool) -> [Int] {
    switch governor {
    case .nothing: [0, 7, 6, 7, 8, 14]
    case .preposition(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 40 : 0 }
    case .prepositionOrAdverb(let cells):
      NameCase.all.map { row in
        if !row.isDisjoint(with: cells) { return 0 }
        return row == .nominative ? 3 : 40
      }
    case .coordination(let cells):
      // «Похвалил Иванова и Петрова»: what tells of the first tells of the second.
      zip(NameCase.all, isFirst ? rowsOfNameBefore : NameCase.all.map { _ in 0 }).map {
        $0.isDisjoint(with: cells) ? 5 : min($1, 4)
      }
    case .title(let cells):
      NameCase.all.map { row in
        if !row.isDisjoint(with: cells) { return 0 }
        // Behind an office that is no subject may stand whose it is: «соперником Медведева станет», «с тренером Петрова».
        return row == .genitive && cells.isDisjoint(with: .nominative) ? 1 : 5
      }
    case .noun(let cells, let isAnimate):
      zip(NameCase.all, [7, 0, 2, 10, 6, 14]).map { row, cost in
        isAnimate && !row.isDisjoint(with: cells) ? min(cost, 0) : cost + (isAnimate ? 3 : 0)
      }
    case .modifier(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 8 : 0 }
    case .verb where hasObjectBefore: [2, 4, 0, 6, 3, 14]
    // «Приехал Никола Йокич» has no object, «арестовал Николу Йокича» has.
    case .verb: isBehindIntransitive ? [0, 5, 3, 6, 4, 14] : [2, 5, 4, 0, 4, 14]
    // Who answers may stand behind «ответил» as well as who is answered.
    case .verbOfDative: [0, 4, 0, 6, 3, 14]
    case .passive: [1, 6, 5, 6, 0, 14]
    // «Книга подарена Петровым», «подарена Петрову».
    case .passiveOfDative: [1, 6, 0, 6, 0, 14]
    // «Купил в 1993 году Баффет», «в 1991 году Ельцина выбрали».
    case .time: [0, 1, 4, 1, 4, 14]
    case .other: isFirst ? [0, 4, 4, 4, 4, 14] : [0, 0, 0, 0, 0, 14]
    }
  }

  /// The cost of each case of the name before a conjunction, where there is one.
  private var rowsOfNameBefore: [Int] {
    let name = tokens.lowerBound - 2
    guard name >= 0, engine.has(.startsUpper, name) else { return NameCase.all.map { _ in 0 } }
    let reader = CaseContextReader(engine: engine, grammar: grammar, tokens: name..<(name + 1))
    return reader.rows(isFirst: false)
  }

  private var governor: Governor {
    let start = tokens.lowerBound
    guard start > 0, !engine.document.tokens.flags[start].contains(.sentenceStart) else {
      return .nothing
    }
    let before = grammemes(start - 1)
    let isAdverb = before.contains(.adverb)
    if let cells = prepositionCells(before: start) {
      return isAdverb ? .prepositionOrAdverb(cells) : .preposition(cells)
    }
    if before.contains(.preposition) {
      let cells = Cells.all.subtracting(.nominative)
      return isAdverb ? .prepositionOrAdverb(cells) : .preposition(cells)
    }
    let isPassive = before.contains(.shortParticiple)
    if governsDative(start - 1) { return isPassive ? .passiveOfDative : .verbOfDative }
    if isAdverb { return start > 1 && governsDative(start - 2) ? .verbOfDative : .other }
    if before.contains(.conjunction), start > 1 {
      guard !engine.document.tokens.flags[start - 1].contains(.sentenceStart) else { return .other }
      let cells = nominalCells(start - 2)
      return cells.isEmpty ? .other : .coordination(cells)
    }
    if isPassive { return .passive }
    // «Дело Петрова слушается»: what begins a sentence is a noun rather than a rare form of a verb.
    let isNoun =
      engine.document.tokens.flags[start - 1].contains(.sentenceStart) && !nouns(start - 1).isEmpty
    if !before.isDisjoint(with: Self.verbs), !isNoun { return .verb }
    if isTime(start - 1) { return .time }
    let place = placeBeforeNames(start - 1)
    if let cells = titleCells {
      // «адвокат Петрова Олег Серов»: the holder is named behind whom the office is of.
      if isHolderBehind { return .title(.genitive) }
      // «адвокат подсудимого Петрова»: whoever is named right before may bear the name as well.
      return .title(cells.union(bearerCells(place)?.intersection(.genitive) ?? []))
    }
    let nouns = nouns(place)
    if !nouns.isEmpty {
      let isAnimate = nouns.some.contains(.animate)
      // «имя убийцы Карпова» has a genitive before it, «убийцы Карпов и Мухин» two who are murderers.
      return .noun(isAnimate && !isJoined ? ofOne(nouns.cells) : nouns.cells, isAnimate: isAnimate)
    }
    // One person has no modifier in the plural: «судьи, среди которых Анна Петрова».
    let modifiers = nominalCells(start - 1)
    return modifiers.subtracting(.plural).isEmpty ? .other : .modifier(modifiers)
  }

  /// The place of the noun that has names behind it: «фонд «Жизнь» Александра Петрова», «компания SpaceX Илона Маска».
  ///
  /// It is the place itself where no name stands there.
  private func placeBeforeNames(_ place: Int) -> Int {
    var token = place
    while token > 0, !engine.document.tokens.flags[token].contains(.sentenceStart) {
      if engine.has(.latin, token), nominalCells(token).isEmpty {
        token -= 1
      } else if engine.has(.punctuation, token),
        let opening = engine.opening(ofNameClosedAt: token),
        opening > 0, !engine.document.tokens.flags[opening].contains(.sentenceStart)
      {
        token = opening - 1
      } else {
        break
      }
    }
    return nouns(token).isEmpty ? place : token
  }

  /// What the readings of a token as a noun have together.
  func nouns(_ token: Int) -> ReadingUnion { engine.union(ofReadings: token, with: .noun) }

  /// The cells of an office before the phrase: «министр иностранных дел Японии Петрова» is no genitive.
  ///
  /// Only nouns, adjectives, participles and names stand between the two, and a place with its preposition: «рыбак из
  /// Тувы». Of «заместитель акима области» either may be meant.
  private var titleCells: Cells? {
    var cells: Cells?
    var isPlace = true
    var token = placeBeforeNames(tokens.lowerBound - 1)
    let last = max(0, token - Self.titleReach)
    while token >= last {
      if let match = engine.listMatches(at: token).first(where: isTitle) {
        let found = engine.document.listMatches[match]
        let own = found.cells == .all ? nominalCells(token) : found.cells
        let title = ofOne(grammar.cells(ofTitle: found) ?? own)
        cells = (cells ?? []).union(governed(title, at: token))
      }
      guard !engine.document.tokens.flags[token].contains(.sentenceStart) else { return cells }
      if isPlace, isPreposition(token) {
        if let bearer = bearerCells(token - 1) { cells = (cells ?? []).union(bearer) }
        isPlace = false
      } else {
        isPlace = isPlace && engine.has(.startsUpper, token)
        guard !engine.has(.punctuation, token), !nominalCells(token).isEmpty else { return cells }
      }
      token = placeBeforeNames(token - 1)
    }
    return cells
  }

  /// Whether a given name in the nominative stands right behind one family name.
  private var isHolderBehind: Bool {
    let next = tokens.upperBound
    guard tokens.count == 1, engine.document.tokens.flags.indices.contains(next),
      !engine.document.tokens.flags[next].contains(.sentenceStart),
      engine.has(.startsUpper, next)
    else { return false }
    let names = engine.union(ofReadings: next, with: .givenName)
    return !names.isEmpty && !names.cells.isDisjoint(with: .nominative)
  }

  /// How many tokens before the phrase its office may begin.
  private static let titleReach = 6

  /// The cells of a noun for a being, who may be the one who is named behind a place: «рыбак из Тувы Шолбан Ондар».
  private func bearerCells(_ token: Int) -> Cells? {
    let nouns = nouns(token)
    return nouns.common.contains(.animate) ? ofOne(nouns.cells) : nil
  }

  /// The singular cells where there are any: one name after «главы» has a genitive before it, no nominative of the plural.
  private func ofOne(_ cells: Cells) -> Cells {
    let singular = cells.subtracting(.plural)
    return singular.isEmpty ? cells : singular
  }

  /// Whether a token is a verb that takes somebody in the dative: «уступил Александру Петрову».
  private func governsDative(_ token: Int) -> Bool {
    engine.listMatches(at: token).contains {
      let match = engine.document.listMatches[$0]
      return match.end == token + 1 && grammar.governsDative(match.list)
    }
  }

  private func isTitle(_ match: Int) -> Bool {
    grammar.isTitle(engine.document.listMatches[match].list)
  }

  /// Whether a token is the last of words that tell a time and govern nothing: «в 1993 году».
  private func isTime(_ token: Int) -> Bool {
    grammar.timeType.map { engine.isInside($0, token..<(token + 1)) } ?? false
  }

  private static let verbs: GrammemeSet = [.verb, .infinitive, .gerund]

  /// The grammemes of a word in some reading.
  func grammemes(_ token: Int) -> GrammemeSet { engine.union(ofReadings: token).some }

  func isPreposition(_ token: Int) -> Bool { grammemes(token).contains(.preposition) }

  /// The cells of a word as a noun, an adjective or a participle.
  func nominalCells(_ token: Int) -> Cells {
    engine.union(ofReadings: token, with: [.noun, .adjective, .participle]).cells
  }

  /// The cells that the preposition before a place governs, if there is one that the rules know.
  private func prepositionCells(before end: Int) -> Cells? {
    for start in max(0, end - 3)..<end {
      for match in engine.listMatches(at: start) {
        let found = engine.document.listMatches[match]
        if found.end == end, let cells = grammar.cells(ofPreposition: found) { return cells }
      }
    }
    return nil
  }

  /// Those of an office's cells that agree with what governs it: of «от министра» and «визит министра» only the genitive.
  private func governed(_ cells: Cells, at title: Int) -> Cells {
    guard !cells.isDisjoint(with: .genitive), !cells.isDisjoint(with: .accusative) else {
      return cells
    }
    let flags = engine.document.tokens.flags
    var start = title
    while start > 0, !flags[start].contains(.sentenceStart), nouns(start - 1).isEmpty,
      !nominalCells(start - 1).isEmpty
    {
      start -= 1
    }
    guard start > 0, !flags[start].contains(.sentenceStart) else { return cells }
    let narrowed = cells.intersection(prepositionCells(before: start) ?? ownerCells(start - 1))
    return narrowed.isEmpty ? cells : narrowed
  }

  /// The genitive where whoever stands behind a noun can only be what it is of; all cells elsewhere.
  ///
  /// Behind a noun with a preposition there may be an object as well: «встретил в порту министра».
  private func ownerCells(_ noun: Int) -> Cells {
    let readings = nouns(noun)
    guard !readings.isEmpty, !isTime(noun),
      grammemes(noun).isDisjoint(with: Self.verbs.union([.adverb, .adjective, .participle])),
      !engine.has(.startsUpper, noun)
        || engine.document.tokens.flags[noun].contains(.sentenceStart),
      noun == 0 || engine.document.tokens.flags[noun].contains(.sentenceStart)
        || !isPreposition(noun - 1)
    else { return .all }
    return .genitive
  }
}
