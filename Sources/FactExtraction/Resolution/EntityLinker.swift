import TextEngine

/// Joins the mentions of one person or organisation to one entity.
///
/// What is a name is said by the schema: a field marked `key` names the entity, fields marked `alias` are other names
/// of it. A mention under an alias joins the entity that has this alias; where several have it, that of its sex, else
/// the only one that has been named before; it stays on its own where neither tells. Names that differ in the words for
/// their state alone are names of one body: «МИД Польши», «польский МИД».
struct EntityLinker {
  /// Sets the entity of every fact whose kind has a key, and returns the entities by first mention.
  ///
  /// - Parameters:
  ///   - fields: Where facts have their keys and aliases.
  ///   - nameFields: For each schema, the fields of a person's name, if its facts are such names.
  ///   - states: Tells the states in names of others than people.
  static func link(
    _ facts: inout [Fact],
    _ fields: FieldPlaces,
    _ nameFields: [NameFields?],
    _ states: StateNames
  ) -> [Entity] {
    var linker = EntityLinker()
    let mentions = linker.mentions(facts, fields, nameFields, states)
    linker.index = EntityIndex(mentions: mentions.count)
    for mention in mentions { linker.take(mention) }
    return linker.entities(&facts, fields)
  }

  /// The names of a document as numbers, folded.
  private var names = SymbolTable()
  private var groups: [Group] = []
  private var index = EntityIndex(mentions: 0)
  /// The groups of the facts whose names begin with that of another fact; -1 for those that are not yet in one.
  private var wholes: [Int: Int] = [:]
  /// A folded name, while it is looked up.
  private var folded: [UInt8] = []

  /// A fact with its names.
  private struct Mention {
    var fact: Int
    var schema: Int
    var key: SymbolID
    /// How full the key is: its words, those that are written out first.
    var fullness: Int
    var aliases: [SymbolID]
    /// The name and its aliases with the state that they tell, whatever its words.
    var ofState: [SymbolID] = []
    /// The fact whose name begins with this one, in the same place of the text.
    var whole: Int?
    /// Whether it may stand without its state for a name that tells none, or the other way round.
    var reach = Reach()
    var person: PersonName?
    /// The parts of the person's name as numbers.
    var parts: EntityIndex.Person?
    /// The sex of the person, where it is known.
    var sex: FieldValue?

    func isOfOtherSex(than group: Group) -> Bool {
      guard let sex, let other = group.sex else { return false }
      return sex != other
    }
  }

  /// Whether a name tells a place.
  private struct Reach {
    /// It tells none.
    var isPlain = false
    /// It tells the state whose bodies are often named without it.
    var isHome = false

    /// Whether names with one alias are names of one body.
    func meets(_ other: Reach) -> Bool {
      isPlain && (other.isPlain || other.isHome) || isHome && other.isPlain
    }
  }

  private struct Group {
    var schema: Int
    /// The key of the first mention.
    var key: SymbolID
    /// Those of others that differ, which most groups lack.
    var otherKeys: Set<SymbolID> = []
    var aliases: Set<SymbolID>
    var person: PersonName?
    /// The parts of the person's name as numbers.
    var parts: EntityIndex.Person?
    /// The sex of the person, where the fullest mention tells it.
    var sex: FieldValue?
    var reach: Reach
    /// The fact with the fullest name.
    var first: Int
    /// The fact that stands first in the text.
    var earliest: Int
    var facts: [Int]

    /// Whether a mention's name, or one of its own aliases, is a name of this group.
    func bears(_ mention: Mention) -> Bool {
      hasKey(mention.key) || aliases.contains(mention.key)
        || mention.aliases.contains(where: hasKey)
    }

    private func hasKey(_ name: SymbolID) -> Bool { name == key || otherKeys.contains(name) }
  }

  /// The facts that have a name, fuller names first, so that a bare surname finds the name it belongs to.
  private mutating func mentions(
    _ facts: [Fact],
    _ fields: FieldPlaces,
    _ nameFields: [NameFields?],
    _ states: StateNames
  ) -> [Mention] {
    var mentions: [Mention] = []
    for place in facts.indices {
      guard let name = fields.key(of: facts[place]), !name.isEmpty else { continue }
      let schema = facts[place].schema
      var aliases: [SymbolID] = []
      for field in fields.aliases[schema] {
        guard let alias = facts[place].fields[field]?.string, !alias.isEmpty else { continue }
        let number = number(of: alias)
        if !aliases.contains(number) { aliases.append(number) }
      }
      let person = PersonName(facts[place], nameFields[schema])
      var mention = Mention(
        fact: place,
        schema: schema,
        key: number(of: name),
        fullness: Self.fullness(of: name),
        aliases: aliases,
        person: person,
        parts: person.map { EntityIndex.Person($0, &names) },
        sex: nameFields[schema]?.sex.flatMap { facts[place].fields[$0] }
      )
      if nameFields[schema] == nil {
        var tokens = facts[place].tokens
        if case .span(let span)? = fields.value(.nameSpan, of: facts[place]) {
          tokens = states.tokens(in: span, of: tokens)
        }
        if let parts = states.parts(of: name, in: tokens) {
          let shortNames = fields.aliases[schema].map { facts[place].fields[$0] }
          add(parts, shortNames: shortNames, to: &mention)
        } else if !mention.aliases.isEmpty {
          mention.reach.isPlain = states.isPlain(tokens)
        }
      }
      if nameFields[schema] == nil, let whole = mentions.last, whole.schema == schema,
        Self.begins(facts[whole.fact], with: facts[place], fields)
      {
        mentions[mentions.count - 1].aliases.append(mention.key)
        mention.whole = whole.fact
        wholes[whole.fact] = -1
      }
      mentions.append(mention)
    }
    mentions.sort { $0.fullness != $1.fullness ? $0.fullness > $1.fullness : $0.fact < $1.fact }
    return mentions
  }

  /// Whether a name begins with another one, which has been read from the first of its words: «Совет Безопасности ООН».
  ///
  /// The two name one body, and the document may go on with the shorter.
  private static func begins(_ whole: Fact, with part: Fact, _ fields: FieldPlaces) -> Bool {
    guard whole.tokens.lowerBound == part.tokens.lowerBound,
      let name = fields.key(of: whole)?.utf8, let start = fields.key(of: part)?.utf8,
      name.count > start.count, name.starts(with: start)
    else { return false }
    return name.dropFirst(start.count).first == UInt8(ascii: " ")
  }

  /// Enters the names of a body of a state.
  private mutating func add(
    _ parts: StateNames.Parts,
    shortNames: [FieldValue?],
    to mention: inout Mention
  ) {
    mention.reach.isHome = parts.isHome
    let rest = number(of: parts.rest)
    if parts.isLoose, !mention.aliases.contains(rest) { mention.aliases.append(rest) }
    for name in [parts.rest] + shortNames.compactMap({ $0?.string }) where !name.isEmpty {
      // No name has a line break in it.
      let whole = number(of: name + "\n" + parts.state)
      if !mention.ofState.contains(whole) { mention.ofState.append(whole) }
    }
  }

  /// The number of a name, however it is written.
  private mutating func number(of name: String) -> SymbolID {
    folded.removeAll(keepingCapacity: true)
    var name = name
    name.withUTF8 { Folding.appendFolded($0.span, keepingYo: false, to: &folded) }
    return names.intern(folded)
  }

  /// The number of words that are written out, and in the low 16 bits that of all words.
  ///
  /// «Стив Джобс» is fuller than «С. Джобс», and that is fuller than «Джобс».
  private static func fullness(of name: String) -> Int {
    var (words, whole) = (0, 0)
    var last = UInt8(ascii: " ")
    func end() {
      guard last != UInt8(ascii: " ") else { return }
      words += 1
      if last != UInt8(ascii: ".") { whole += 1 }
    }
    var name = name
    name.withUTF8 { bytes in
      for byte in bytes {
        if byte == UInt8(ascii: " ") { end() }
        last = byte
      }
    }
    end()
    return whole << 16 + min(words, 1 << 16 - 1)
  }

  /// Joins a mention to the group that it belongs to, or makes one.
  private mutating func take(_ mention: Mention) {
    if let whole = mention.whole, let place = wholes[whole], place >= 0 {
      // The names of the part may be those of another body where it stands alone.
      groups[place].facts.append(mention.fact)
      if wholes[mention.fact] != nil { wholes[mention.fact] = place }
      return
    }
    let known = group(of: mention)
    if let known {
      groups[known].facts.append(mention.fact)
      groups[known].earliest = min(groups[known].earliest, mention.fact)
      if groups[known].key != mention.key { groups[known].otherKeys.insert(mention.key) }
      for alias in mention.aliases { groups[known].aliases.insert(alias) }
      if mention.reach.isHome { groups[known].reach.isHome = true }
      if let person = mention.person, let whole = groups[known].person?.merged(with: person),
        whole != groups[known].person
      {
        groups[known].person = whole
        groups[known].parts = EntityIndex.Person(whole, &names)
      }
    } else {
      groups.append(
        Group(
          schema: mention.schema,
          key: mention.key,
          aliases: mention.aliases.isEmpty ? [] : Set(mention.aliases),
          person: mention.person,
          parts: mention.parts,
          sex: mention.sex,
          reach: mention.reach,
          first: mention.fact,
          earliest: mention.fact,
          facts: [mention.fact]
        )
      )
    }
    let place = known ?? groups.count - 1
    if wholes[mention.fact] != nil { wholes[mention.fact] = place }
    index.insert(
      place,
      schema: mention.schema,
      key: mention.key,
      aliases: mention.aliases,
      person: groups[place].parts
    )
    for name in mention.ofState {
      index.insert(place, schema: mention.schema, key: name, aliases: [], person: nil)
    }
  }

  /// The one group that a mention belongs to: that which bears its name, else the one that it fits.
  ///
  /// Of several, it is that of its sex, or that which has been named before: «Билл Клинтон и Хиллари Клинтон … г-н Клинтон».
  private func group(of mention: Mention) -> Int? {
    var bearing = OneGroup()
    index.forEach(schema: mention.schema, key: mention.key) { place in
      if fits(mention, groups[place]) { bearing.take(place) }
      return bearing.isOne
    }
    if let group = bearing.only, !mention.isOfOtherSex(than: groups[group]) { return group }
    var ofItsState = OneGroup()
    for name in mention.ofState {
      index.forEach(schema: mention.schema, key: name) { place in
        ofItsState.take(place)
        return ofItsState.isOne
      }
    }
    if let group = ofItsState.only { return group }
    var (fitting, ofItsSex, before) = (OneGroup(), OneGroup(), OneGroup())
    index.forEachCandidate(
      schema: mention.schema,
      key: mention.key,
      aliases: mention.aliases,
      person: mention.parts
    ) { place in
      guard fits(mention, groups[place]) else { return true }
      fitting.take(place)
      if mention.sex != nil, groups[place].sex == mention.sex { ofItsSex.take(place) }
      if groups[place].earliest < mention.fact { before.take(place) }
      return ofItsSex.isOne || before.isOne
    }
    return ofItsSex.only ?? bearing.only ?? fitting.only ?? sharing(with: mention) ?? before.only
  }

  /// The one group with an alias of a mention that may differ from it in its state alone: «Минфин России», «Министерство финансов».
  private func sharing(with mention: Mention) -> Int? {
    guard mention.reach.isPlain || mention.reach.isHome else { return nil }
    var sharing = OneGroup()
    for alias in mention.aliases {
      index.forEach(schema: mention.schema, alias: alias) { place in
        sharing.take(place)
        return sharing.isOne
      }
    }
    // Where the bodies of several states have the alias, nothing tells whose it is.
    return sharing.only.flatMap { mention.reach.meets(groups[$0].reach) ? $0 : nil }
  }

  /// A group, as long as there is no other one.
  private struct OneGroup {
    private var group: Int?
    private(set) var isOne = true

    var only: Int? { isOne ? group : nil }

    mutating func take(_ place: Int) {
      isOne = isOne && (group ?? place) == place
      group = place
    }
  }

  private func fits(_ mention: Mention, _ group: Group) -> Bool {
    // A person's name is compared by its parts: «Марина Филипповна» can be «Марина Ходорковская».
    if let person = mention.person, let known = group.person { return person.canBe(known) }
    return group.bears(mention)
  }

  /// The groups as entities, to which the facts get their numbers.
  private mutating func entities(_ facts: inout [Fact], _ fields: FieldPlaces) -> [Entity] {
    for group in groups.indices { groups[group].facts.sort() }
    groups.sort { ($0.facts.first ?? 0) < ($1.facts.first ?? 0) }
    var entities: [Entity] = []
    entities.reserveCapacity(groups.count)
    for group in groups {
      for fact in group.facts { facts[fact].entity = entities.count }
      let name = fields.key(of: facts[group.first])
      entities.append(Entity(schema: group.schema, name: name ?? "", facts: group.facts))
    }
    return entities
  }
}
