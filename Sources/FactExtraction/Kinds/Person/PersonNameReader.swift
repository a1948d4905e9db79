import TextEngine

/// Puts people's names into the nominative.
///
/// All words of a name are decided together: of the twelve cells of case and sex it takes the one in which they cost
/// least, with what the words around the name tell.
///
///     «с Павлом Фредлундом» → Павел Фредлунд, masculine
///     «портрет Александра Петрова» → Александр Петров; «Александра Петрова приехала» → Александра Петрова
final class PersonNameReader {
  let engine: Engine
  /// What tells the case of a phrase.
  let cases: CaseGrammar
  private let words: NameWordReader
  private let particles: ListID?
  private let bearers: [Int: Cells]
  private let roleBearers: [Int: Cells]
  private let labels: [[(label: Int, part: NamePart?)]]
  private let inflector: NameInflector
  /// For each schema, the fields of a person's name; nil where its facts are no names.
  let fields: [NameFields?]
  /// For each schema, the field of the family name; nil where its facts are no names.
  let familyFields: [Int?]
  /// What the matches of the document have been read as.
  ///
  /// Each is decided once, when its fact is made, so that a name
  /// that is asked for later is the same whatever has been read since.
  private var decisions: [Key: NameDecision] = [:]
  /// The match that was asked for last, which is asked for once for each field, and what it was read as.
  private var latest: (key: Key, decision: NameDecision)?
  /// The cases of the names read so far, by the token behind each, where they are certain.
  private var rows: [Int: Int] = [:]

  /// A match, as far as it reads a name.
  private struct Key: Hashable {
    var rule: Int
    var tokens: Range<Int>

    init(_ match: Match) { (rule, tokens) = (match.rule, match.tokens) }
  }

  /// Makes a reader for one engine.
  init(engine: Engine, grammar: NameGrammar) {
    self.engine = engine
    cases = CaseGrammar(engine.program)
    words = NameWordReader(engine: engine, grammar: grammar)
    inflector = NameInflector(engine: engine, grammar: grammar)
    particles = engine.program.list("name_particle")
    let fields = engine.program.schemas.map(NameFields.init)
    self.fields = fields
    familyFields = fields.map { $0?.field(of: .family) }
    bearers = engine.program.bearerGenders("name_suffix", "form_of_address")
    roleBearers = engine.program.bearerGenders("role_of_sex")
    // Rules without models of declension have their names put into the nominative word by word, as other phrases.
    labels =
      grammar.models.isEmpty
      ? [] : engine.program.rules.map { NameLabels.labels(of: $0, fields) }
  }

  /// Forgets all matches, since another document begins.
  func begin() {
    decisions.removeAll(keepingCapacity: true)
    latest = nil
    rows.removeAll(keepingCapacity: true)
  }

  /// What the name that a match has read is in the nominative; nil where it has read no name.
  func decision(_ match: Match) -> NameDecision? {
    guard labels.indices.contains(match.rule), !labels[match.rule].isEmpty else { return nil }
    let key = Key(match)
    if let latest, latest.key == key { return latest.decision }
    if let known = decisions[key] {
      latest = (key, known)
      return known
    }
    guard let decision = decide(match) else { return nil }
    set(decision, for: key)
    return decision
  }

  private func set(_ decision: NameDecision?, for key: Key) {
    decisions[key] = decision
    latest = decision.map { (key, $0) }
  }

  /// Whether a fact is somebody's name.
  func isName(_ fact: Fact) -> Bool { fields[fact.schema] != nil }

  /// Reads something with a decision tried for a match.
  func assuming<Result>(
    _ decision: NameDecision,
    for match: Match,
    _ read: () -> Result
  ) -> Result {
    let key = Key(match)
    let known = decisions[key]
    set(decision, for: key)
    defer { set(known, for: key) }
    return read()
  }

  /// Takes a decision for a match from now on.
  func settle(_ decision: NameDecision, for match: Match) { set(decision, for: Key(match)) }

  /// The words of a name in a case, by token; nil where the match has read no name.
  ///
  /// - Parameter row: The case, by its place in `NameCase.all`.
  func forms(_ match: Match, row: Int) -> TokenTexts? {
    guard let decision = decision(match) else { return nil }
    return decision.texts { form(decision, at: $0, row: row) }
  }

  /// One word of a name in a case.
  func form(_ decision: NameDecision, at place: Int, row: Int) -> String {
    inflector.form(
      decision.reading(at: place),
      of: decision.text(at: place),
      row: row,
      gender: decision.likelierGender
    )
  }

  /// One word of a name in all cases.
  func forms(_ decision: NameDecision, at place: Int) -> [String] {
    inflector.forms(
      decision.reading(at: place),
      of: decision.text(at: place),
      gender: decision.likelierGender
    )
  }

  /// Says the sex of the bearer in a fact that has a field for it, where the name tells and no rule did, and that the name
  /// can stand in the case that was decided.
  ///
  /// The words of «Министр Валентина Белова уехала» agree as the genitive of a man as well.
  func complete(_ fact: inout Fact, _ match: Match) {
    guard fields[fact.schema]?.sex != nil else { return }
    guard let decision = decision(match) else {
      // «Певица Чжан Цзыи»: no word of the name changes.
      let told = genders(whole(match))
      setSex(of: &fact, [.masculine, .feminine].first { $0 == told })
      return
    }
    fact.cells.formUnion(NameCase.all[decision.row].intersection(decision.likelierGender))
    setSex(of: &fact, decision.gender)
  }

  /// Says the sex in a fact that has a field for it, where it is known and no rule said it.
  func setSex(of fact: inout Fact, _ gender: Cells?) {
    guard let field = fields[fact.schema]?.sex, fact.fields[field] == nil, let gender else {
      return
    }
    fact.fields[field] = NameFields.value(ofSex: gender)
  }

  /// The sex that a fact says of its bearer, in all cases; nil where it says none.
  func sex(of fact: Fact) -> Cells? {
    guard let field = fields[fact.schema]?.sex, let value = fact.fields[field] else { return nil }
    return [Cells.masculine, .feminine].first { NameFields.value(ofSex: $0) == value }
  }

  /// What one word can be as a family name where it stands.
  func family(_ token: Int) -> NameDecision {
    let context = CaseContext(around: token..<(token + 1), engine, cases)
    let words = [words.word(token, .family)]
    return NameDecision([token], words, context, NameCase.genders(nil))
  }

  private func decide(_ match: Match) -> NameDecision? {
    var parts: [(token: Int, part: NamePart?)] = []
    for (label, part) in labels[match.rule] {
      for range in match.path.ranges(ofLabel: label) {
        for token in range where isName(token, last: token + 1 == range.upperBound) {
          parts.removeAll { $0.token == token }
          parts.append((token, part))
        }
      }
    }
    guard !parts.isEmpty else { return nil }
    parts.sort { $0.token < $1.token }
    let tokens = parts.map(\.token)
    let names = parts.map { words.word($0.token, $0.part) }
    let whole = whole(match)
    let context = CaseContext(around: whole, engine, cases, listRow: listRow(before: whole))
    let decision = NameDecision(tokens, names, context, genders(whole))
    rows[whole.upperBound] = decision.isCaseCertain ? decision.row : nil
    return decision
  }

  /// The case of the name before, if the two stand in a list: «архитекторов Бурдина, Климова и Сомова», «Бурдина, а не
  /// Климова».
  private func listRow(before tokens: Range<Int>) -> Int? {
    let flags = engine.document.tokens.flags
    let first = max(0, tokens.lowerBound - Self.longestJoint)
    for token in stride(from: tokens.lowerBound - 1, through: first, by: -1) {
      guard !flags[token + 1].contains(.sentenceStart), joins(token) else { return nil }
      if let row = rows[token] { return row }
    }
    return nil
  }

  /// The most words between two names of a list: «, но и», «, а не».
  private static let longestJoint = 3

  /// Whether a token is a comma, a conjunction or a particle.
  private func joins(_ token: Int) -> Bool {
    engine.folded(token) == [UInt8(ascii: ",")]
      || engine.readings(of: token).contains {
        !$0.analysis.grammemes.isDisjoint(with: [.conjunction, .particle])
      }
  }

  /// The tokens of the whole name, with what does not change: those that the fact covers.
  private func whole(_ match: Match) -> Range<Int> {
    guard let label = engine.program.rules[match.rule].spanLabel else { return match.tokens }
    return match.path.tokensCovered(byLabel: label) ?? match.tokens
  }

  /// Whether a token is a word of a name that can change: no initial, no particle, no numeral.
  private func isName(_ token: Int, last: Bool) -> Bool {
    guard !engine.has(.initial, token), !engine.has(.abbreviation, token) else { return false }
    // «Ван» and «Ле» are particles with a capital.
    guard last || !isParticle(token) else { return false }
    // Nearly all are a Russian word with a capital in front.
    if engine.has(.startsUpper, token),
      engine.text.bytes[Int(engine.document.tokens.starts[token])] & 0xFE == 0xD0
    {
      return true
    }
    return engine.text(of: token).split(separator: "-").contains {
      $0.unicodeScalars.first?.properties.isUppercase ?? false
    }
  }

  /// The sexes that a suffix in the name, a form of address or an office before it leaves: «Гейдар оглы» and «господин
  /// Мартин» are men, «актриса Мишель» is a woman.
  private func genders(_ tokens: Range<Int>) -> Cells {
    for token in max(0, tokens.lowerBound - 1)..<tokens.upperBound {
      for match in engine.listMatches(at: token) {
        let entry = engine.document.listMatches[match].entry
        if let genders = bearers[entry] { return genders }
        // «Граф» is a family name as well.
        if token < tokens.lowerBound, let genders = roleBearers[entry] { return genders }
      }
    }
    return NameCase.genders(nil)
  }

  private func isParticle(_ token: Int) -> Bool {
    engine.listMatches(at: token).contains {
      engine.document.listMatches[$0].list == particles
    }
  }
}
