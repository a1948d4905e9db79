import TextEngine

/// Puts people's names into the nominative.
///
/// All words of a name are decided together: of the twelve cells of case and sex it takes the one in which they cost
/// least, with what the words around the name tell.
///
///     «с Павлом Фредлундом» → Павел Фредлунд, masculine
///     «портрет Александра Петрова» → Александр Петров; «Александра Петрова приехала» → Александра Петрова
final class PersonNameReader {
  /// What a name is in the nominative.
  struct Decision {
    /// The nominative of each word, by its token.
    var nominatives: [Int: String] = [:]
    /// The sex of the bearer; nil where nothing tells.
    var gender: Cells?
  }

  private let engine: Engine
  /// What tells the case of a phrase.
  let cases: CaseGrammar
  private let words: NameWordReader
  private let particles: ListID?
  private let suffixes: [Int: Cells]
  private let labels: [[Int: NamePart?]]
  private var last: (match: Match, decision: Decision?)?

  /// Makes a reader for one engine.
  init(engine: Engine, grammar: NameGrammar) {
    self.engine = engine
    cases = CaseGrammar(engine.program)
    words = NameWordReader(engine: engine, grammar: grammar)
    particles = engine.program.list("name_particle")
    suffixes = engine.program.suffixGenders()
    // Rules without models of declension have their names put into the nominative word by word, as other phrases.
    labels =
      grammar.models.isEmpty
      ? [] : engine.program.rules.map { NameLabels.labels(of: $0, engine.program) }
  }

  /// Forgets the match at hand, since another document begins.
  func begin() { last = nil }

  /// The nominatives of the name that a match has read; nil where it has read no name.
  func decision(_ match: Match) -> Decision? {
    if let last, last.match.rule == match.rule, last.match.tokens == match.tokens {
      return last.decision
    }
    let decision = decide(match)
    last = (match, decision)
    return decision
  }

  private func decide(_ match: Match) -> Decision? {
    guard labels.indices.contains(match.rule), !labels[match.rule].isEmpty else { return nil }
    var parts: [Int: NamePart?] = [:]
    for (label, part) in labels[match.rule] {
      for range in match.path.ranges(ofLabel: label) {
        for token in range where isName(token, last: token + 1 == range.upperBound) {
          parts[token] = part
        }
      }
    }
    let tokens = parts.keys.sorted()
    guard !tokens.isEmpty else { return nil }
    let names = tokens.map { words.word($0, parts[$0] ?? nil) }
    let whole = whole(match)
    let context = CaseContext(around: whole, engine, cases)
    return Self.decision(tokens, names, context, suffixGenders(whole))
  }

  /// The tokens of the whole name, with what does not change: those that the fact covers.
  private func whole(_ match: Match) -> Range<Int> {
    guard let label = engine.program.rules[match.rule].spanLabel else { return match.tokens }
    let ranges = match.path.ranges(ofLabel: label).filter { !$0.isEmpty }
    guard let first = ranges.map(\.lowerBound).min(), let last = ranges.map(\.upperBound).max()
    else { return match.tokens }
    return first..<last
  }

  /// Whether a token is a word of a name that can change: no initial, no particle, no numeral.
  private func isName(_ token: Int, last: Bool) -> Bool {
    guard !engine.has(.initial, token), !engine.has(.abbreviation, token) else { return false }
    // «Ван» and «Ле» are particles with a capital.
    guard last || !isParticle(token) else { return false }
    return engine.text(of: token).split(separator: "-").contains {
      $0.unicodeScalars.first?.properties.isUppercase ?? false
    }
  }

  /// The sexes that a suffix in the name leaves: «Гейдар оглы» is a man.
  private func suffixGenders(_ tokens: Range<Int>) -> Cells {
    for token in tokens {
      for match in engine.listMatches(at: token) {
        if let genders = suffixes[engine.document.listMatches[match].entry] { return genders }
      }
    }
    return NameCase.genders(nil)
  }

  private func isParticle(_ token: Int) -> Bool {
    engine.listMatches(at: token).contains {
      engine.document.listMatches[$0].list == particles
    }
  }

  private static func decision(
    _ tokens: [Int],
    _ names: [NameWord],
    _ context: CaseContext,
    _ genders: Cells
  ) -> Decision? {
    var best: (cost: Int, row: Int, column: Int)?
    var costs = [Int.max, Int.max]
    for (row, cells) in NameCase.all.enumerated() {
      for (column, gender) in [Cells.masculine, .feminine].enumerated() {
        let cell = cells.intersection(gender)
        var cost = context.cost(row: row, column: column)
        if gender.isDisjoint(with: genders) { cost += NameWord.impossible }
        for name in names { cost += name.best(cell).cost }
        costs[column] = min(costs[column], cost)
        if best.map({ cost < $0.cost }) ?? true { best = (cost, row, column) }
      }
    }
    guard let best else { return nil }
    let cell = NameCase.all[best.row].intersection([Cells.masculine, .feminine][best.column])
    var decision = Decision()
    for (token, name) in zip(tokens, names) {
      decision.nominatives[token] = name.best(cell).nominative
    }
    if costs[0] != costs[1] { decision.gender = best.column == 0 ? .masculine : .feminine }
    return decision
  }
}
