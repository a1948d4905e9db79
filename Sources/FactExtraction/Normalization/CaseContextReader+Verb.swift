import TextEngine

extension CaseContextReader {
  /// Whether the verb before the phrase has its object before it: «премию вручили Петрову».
  var hasObjectBefore: Bool {
    let place = tokens.lowerBound - 1
    let verb = finiteVerb(place)
    for token in stride(from: place - 1, through: max(0, place - 4), by: -1) {
      if engine.document.tokens.flags[token + 1].contains(.sentenceStart) { return false }
      let nouns = nouns(token)
      let isObject = !nouns.cells.isDisjoint(with: .accusative)
      let canBeSubject = verb.map { isSubject(nouns.cells, of: $0) } ?? false
      if isObject, !canBeSubject { return true }
    }
    return false
  }

  /// Whether the verb before the phrase has no object in the accusative: «приехал Петров».
  var isBehindIntransitive: Bool {
    finiteVerb(tokens.lowerBound - 1)?.isIntransitive ?? false
  }

  /// Whether a word with these cells can be the subject of a verb.
  private func isSubject(_ cells: Cells, of verb: FiniteVerb) -> Bool {
    let nominative = cells.intersection(.nominative)
    return CaseContext.columns.contains { !nominative.isDisjoint(with: $0) && verb.fits($0) }
  }

  /// What speaks against being the subject in each gender or number, or for it where it is negative.
  func subjectCosts() -> [Int] {
    let before = finiteVerb(tokens.lowerBound - 1)
    let next = nextVerb
    let isJoined = isJoined
    func fits(_ verb: FiniteVerb, _ wanted: Cells) -> Bool {
      verb.fits(wanted) || isJoined && verb.fits(.plural)
    }
    // Where the noun before can be the subject itself, a verb that fits says little.
    lazy var isTelling = next.map { $0.isPast && !hasSubjectBefore($0) } ?? false
    return CaseContext.columns.map { wanted in
      var cost = 0
      // Where the verb has its subject, it says nothing of what follows: «жена бросила Карпова».
      if let before, !fits(before, wanted) {
        cost += 12
      } else if let before, !before.fits(wanted), !before.isIntransitive {
        // «Задержали Иванова и Петрова»: two may do something, or somebody did it to them.
      } else if let before, !hasSureSubject(before, at: tokens.lowerBound - 1) {
        // «Суд арестовал Петрова»: the noun before is the subject rather than what follows.
        cost -= hasSubject(before, at: tokens.lowerBound - 1) ? 2 : 4
      }
      guard let next else { return cost }
      guard fits(next, wanted) else { return cost + 8 }
      return cost - (isTelling ? 9 : 3)
    }
  }

  /// Whether a verb in the plural says that the phrase is its subject: «учителя вышли» at the beginning of a sentence,
  /// «вышли учителя».
  ///
  /// - Parameter canBeObject: Whether it can be one in the accusative, as in «учителя вызвали» and «вызвали учителя».
  func areSubjects(canBeObject: Bool) -> Bool {
    let start = tokens.lowerBound
    guard engine.document.tokens.flags.indices.contains(start) else { return false }
    if beginsSentence {
      guard let verb = nextVerb ?? verbBehindOthers else { return false }
      return verb.isOfMany && !(canBeObject && verb.isPast && !verb.isIntransitive)
    }
    guard let verb = finiteVerb(start - 1), verb.isOfMany, verb.isIntransitive else { return false }
    return !hasSureSubject(verb, at: start - 1)
  }

  /// Whether no word stands before the phrase in its sentence but an adverb, or others that may do the same: «прокуроры,
  /// судьи».
  private var beginsSentence: Bool {
    let flags = engine.document.tokens.flags
    var start = tokens.lowerBound
    for _ in 0..<Self.maximumJoined {
      guard start > 1, !flags[start].contains(.sentenceStart), joins(start - 1),
        !flags[start - 1].contains(.sentenceStart),
        !nouns(start - 2).cells.isDisjoint(with: Self.many)
      else { break }
      start -= 2
    }
    if flags[start].contains(.sentenceStart) { return true }
    guard start > 0, flags[start - 1].contains(.sentenceStart) else { return false }
    return engine.union(ofReadings: start - 1).common.contains(.adverb)
  }

  private static let many = Cells.nominative.intersection(.plural)
  /// The most words before the phrase that may do the same, so that a long row takes linear time.
  private static let maximumJoined = 8

  /// Whether a token joins words of the same sort.
  private func joins(_ token: Int) -> Bool {
    engine.folded(token) == [UInt8(ascii: ",")]
      || grammemes(token).contains(.conjunction)
  }

  /// Whether a noun or pronoun right before a verb can be nothing but its subject.
  private func hasSureSubject(_ verb: FiniteVerb, at place: Int) -> Bool {
    hasSubject(verb, at: place) && subjectCells(before: place).isDisjoint(with: .accusative)
  }

  /// Whether a noun or pronoun right before a verb can be its subject.
  private func hasSubject(_ verb: FiniteVerb, at place: Int) -> Bool {
    guard place > 0, !engine.document.tokens.flags[place].contains(.sentenceStart) else {
      return false
    }
    let isGoverned =
      place > 1
      && !engine.document.tokens.flags[place - 1].contains(.sentenceStart)
      && isPreposition(place - 2)
    return !isGoverned && isSubject(subjectCells(before: place), of: verb)
  }

  /// The cells of the word before a verb as a noun or pronoun.
  private func subjectCells(before place: Int) -> Cells {
    engine.union(ofReadings: place - 1, with: [.noun, .pronoun]).cells
  }

  /// Whether the phrase is one of several that are joined, so that a verb in the plural says nothing of its number:
  /// «Иванов и Петров приехали», «приехали Иванов, Петров».
  var isJoined: Bool {
    let flags = engine.document.tokens.flags
    func isJoint(_ token: Int, to other: Int) -> Bool {
      guard flags.indices.contains(token), !flags[token].contains(.sentenceStart) else {
        return false
      }
      // A comma joins names only; behind others a clause may begin.
      return grammemes(token).contains(.conjunction)
        || joins(token) && engine.has(.startsUpper, other)
    }
    func canBeNamed(_ token: Int) -> Bool {
      guard flags.indices.contains(token) else { return false }
      let isUnknown = engine.union(ofReadings: token).isEmpty
      return isUnknown
        ? engine.has(.startsUpper, token) : !nominalCells(token).isDisjoint(with: .nominative)
    }
    let (before, next) = (tokens.lowerBound - 2, tokens.upperBound + 1)
    return canBeNamed(before) && isJoint(before + 1, to: before)
      || canBeNamed(next) && isJoint(next - 1, to: next)
  }

  /// Whether a noun before the phrase can be the subject of the verb: «книга Александра Петрова понравилась».
  private func hasSubjectBefore(_ verb: FiniteVerb) -> Bool {
    for token in stride(from: tokens.lowerBound - 1, through: max(0, tokens.lowerBound - 5), by: -1)
    {
      let next = engine.document.tokens.flags[token + 1]
      guard !next.contains(.sentenceStart), !engine.has(.punctuation, token) else { return false }
      if isPreposition(token) || token > 0 && isPreposition(token - 1) { continue }
      if isSubject(nouns(token).cells, of: verb) { return true }
    }
    return false
  }

  /// The verb soon after the phrase; only adverbs, particles and what a preposition governs stand between: «тренер
  /// Александра Петрова в среду вечером сказал».
  private var nextVerb: FiniteVerb? {
    var isGoverned = false
    var isBehindNoun = false
    for token in tokens.upperBound..<min(tokens.upperBound + 8, engine.document.tokens.count) {
      if engine.document.tokens.flags[token].contains(.sentenceStart) { return nil }
      if let verb = finiteVerb(token) { return verb }
      if isPreposition(token) {
        (isGoverned, isBehindNoun) = (true, false)
        continue
      }
      if isGoverned {
        let cells = nominalCells(token)
        // Behind the noun stands only what it is of: «в команде города».
        if !cells.isDisjoint(with: isBehindNoun ? .genitive : .all) {
          isBehindNoun = isBehindNoun || !nouns(token).isEmpty
          continue
        }
      }
      guard !grammemes(token).isDisjoint(with: [.adverb, .particle, .parenthetical]),
        isGoverned || token < tokens.upperBound + 4
      else { return nil }
    }
    return nil
  }

  /// The verb behind the phrase, what it is of and what is joined to it: «главы Казахстана и России приняли», «учителя и
  /// врачи вышли».
  private var verbBehindOthers: FiniteVerb? {
    var isJoining = false
    for token in tokens.upperBound..<min(tokens.upperBound + 8, engine.document.tokens.count) {
      if engine.document.tokens.flags[token].contains(.sentenceStart) { return nil }
      if let verb = finiteVerb(token) { return verb }
      let cases: Cells = isJoining ? [.genitive, .nominative] : .genitive
      isJoining = joins(token)
      guard isJoining || !nominalCells(token).isDisjoint(with: cases) else { return nil }
    }
    return nil
  }

  /// The readings of a token as a verb or short participle; nil where it can be something else.
  private func finiteVerb(_ token: Int) -> FiniteVerb? {
    guard engine.document.tokens.flags.indices.contains(token) else { return nil }
    let verbs = engine.union(ofReadings: token, with: FiniteVerb.grammemes)
    guard !verbs.isEmpty, verbs.count == engine.union(ofReadings: token).count else { return nil }
    return FiniteVerb(readings: engine.readings(of: token))
  }
}

/// A word that is nothing but a verb or short participle.
private struct FiniteVerb {
  static let grammemes: GrammemeSet = [.verb, .shortParticiple]

  /// The genders and numbers of subjects that agree with it, in the nominative.
  private var subjects: Cells = []
  /// Whether it may be in the past.
  private(set) var isPast = false
  /// Whether it has no object in the accusative.
  private(set) var isIntransitive = true

  init(readings: [WordReading]) {
    for reading in readings {
      let grammemes = reading.analysis.grammemes
      if grammemes.contains(.past) { isPast = true }
      if grammemes.isDisjoint(with: [.intransitive, .imperative]) { isIntransitive = false }
      if grammemes.isDisjoint(with: [.firstPerson, .secondPerson, .imperative]) {
        subjects.formUnion(reading.cells.intersection(.nominative))
      }
    }
  }

  /// Whether its subject is many in any case.
  var isOfMany: Bool {
    fits(.plural) && !fits(.masculine) && !fits(.feminine) && !fits(.neuter)
  }

  /// Whether it agrees with a subject of a gender or number.
  func fits(_ wanted: Cells) -> Bool { !subjects.isDisjoint(with: wanted) }
}
