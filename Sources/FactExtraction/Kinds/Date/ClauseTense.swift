import TextEngine

/// Finds the tense of the clause in which some words stand.
///
/// It is the tense of the nearest finite verb of the sentence. A verb between the same two commas counts before others,
/// and no verb counts beyond the marks of a quotation or bracket. A past participle counts like a verb where the words
/// belong to it: it opens what the commas enclose, or stands right before them.
///
///     «Мост откроют в мае»                «мае» → future
///     «Мост, закрытый в мае, починят»     «мае» → past
///     «Закрытый на ночь мост в мае снесут» «мае» → future
///
/// Which words lend a tense that is not their own, and after which prepositions a past tense says nothing, the lists
/// `@clause_tense` and `@ahead` of the rules tell.
final class ClauseTense {
  /// What the text says about when something happens.
  enum Tense: String {
    case past, present, future
  }

  private let engine: Engine
  // They are looked up at the first question, since most documents ask none.
  private lazy var tenses: ListID? = engine.program.list("clause_tense")
  private lazy var ahead: ListID? = engine.program.list("ahead")
  private lazy var feature: Int? = feature(of: tenses)
  private lazy var aheadFeature: Int? = feature(of: ahead)
  /// The other end of each pair of marks, made at the first question.
  private var pairs: [Int: Int]?

  /// The most tokens that are looked at on each side.
  private static let reach = 40

  init(engine: Engine) { self.engine = engine }

  /// The tense around some tokens of a match.
  ///
  /// The marks within the match separate nothing: «в среду, 21 марта».
  func tense(around tokens: Range<Int>, in match: Range<Int>) -> Tense {
    let pairs = pairs ?? markPairs()
    self.pairs = pairs
    var best: (rank: Int, tense: Tense)?
    func take(_ token: Int, _ distance: Int, _ marks: Int) {
      guard
        let found = verb(at: token, isApart: marks > 0)
          ?? (marks == 0 ? participle(at: token, before: tokens, in: match) : nil)
      else { return }
      let rank = (found.rank + (marks > 0 ? 4 : 0)) * 4 * Self.reach + distance
      if rank < best?.rank ?? .max { best = (rank, found.tense) }
    }
    walk(from: tokens.lowerBound - 1, by: -1, in: match, pairs, take)
    walk(from: tokens.upperBound, by: 1, in: match, pairs, take)
    let tense = best?.tense ?? .present
    guard tense != .future else { return tense }
    if let told = aheadTense(before: match.lowerBound) {
      // «В ночь на 5 мая прошёл дождь» is of what was.
      return told == .past ? tense : tense == .past ? .present : told
    }
    // The end of «с мая по август» says no more than that a past tense is not its own.
    return aheadTense(before: tokens.lowerBound) == nil ? tense : .present
  }

  private func feature(of list: ListID?) -> Int? {
    list.flatMap { engine.program.lists[$0].features.firstIndex(of: "tense") }
  }

  /// Goes from token to token to the end of the sentence, or of the quotation.
  private func walk(
    from start: Int,
    by step: Int,
    in match: Range<Int>,
    _ pairs: [Int: Int],
    _ take: (_ token: Int, _ distance: Int, _ marks: Int) -> Void
  ) {
    var token = start
    var marks = 0
    for distance in 1...Self.reach {
      guard token >= 0, token < engine.document.tokens.count else { return }
      let startsSentence = engine.document.tokens.flags[token].contains(.sentenceStart)
      if step > 0, startsSentence { return }
      if let other = pairs[token] {
        // A pair that opens on the way is passed over, one that was open before is the border.
        guard (other - token) * step > 0 else { return }
        token = other + step
        if step < 0, engine.document.tokens.flags[other].contains(.sentenceStart) { return }
        continue
      }
      if !engine.has(.punctuation, token) {
        take(token, distance, marks)
      } else if !match.contains(token) {
        marks += 1
      }
      if step < 0, startsSentence { return }
      token += step
    }
  }

  private func markPairs() -> [Int: Int] {
    var pairs: [Int: Int] = [:]
    for annotation in engine.document.annotations
    where annotation.type == CoreAnnotation.quoted.type
      || annotation.type == CoreAnnotation.bracketed.type
    {
      pairs[annotation.start] = annotation.end - 1
      pairs[annotation.end - 1] = annotation.start
    }
    return pairs
  }

  /// The tense that a token lends to its clause; the lower its rank, the more it counts.
  private func verb(at token: Int, isApart: Bool) -> (rank: Int, tense: Tense)? {
    let some = engine.union(ofReadings: token).some
    guard !some.isDisjoint(with: [.verb, .shortParticiple, .shortAdjective]) else { return nil }
    var isNoun = false
    var finite: Tense?
    var isParticiple = false
    var isAdjective = false
    for reading in engine.readings(of: token) {
      let grammemes = reading.analysis.grammemes
      if grammemes.contains(.shortParticiple) {
        isParticiple = true
      } else if grammemes.contains(.shortAdjective) {
        isAdjective = true
      } else if grammemes.contains(.verb) {
        if grammemes.contains(.past) {
          finite = finite ?? .past
        } else {
          let isOrder = grammemes.contains(.imperative)
          // What has another reading is hardly an order: «день», «три».
          if isOrder, hasOtherReadings(token) { continue }
          // «Приходите» is an order rather than a report of what somebody does.
          let isFuture = isOrder || grammemes.contains(.future)
          finite = isFuture && finite != .past ? .future : finite ?? .present
        }
      } else {
        isNoun = true
      }
    }
    guard finite != nil || isParticiple || isAdjective else { return nil }
    if let told = told(token) {
      // «Финал — 26 мая, сообщил тренер»: when he said so says nothing of the day.
      guard let told else { return isApart ? nil : finite.map { (3, $0) } }
      // «Начало» says as a noun that something is due, if no verb says more.
      if isNoun, told == .present { return (3, told) }
      let isPast = finite == .past && told == .future
      return (finite == nil ? 1 : 0, isPast ? .past : finite == .future ? .future : told)
    }
    if let finite { return (isNoun ? 2 : 0, finite) }
    return isParticiple ? (isNoun ? 2 : 1, .past) : nil
  }

  /// The past, where a token is a gerund, or a past participle to which the match behind it belongs.
  ///
  /// «Мост, закрытый в мае», «закрытый 5 мая мост», but not «закрытый мост 5 мая снесут».
  private func participle(
    at token: Int,
    before tokens: Range<Int>,
    in match: Range<Int>
  ) -> (rank: Int, tense: Tense)? {
    let past: GrammemeSet = [.participle, .past]
    let some = engine.union(ofReadings: token).some
    // «Выступая 5 мая, он обещал»: what goes with it is mostly told of the past.
    if some.contains(.gerund),
      engine.readings(of: token).allSatisfy({
        $0.analysis.grammemes.contains(.gerund)
      })
    {
      return (0, .past)
    }
    guard token < tokens.lowerBound, some.isSuperset(of: past),
      engine.readings(of: token).contains(where: { $0.analysis.grammemes.isSuperset(of: past) })
    else { return nil }
    // A preposition may stand between: «закрытый с 5 мая».
    let isBeside = token + 2 >= match.lowerBound
    let opens =
      !engine.document.tokens.flags[token].contains(.sentenceStart) && token > 0
      && engine.has(.punctuation, token - 1)
    return isBeside || opens ? (0, .past) : nil
  }

  /// Whether a token can be something else than a verb.
  private func hasOtherReadings(_ token: Int) -> Bool {
    engine.readings(of: token).contains { !$0.analysis.grammemes.contains(.verb) }
  }

  /// What the rules say of a word: a tense, or nil for a word that counts last; nothing for most words.
  private func told(_ token: Int) -> Tense?? {
    guard let tenses, let feature else { return .none }
    // «Должны были» is longer than «должны», and of the past.
    var end = 0
    var told: Tense?? = .none
    for index in engine.listMatches(at: token) {
      let found = engine.document.listMatches[index]
      let entry = engine.program.gazetteer.entries[found.entry]
      guard entry.list == tenses, found.end > end else { continue }
      end = found.end
      told = .some(tense(feature, of: entry))
    }
    return told
  }

  private func tense(_ feature: Int, of entry: Gazetteer.Entry) -> Tense? {
    guard case .text(let name) = engine.program.gazetteer.feature(feature, of: entry) else {
      return nil
    }
    return Tense(rawValue: name)
  }

  /// What the preposition before a token makes of a present, or nil if none of them is there.
  ///
  /// A past is that of words that leave the tense of the clause as it is.
  ///
  /// «Закрыт до 20 декабря» is of what is to come; a past tense says nothing there: «закрыли до 20 декабря».
  private func aheadTense(before token: Int) -> Tense? {
    guard let ahead else { return nil }
    // «не позднее» before «позднее»
    for start in max(token - 2, 0)..<max(token, 0) {
      for index in engine.listMatches(at: start) {
        let found = engine.document.listMatches[index]
        let entry = engine.program.gazetteer.entries[found.entry]
        guard found.end == token, entry.list == ahead else { continue }
        return aheadFeature.flatMap { tense($0, of: entry) } ?? .present
      }
    }
    return nil
  }
}
