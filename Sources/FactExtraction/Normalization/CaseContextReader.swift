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
    case passive
    case other
  }

  /// The cost of each case, in the order of `NameCase`.
  func rows() -> [Int] {
    switch governor {
    case .nothing: [0, 7, 6, 7, 8, 14]
    case .preposition(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 40 : 0 }
    case .prepositionOrAdverb(let cells):
      NameCase.all.map { row in
        if !row.isDisjoint(with: cells) { return 0 }
        return row == .nominative ? 3 : 40
      }
    case .coordination(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 5 : 0 }
    case .title(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 5 : 0 }
    case .noun(let cells, let isAnimate):
      zip(NameCase.all, [7, 0, 2, 10, 6, 14]).map { row, cost in
        isAnimate && !row.isDisjoint(with: cells) ? min(cost, 0) : cost + (isAnimate ? 3 : 0)
      }
    case .modifier(let cells): NameCase.all.map { $0.isDisjoint(with: cells) ? 8 : 0 }
    case .verb: hasObjectBefore ? [2, 4, 0, 6, 3, 14] : [2, 5, 3, 1, 4, 14]
    case .passive: [1, 6, 5, 6, 0, 14]
    case .other: [0, 4, 4, 4, 4, 14]
    }
  }

  private var governor: Governor {
    let start = tokens.lowerBound
    guard start > 0, !engine.document.tokens.flags[start].contains(.sentenceStart) else {
      return .nothing
    }
    let before = grammemes(start - 1)
    let isAdverb = before.contains { $0.contains(.adverb) }
    if let cells = prepositionCells {
      return isAdverb ? .prepositionOrAdverb(cells) : .preposition(cells)
    }
    if before.contains(where: { $0.contains(.preposition) }) {
      let cells = Cells.all.subtracting(.nominative)
      return isAdverb ? .prepositionOrAdverb(cells) : .preposition(cells)
    }
    if isAdverb { return .other }
    if before.contains(where: { $0.contains(.conjunction) }), start > 1 {
      let cells = nominalCells(start - 2)
      return cells.isEmpty ? .other : .coordination(cells)
    }
    if before.contains(where: { $0.contains(.shortParticiple) }) { return .passive }
    if before.contains(where: { !$0.isDisjoint(with: Self.verbs) }) { return .verb }
    if let cells = titleCells { return .title(cells) }
    let nouns = engine.readings(of: start - 1).filter { $0.analysis.grammemes.contains(.noun) }
    if !nouns.isEmpty {
      let cells = nouns.reduce(into: Cells()) { $0.formUnion($1.cells) }
      let isAnimate = nouns.contains { $0.analysis.grammemes.contains(.animate) }
      return .noun(cells, isAnimate: isAnimate)
    }
    let modifiers = nominalCells(start - 1)
    return modifiers.isEmpty ? .other : .modifier(modifiers)
  }

  /// The cells of an office before the phrase: «министр иностранных дел Японии Петрова» is no genitive.
  ///
  /// Only nouns, adjectives and participles stand between the two. Of «заместитель акима области» either may be meant.
  private var titleCells: Cells? {
    var cells: Cells?
    for token in stride(from: tokens.lowerBound - 1, through: max(0, tokens.lowerBound - 7), by: -1)
    {
      if let match = engine.listMatches(at: token).first(where: isTitle) {
        let own = engine.document.listMatches[match].cells
        cells = (cells ?? []).union(ofOne(own == .all ? nominalCells(token) : own))
      }
      guard !engine.document.tokens.flags[token].contains(.sentenceStart),
        !engine.has(.punctuation, token), !nominalCells(token).isEmpty
      else { return cells }
    }
    return cells
  }

  /// The singular cells where there are any: one name after «главы» has a genitive before it, no nominative of the plural.
  private func ofOne(_ cells: Cells) -> Cells {
    let singular = cells.subtracting(.plural)
    return singular.isEmpty ? cells : singular
  }

  private func isTitle(_ match: Int) -> Bool {
    grammar.isTitle(engine.document.listMatches[match].list)
  }

  private static let verbs: GrammemeSet = [.verb, .infinitive, .gerund]

  private func grammemes(_ token: Int) -> [GrammemeSet] {
    engine.readings(of: token).map(\.analysis.grammemes)
  }

  /// The cells of a word as a noun, an adjective or a participle.
  private func nominalCells(_ token: Int) -> Cells {
    engine.readings(of: token).reduce(into: Cells()) { cells, reading in
      if !reading.analysis.grammemes.isDisjoint(with: [.noun, .adjective, .participle]) {
        cells.formUnion(reading.cells)
      }
    }
  }

  /// The cells that the preposition before the phrase governs, if there is one that the rules know.
  private var prepositionCells: Cells? {
    let end = tokens.lowerBound
    for start in max(0, end - 3)..<end {
      for match in engine.listMatches(at: start) {
        let found = engine.document.listMatches[match]
        guard found.end == end, let cells = grammar.cells(ofPreposition: found.entry) else {
          continue
        }
        return cells
      }
    }
    return nil
  }

  /// Whether the verb before the phrase has its object before it: «премию вручили Петрову».
  private var hasObjectBefore: Bool {
    let place = tokens.lowerBound - 1
    let verb = finiteVerb(place)
    for token in stride(from: place - 1, through: max(0, place - 4), by: -1) {
      if engine.document.tokens.flags[token + 1].contains(.sentenceStart) { return false }
      let nouns = engine.readings(of: token).filter { $0.analysis.grammemes.contains(.noun) }
      let isObject = nouns.contains { !$0.cells.isDisjoint(with: .accusative) }
      let canBeSubject = nouns.contains { reading in
        verb.map { isSubject(reading.cells, of: $0) } ?? false
      }
      if isObject, !canBeSubject { return true }
    }
    return false
  }

  /// Whether a word with these cells can be the subject of a verb.
  private func isSubject(_ cells: Cells, of verb: FiniteVerb) -> Bool {
    let nominative = cells.intersection(.nominative)
    return CaseContext.columns.contains { !nominative.isDisjoint(with: $0) && verb.fits($0) }
  }

  // MARK: The verb

  /// What speaks against being the subject in each gender or number, or for it where it is negative.
  func subjectCosts() -> [Int] {
    let before = finiteVerb(tokens.lowerBound - 1)
    let next = nextVerb
    // Where the noun before can be the subject itself, a verb that fits says little.
    lazy var isTelling = next.map { $0.isPast && !hasSubjectBefore($0) } ?? false
    return CaseContext.columns.map { wanted in
      var cost = 0
      if let before { cost += before.fits(wanted) ? -4 : 12 }
      guard let next else { return cost }
      guard next.fits(wanted) else { return cost + 8 }
      return cost - (isTelling ? 9 : 3)
    }
  }

  /// Whether a noun before the phrase can be the subject of the verb: «книга Александра Петрова понравилась».
  private func hasSubjectBefore(_ verb: FiniteVerb) -> Bool {
    for token in stride(from: tokens.lowerBound - 1, through: max(0, tokens.lowerBound - 5), by: -1)
    {
      let next = engine.document.tokens.flags[token + 1]
      guard !next.contains(.sentenceStart), !engine.has(.punctuation, token) else { return false }
      if grammemes(token).contains(where: { $0.contains(.preposition) }) { continue }
      let isGoverned =
        token > 0 && grammemes(token - 1).contains(where: { $0.contains(.preposition) })
      if isGoverned { continue }
      let isThere = engine.readings(of: token).contains { reading in
        reading.analysis.grammemes.contains(.noun) && isSubject(reading.cells, of: verb)
      }
      if isThere { return true }
    }
    return false
  }

  /// The verb soon after the phrase; only adverbs and particles stand between.
  private var nextVerb: FiniteVerb? {
    for token in tokens.upperBound..<min(tokens.upperBound + 4, engine.document.tokens.count) {
      if engine.document.tokens.flags[token].contains(.sentenceStart) { return nil }
      if let verb = finiteVerb(token) { return verb }
      let isLight = grammemes(token).contains {
        !$0.isDisjoint(with: [.adverb, .particle, .parenthetical])
      }
      guard isLight else { return nil }
    }
    return nil
  }

  /// The readings of a token as a verb; nil where it can be something else.
  private func finiteVerb(_ token: Int) -> FiniteVerb? {
    guard engine.document.tokens.flags.indices.contains(token) else { return nil }
    let readings = engine.readings(of: token)
    guard !readings.isEmpty,
      readings.allSatisfy({ $0.analysis.grammemes.contains(.verb) })
    else { return nil }
    return FiniteVerb(readings: readings)
  }
}

/// A word that is nothing but a verb.
private struct FiniteVerb {
  var readings: [WordReading]

  var isPast: Bool { readings.contains { $0.analysis.grammemes.contains(.past) } }

  /// Whether it agrees with a subject of a gender or number.
  func fits(_ wanted: Cells) -> Bool {
    readings.contains { verb in
      verb.analysis.grammemes.isDisjoint(with: [.firstPerson, .secondPerson, .imperative])
        && !verb.cells.intersection(.nominative).isDisjoint(with: wanted)
    }
  }
}
