import TextEngine

/// Lets the mentions of a document decide names that their own form and place leave open.
///
///     «Книга о Неруде вышла. Неруда приехал.» → both Неруда, though «Неруде» could be a Неруд as well
///     «Портрет Петра Порошенко. Петро Порошенко уехал.» → both Петро Порошенко
///
/// Only what another mention shows for certain is taken, and only where nothing shows what the name was taken for.
struct NameSettler {
  /// A mention whose words were decided.
  private struct Mention {
    var fact: Int
    var decision: NameDecision
  }

  private let names: PersonNameReader
  private let emitter: FactEmitter
  private let engine: Engine
  private var mentions: [Mention] = []
  /// For each fact the name that it has, folded; nil for facts that are no names.
  private var personNames: [PersonName?] = []
  /// The family names that were found again, each as it stands there.
  private var repetitions: [Mention] = []

  init(names: PersonNameReader, emitter: FactEmitter) {
    self.names = names
    self.emitter = emitter
    engine = emitter.engine
  }

  /// Takes up a fact whose match has just been read.
  ///
  /// A family name that was found again gets its sex by the words around it.
  ///
  /// - Parameter place: The place that the fact will have.
  mutating func note(_ match: Match, _ fact: inout Fact, at place: Int) {
    if let decision = names.decision(match) {
      mentions.append(Mention(fact: place, decision: decision))
    } else if fact.tokens.count == 1, names.isName(fact), payload(of: match) != nil {
      let decision = names.family(fact.tokens.lowerBound)
      names.setSex(of: &fact, decision.gender)
      repetitions.append(Mention(fact: place, decision: decision))
    }
    personNames.append(personName(of: fact))
  }

  /// Puts right the names that other mentions decide.
  ///
  /// - Parameters:
  ///   - facts: All facts so far.
  ///   - new: Those of the phase that has just run.
  ///   - origins: The matches that they were read from.
  /// - Returns: Whether there were any.
  mutating func settle(_ facts: inout [Fact], new: Range<Int>, origins: [Match]) -> Bool {
    // Without another name nothing has changed.
    guard new.contains(where: { names.isName(facts[$0]) }) else { return false }
    let open = mentions.indices.filter { mentions[$0].decision.isOpen }
    guard mentions.count > 1 || facts.count > mentions.count, !open.isEmpty else { return false }
    var evidence = evidence()
    let others = open.map { mentions[$0].decision.alternatives }
    let plain = plainFamilies(of: open.map { mentions[$0].decision }, others, facts)
    for family in plain { evidence.addMan(family: family) }
    var changed: Set<Int> = []
    for (place, alternatives) in zip(open, others) {
      let (fact, decision) = (mentions[place].fact, mentions[place].decision)
      // Where only the sex is open, as in «Ярославе Магучих», another mention need not have the given name.
      let relevant = alternatives.filter { other in
        decision.gender == nil
          || isPlain(other, plain)
          || decision.tokens.indices.allSatisfy {
            decision.isSpelled(like: other, at: $0)
              || evidence.hasPart(Folding.folded(other.nominative(at: $0)))
          }
      }
      guard !relevant.isEmpty, let name = personNames[fact] else { continue }
      var best = (support: evidence.support(of: name, decision.gender, fact: fact), place: -1)
      for (index, other) in relevant.enumerated() {
        guard let read = read(other, origins[fact], facts),
          let name = personName(of: read)
        else { continue }
        let support = evidence.support(of: name, other.gender, fact: fact)
        if support > best.support { best = (support, index) }
      }
      guard best.place >= 0, let read = read(relevant[best.place], origins[fact], facts) else {
        continue
      }
      facts[fact].fields = read.fields
      personNames[fact] = personName(of: facts[fact])
      names.settle(relevant[best.place], for: origins[fact])
      mentions[place].decision = relevant[best.place]
      changed.insert(fact)
    }
    if !changed.isEmpty { repeatNames(changed, &facts, origins) }
    return !changed.isEmpty
  }

  /// The family names of men, folded, that mentions may have and that stand by themselves in the text.
  ///
  /// «Сообщили от имени Александра Весельчакова. … Весельчаков уехал»: no form of a woman's name ends so.
  private func plainFamilies(
    of decisions: [NameDecision],
    _ others: [[NameDecision]],
    _ facts: [Fact]
  ) -> Set<[UInt8]> {
    var wanted: Set<[UInt8]> = []
    for (decision, others) in zip(decisions, others) where decision.gender != .masculine {
      guard let own = decision.lastNominative else { continue }
      for other in others where other.gender == .masculine {
        guard let family = other.lastNominative, family.count < own.count else { continue }
        wanted.insert(Folding.folded(family))
      }
    }
    guard !wanted.isEmpty else { return [] }
    let lengths = Set(wanted.map(\.count))
    let tokens = engine.document.tokens
    let inNames = tokensInNames(facts)
    var plain: Set<[UInt8]> = []
    for token in 0..<tokens.count
    where engine.has(.startsUpper, token) && lengths.contains(tokens.span(token).count) {
      let word = engine.folded(token)
      if wanted.contains(word), !inNames[token] { plain.insert(word) }
    }
    return plain
  }

  /// Whether each token belongs to a name that has been read: «Весельчаков» in «Иван Весельчаков» tells of Иван only.
  private func tokensInNames(_ facts: [Fact]) -> [Bool] {
    var inNames = [Bool](repeating: false, count: engine.document.tokens.count)
    for fact in facts where fact.tokens.count > 1 && names.isName(fact) {
      for token in fact.tokens where inNames.indices.contains(token) { inNames[token] = true }
    }
    return inNames
  }

  /// Whether a decision reads the name of a man whose family name stands by itself in the text.
  private func isPlain(_ decision: NameDecision, _ plain: Set<[UInt8]>) -> Bool {
    guard !plain.isEmpty, decision.gender == .masculine, let family = decision.lastNominative
    else { return false }
    return plain.contains(Folding.folded(family))
  }

  /// The fact of a match, read as a decision has it.
  private func read(_ decision: NameDecision, _ origin: Match, _ facts: [Fact]) -> Fact? {
    names.assuming(decision, for: origin) { emitter.fact(of: origin, facts: facts) }
  }

  private func personName(of fact: Fact) -> PersonName? {
    PersonName(fact, names.fields[fact.schema])
  }

  private func evidence() -> NameEvidence {
    var evidence = NameEvidence()
    for mention in mentions where mention.decision.isCertain {
      guard let name = personNames[mention.fact] else { continue }
      evidence.add(name, mention.decision.gender, fact: mention.fact)
    }
    for mention in repetitions where mention.decision.isCertain {
      guard var name = personNames[mention.fact], !name.family.isEmpty,
        !mention.decision.tokens.isEmpty
      else { continue }
      name.family = Folding.folded(mention.decision.nominative(at: 0))
      evidence.add(name, mention.decision.gender, fact: mention.fact)
    }
    return evidence
  }

  /// Reads facts again whose names are those of others.
  private mutating func repeatNames(
    _ changed: Set<Int>,
    _ facts: inout [Fact],
    _ origins: [Match]
  ) {
    let genders = Dictionary(
      repetitions.map { ($0.fact, $0.decision.gender) },
      uniquingKeysWith: { first, _ in first }
    )
    for (fact, origin) in origins.enumerated() {
      guard let target = payload(of: origin), changed.contains(target), !changed.contains(fact),
        facts[fact].schema == facts[target].schema,
        var read = emitter.fact(of: origin, facts: facts)
      else { continue }
      names.setSex(of: &read, genders[fact] ?? nil)
      facts[fact].fields = read.fields
      personNames[fact] = personName(of: facts[fact])
    }
  }

  /// The fact whose name a match has found again.
  private func payload(of origin: Match) -> Int? {
    let event = origin.path.events.first { $0.kind == .annotation }
    guard let event, engine.document.annotations.indices.contains(event.value) else { return nil }
    let annotation = engine.document.annotations[event.value]
    let rule = engine.program.rules[origin.rule]
    guard let schema = rule.schema,
      annotation.type == engine.program.repetitionType(ofSchema: schema)
    else { return nil }
    return annotation.payload
  }
}
